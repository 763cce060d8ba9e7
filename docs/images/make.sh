#!/usr/bin/env bash
# Makes the README's first result from a real report: the table of verdicts and a picture of the page, on a light background.
# Arguments go to the report, for example: docs/images/make.sh --cases 100
# docs/images/make.sh ops [name …] draws the pictures of ops instead, with the chart library that the build fetches for reports.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

if [ "${1-}" = ops ]; then
  "$root/paritynet" list >/dev/null
  exec node "$root/docs/images/ops.mjs" "$root/paritynet" "$root/artifacts/charts" "$root/docs/ops/images" "${@:2}"
fi

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

# A report with disagreements is a result too.
"$root/paritynet" report --out "$out" "$@" || [ $? = 1 ]
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --virtual-time-budget=8000 --window-size=1280,560 \
  --blink-settings=preferredColorScheme=1 --screenshot="$root/docs/images/report.png" "file://$out/report.html"

{
  printf '![The head of a report: how many elements have the same bits, lie inside their bounds, or do not](docs/images/report.png)\n\n'
  # The sentence under the title, and the table of verdicts.
  sed -n '3p' "$out/report.md"
  printf '\n'
  sed -n '/^| verdict /,/^$/p' "$out/report.md"
} >"$out/result.md"
sed -i -e '/^<!-- result:/,/^<!-- end of result/{//!d}' -e "/^<!-- result:/r $out/result.md" "$root/README.md"
