# make site    builds the encyclopedia into output/
# make test    runs the tests
# make lint    runs ruff and mypy
# make screenshots  shows every type of page on one sheet
# Each makes its own virtual environment first; the versions in it are pinned by constraints.txt.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: site test lint format docs screenshots clean

site: $(VENV)/.site
	@$(BIN)/site-builder build $(BUILD_OPTIONS)

test: $(VENV)/.dev
	@$(BIN)/python -m pytest --numprocesses auto --cov --cov-report=
	@$(BIN)/python -m coverage report --skip-covered --fail-under 95 \
		--include 'site_builder/content/*,site_builder/graph/*,site_builder/pages/*'

lint: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy

format: $(VENV)/.dev
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format --quiet .

docs: $(VENV)/.dev
	@$(BIN)/python -m site_builder.cli.reference docs
	@$(BIN)/python -m site_builder.theme.reference docs/themes.md

screenshots: $(VENV)/.dev
	@$(BIN)/python -m tools.screenshots $(SCREENSHOT_OPTIONS)

clean:
	rm -rf $(VENV) build dist .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/.site: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing what the site needs into $(VENV) (once) ..."
	@$(INSTALL) --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing what the tests need into $(VENV) (once) ..."
	@$(INSTALL) --editable '.[dev]'
	@touch $@ $(VENV)/.site

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Say which one to use: make PYTHON=python3.12")'
	@$(PYTHON) -m venv $(VENV)
