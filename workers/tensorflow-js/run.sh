#!/usr/bin/env bash
# Starts TensorFlow.js as a worker, core or keras, and installs it by npm when it is not there.
set -euo pipefail
here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
command -v npm >/dev/null && command -v node >/dev/null || { echo "Node must be installed: expected node and npm, got none." >&2; exit 3; }
# npm writes this file last; two workers may start at once.
whole="$here/node_modules/.package-lock.json"
if ! [ -f "$whole" ]; then
  (
    if command -v flock >/dev/null; then exec 9>>"$here/.install.lock" && flock 9; fi
    [ -f "$whole" ] || npm ci --prefix "$here" --no-audit --no-fund --ignore-scripts
  ) >&2 || { echo "TensorFlow.js must be installed: npm ci failed in workers/tensorflow-js." >&2; exit 3; }
fi
exec node "$here/tfjs_worker.mjs" "$@"
