#!/usr/bin/env bash
# Runs the step of action.yml that makes the report as a runner of GitHub does: eng/action.sh FOLDER ARGUMENT…
# The other two steps are GitHub's own; of them the check is that what they are to keep is there.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export GITHUB_ACTION_PATH="$root" GITHUB_OUTPUT="$work/output" GITHUB_STEP_SUMMARY="$work/summary" FOLDER=$1 ARGUMENTS="${*:2}"
touch "$GITHUB_OUTPUT" "$GITHUB_STEP_SUMMARY"
# The lines of its block, which are indented by eight; every variable that the step asks for must be one that is set here.
sed -n '/^      run: |$/,/^    - /p' "$root/action.yml" | sed '1d;$d; s/^        //' >"$work/step"
grep -q 'paritynet' "$work/step" || { echo "action.yml must have a step that makes the report: expected one, got none."; exit 1; }
code=0
bash --noprofile --norc -e -o pipefail "$work/step" || code=$?
for output in agrees sha256 folder; do
  grep -q "^  $output:" "$root/action.yml" && grep -q "^$output=." "$GITHUB_OUTPUT" ||
    { echo "The step must set the output $output: expected a value, got none."; exit 1; }
done
for file in "$GITHUB_STEP_SUMMARY" "$FOLDER/report.json" "$FOLDER/report.html" "$FOLDER/report.md" "$FOLDER/junit.xml"; do
  [ -s "$file" ] || { echo "The step must write ${file##*/}: expected it, got none."; exit 1; }
done
exit $code
