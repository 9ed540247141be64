#!/usr/bin/env bash
# serve.sh: bring the database up to date, fill a new one with the demo locality, and serve.
source "$(dirname "$0")/steps.sh"
mkdir -p data
.venv/bin/jingwei migrate --verbosity 0
.venv/bin/jingwei demo
exec .venv/bin/jingwei serve
