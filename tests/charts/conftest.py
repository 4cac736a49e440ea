"""Lets the tests of charts share their made-up events."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
