# make dashboard   set up, build the shipped dossier, open its page
# make test        set up, run every test
# make check       style and types
# make clean       remove what was built

PYTHON ?= python3
DOSSIER ?= data/kazakhstan-pakistan
PORT ?= 8866
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
WORKERS ?= auto

.PHONY: dashboard build test check lock clean

# The page's template is copied into the environment, where Voila looks for it: set up again when it changes.
TEMPLATE := $(shell find relations/dashboard/jupyter -type f)

$(READY): requirements.lock pyproject.toml $(TEMPLATE)
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed; name it: make PYTHON=python3.12 ...") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

build: $(READY)
	$(BIN)/relations build $(DOSSIER)

dashboard: $(READY)
	$(BIN)/relations serve $(DOSSIER) --port $(PORT)

test: $(READY)
	$(BIN)/python tests/find_browser.py --install
	$(BIN)/python -m pytest -n $(WORKERS)

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

lock:
	$(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 --no-annotate --no-header pyproject.toml \
		--extra test --extra lab --extra images --upgrade -o requirements.lock

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	rm -rf data/*/tables data/*/.cache data/*/.tables.* data/*/.build.lock
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
