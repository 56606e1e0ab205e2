# Two commands for everybody: `make run` and `make test`. Each sets up what it needs by itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
export QT_LOGGING_RULES ?= qt.qpa.*=false

.PHONY: run test check lint self-test bench test-peers screenshots test-installed bundle bench-bundle deb test-deb release clean

run: $(READY)
	@$(BIN)/python packaging/run.py

test: $(READY)
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

check: lint self-test test

self-test: $(READY)
	$(BIN)/icp-desktop self-test

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/architecture/test_contracts.py

bench: $(READY)
	$(BIN)/python -m tests.benchmarks

test-peers: $(READY)
	$(BIN)/python -m pytest -m peers -rs

screenshots: $(READY)
	$(BIN)/python packaging/screenshots.py

test-installed: $(READY)
	$(BIN)/python packaging/try_install.py

bundle: $(READY)
	$(BIN)/python packaging/make_bundle.py

bench-bundle: bundle
	$(BIN)/python packaging/measure_bundle.py

deb: bundle
	$(BIN)/python packaging/make_deb.py

test-deb: deb
	$(BIN)/python packaging/try_bare_debian.py

release: $(READY)
	$(BIN)/python packaging/release.py $(if $(VERSION),--version $(VERSION))

$(READY): pyproject.toml constraints.txt packaging/make_environment.sh packaging/system_libraries.py
	@packaging/make_environment.sh $(PYTHON) $(VENV)
	@$(BIN)/python packaging/system_libraries.py
	@touch $@

clean:
	rm -rf $(VENV) build dist out .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
