"""Lets ``python -m relations.cli`` run the command line."""

from relations.cli import main

main()
