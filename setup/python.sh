#!/usr/bin/env bash
# python.sh run|test: the virtual environment .venv with the locked packages and the project itself.
source "$(dirname "$0")/steps.sh"
wanted=requirements/$1.txt

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
  local name
  for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null && new_enough "$name"; then
      command -v "$name"
      return
    fi
  done
  fail "Python 3.11 or newer is needed." "Debian, Ubuntu: sudo apt-get install python3 python3-venv" \
    "or name one: PYTHON=/path/to/python3.12 make run"
}

make_environment() {
  local python=$1 version
  "$python" -m venv .venv >/dev/null 2>&1 && return
  # Debian keeps what venv needs in a package of its own. A pip of the system can stand in for it.
  rm -rf .venv
  if "$python" -m pip --version >/dev/null 2>&1 && "$python" -m venv --without-pip .venv 2>/dev/null &&
    "$python" -m pip --python .venv/bin/python install -q --require-hashes -r requirements/pip.txt; then
    return
  fi
  rm -rf .venv
  version=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
  if install_packages "$version" && "$python" -m venv .venv; then
    return
  fi
  rm -rf .venv
  fail "Python's venv is not installed." "Debian, Ubuntu: sudo apt-get install $version" "then once more: make run"
}

# Made elsewhere, half made, or its Python has gone: begin again.
usable() { grep -qF "$PWD/.venv" .venv/bin/activate && new_enough .venv/bin/python && .venv/bin/python -m pip --version; }
usable >/dev/null 2>&1 || rm -rf .venv
if [ ! -e .venv ]; then
  python=$(find_python)
  say "making a virtual environment with $("$python" -V)"
  make_environment "$python"
fi

now=$(fingerprint pyproject.toml requirements/build.txt "$wanted")
if ! done_before "python-$1" "$now"; then
  say "installing the Python packages of $wanted"
  .venv/bin/python -m pip install -qq --require-hashes -r requirements/build.txt -r "$wanted"
  .venv/bin/python -m pip install -qq --no-deps --no-build-isolation -e .
  mark_done "python-$1" "$now"
fi
