# `make run` on a fresh machine makes .venv and runs the main job; `make test` makes it and passes the tests.
# The second time, either starts at once. On a machine with a GPU: make run TORCH_CPU=torch==2.13.0

PYTHON ?= python3
VENV ?= .venv
TORCH ?= torch==2.13.0
TORCH_CPU ?= $(TORCH)+cpu

BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip install -q --disable-pip-version-check
RUNTIME = $(VENV)/.runtime-is-installed
TOOLS = $(VENV)/.tools-are-installed
MODELS = artgpt4 minigpt4 majority
BOARD = results/leaderboards/artmm-open.md

.PHONY: run test test-slow lint nano reference boards clean

run: $(RUNTIME)
	$(BIN)/artbench run --model artgpt4 --suite artmm

test: $(TOOLS)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

test-slow: $(TOOLS)
	$(BIN)/pytest -m "slow or java"

nano: $(RUNTIME)  ## train the nano models again, in about 24 minutes
	$(BIN)/artbench train nano

reference: $(RUNTIME)  ## our own runs again, and the boards from them
	rm -rf results/reference/artmm
	for model in $(MODELS); do $(BIN)/artbench run --model $$model --suite artmm --runs results/reference || exit 1; done
	$(MAKE) boards

boards: $(RUNTIME)
	mkdir -p $(dir $(BOARD))
	$(BIN)/artbench leaderboard --suite artmm --runs results/reference --format md > $(BOARD)

clean:
	rm -rf $(VENV)

# torch first and alone: whatever asks for it later finds it there and pulls no CUDA packages.
$(VENV)/.torch-is-installed:
	$(PYTHON) -m venv $(VENV)
	$(PIP) '$(TORCH_CPU)' 2>/dev/null || $(PIP) '$(TORCH)'
	touch $@

$(RUNTIME): $(VENV)/.torch-is-installed pyproject.toml constraints.txt
	$(PIP) -c constraints.txt -e '.[local]'
	touch $@

$(TOOLS): $(RUNTIME)
	$(PIP) -c constraints.txt -e '.[local,dev]'
	touch $@
