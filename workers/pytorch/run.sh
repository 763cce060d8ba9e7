#!/usr/bin/env bash
# Starts PyTorch as a worker, and installs it where this may: PyTorch 2.6.0 of Debian 13 where root may make a system of it (tests/References/pytorch.sh),
# else that of python3, else Debian's own package. PARITY_PYTORCH=system makes no system.
set -euo pipefail
here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd -P "$here/../.." && pwd -P)
isolated="${PARITY_DEBIAN13:-$root/artifacts/debian13}"

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && [ "${PARITY_PYTORCH:-}" != system ] && { [ -d "$isolated" ] || [ -w "$root" ]; }; then
  exec "$root/tests/References/pytorch.sh" "$here/pytorch_worker.py"
fi
# Debian's package is for Debian's own interpreter.
with_torch() { for python in python3 /usr/bin/python3; do "$python" -c 'import torch' 2>/dev/null && { echo "$python"; return; }; done; return 1; }
if ! python=$(with_torch); then
  sudo=()
  [ "$(id -u)" = 0 ] || sudo=(sudo -n)
  if command -v apt-get >/dev/null && "${sudo[@]}" true 2>/dev/null; then
    { "${sudo[@]}" apt-get update -qq && "${sudo[@]}" apt-get install -y -qq --no-install-recommends python3-torch; } >&2 || true
  fi
  python=$(with_torch) || { echo "PyTorch must be installed for python3: expected the module torch, got none, and apt-get could not install it." >&2; exit 3; }
fi
exec "$python" "$here/pytorch_worker.py"
