# make serve   set everything up, build the site, serve it on http://127.0.0.1:8000/
# make test    set everything up (Chromium included), run every check
# make site    build the site into site/       make check   prove the trees
# make lock    refresh the hashed lock files   make clean   remove what was built

PYTHON ?= python3
ADDR ?= 127.0.0.1:8000
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SITE_STAMP := $(VENV)/.site-$(shell cat requirements/site.lock pyproject.toml 2>/dev/null | sha256sum | cut -c1-16)
TEST_STAMP := $(VENV)/.test-$(shell cat requirements/*.lock pyproject.toml 2>/dev/null | sha256sum | cut -c1-16)
BENCH_STAMP := $(subst .test-,.bench-,$(TEST_STAMP))
export NO_MKDOCS_2_WARNING := 1
export PYTHONWARNINGS :=

.PHONY: serve site check test lint bench lock clean distclean chromium

serve: $(SITE_STAMP)
	$(BIN)/mkdocs serve --livereload --dev-addr $(ADDR)

site: $(SITE_STAMP)
	$(BIN)/mkdocs build --strict

check: $(SITE_STAMP)
	$(BIN)/lubiao check
	$(BIN)/lubiao lint

lint: $(TEST_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Three workers keep two cores busy: a test in the browser waits as long as it works.
# A file stays on one worker, so that what its tests share is made once.
test: $(TEST_STAMP) chromium lint check
	$(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder

bench: $(BENCH_STAMP) chromium
	$(BIN)/python -m benchmarks

chromium:
	@sh scripts/ensure-chromium

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Cannot make a virtual environment. On Debian: apt-get install python3-venv"; exit 1; }

$(SITE_STAMP): $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements/site.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(TEST_STAMP): $(SITE_STAMP)
	$(PIP) install --require-hashes -r requirements/test.lock
	$(PIP) install --require-hashes --no-deps -r requirements/statutes.lock
	@touch $@

$(BENCH_STAMP): $(TEST_STAMP)
	$(PIP) install --require-hashes -r requirements/bench.lock
	@touch $@

# The lock files name no index and no host, so that any mirror can serve them.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header
lock: $(VENV)/bin/python
	$(PIP) install uv
	$(LOCK) pyproject.toml requirements/build.in --extra export -o requirements/site.lock
	$(LOCK) pyproject.toml requirements/build.in --extra export --extra test -o requirements/test.lock
	$(LOCK) pyproject.toml requirements/build.in --extra export --extra test --extra bench \
		-c requirements/test.lock -o requirements/bench.lock

clean:
	rm -rf site build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

distclean: clean
	rm -rf $(VENV)
