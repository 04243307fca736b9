# What a contributor types. A fresh machine needs Python 3.11 or newer and make, nothing else.

PYTHON := $(shell for p in python3.11 python3.12 python3.13 python3.14 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
RUN := $(VENV)/bin
DEMO := demo

.PHONY: help demo test lint types wheel-check picture ci clean

help:
	@echo 'make demo    ingest examples/, audit the latest year, say which page to open'
	@echo 'make test    set everything up and run the tests'
	@echo 'make ci      tests, lint, types, and a wheel tried from another folder'

demo: $(VENV)/installed
	@rm -rf $(DEMO) && mkdir $(DEMO)
	@$(RUN)/tracker --db $(DEMO)/tracker.sqlite ingest examples/reports
	@$(RUN)/tracker --db $(DEMO)/tracker.sqlite audit --out $(DEMO)/audit

test: $(VENV)/developing
	$(RUN)/pytest -n auto --dist loadfile $(TESTS)

lint: $(VENV)/developing
	$(RUN)/ruff check
	$(RUN)/ruff format --check

types: $(VENV)/developing
	$(RUN)/mypy

wheel-check: $(VENV)/developing
	.ci/wheel-check

picture: $(VENV)/developing
	$(RUN)/python docs/picture.py

ci: test lint types wheel-check

clean:
	rm -rf $(VENV) $(DEMO) build dist

$(VENV)/bin/python:
	@test -n '$(PYTHON)' || { echo 'Python 3.11 or newer is needed: https://www.python.org/downloads/'; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
		echo 'Python lacks venv; on Debian or Ubuntu: apt-get install python3-venv'; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python pyproject.toml
	$(RUN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# Dependency groups (PEP 735) need pip 25.1.
$(VENV)/developing: $(VENV)/installed pyproject.toml
	$(RUN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(RUN)/python -m pip install --quiet --group dev
	@touch $@
