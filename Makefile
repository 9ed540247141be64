# The commands of a newcomer. `make help` lists them; what they do stands in setup/.
.DEFAULT_GOAL := help
.PHONY: help run check test lock
SHELL := bash
BIN := .venv/bin

help: ## list these commands
	@awk -F ' *## *' '/^[a-z]+:.*##/ { sub(/:.*/, "", $$1); printf "make %-6s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## set everything up and serve on http://127.0.0.1:8000 (another port: PORT=8001 make run)
	@setup/python.sh run
	@setup/node.sh run
	@exec setup/serve.sh

check: ## the fast half of the tests, in about a minute
	@setup/python.sh test
	@setup/node.sh run
	@setup/check.sh

test: ## everything: checks, SQLite, PostgreSQL and a real browser
	@setup/system.sh
	@setup/python.sh test
	@setup/node.sh test
	@setup/check.sh static
	@setup/test.sh

lock: ## choose the versions of all packages anew
	@setup/python.sh test
	@setup/lock.sh
