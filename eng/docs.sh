#!/usr/bin/env bash
# Makes the site of the documentation into artifacts/site, from docs/ and from what the public API says of itself. Fails on any warning: a link to
# nowhere is one. Search needs a server, of files only: python3 -m http.server -d artifacts/site
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=eng/setup.sh
. "$root/eng/setup.sh"
cd "$root"
stage="$root/artifacts/docs"
rm -rf "$stage" "$root/artifacts/site"
mkdir -p "$stage/assemblies" "$stage/eng/packages" "$stage/tests/References"

build_when_changed src/Cli/Cli.csproj
# With what they refer to beside them.
cp -L artifacts/bin/Cli/release/*.dll artifacts/bin/Cli/release/ParityNet.*.xml "$stage/assemblies/"

# The pages lie as they do in the repository, so that their links are the same.
cp -r README.md CHANGELOG.md CONTRIBUTING.md LICENSE action.yml docs samples workers "$stage/"
cp eng/packages/README.md "$stage/eng/packages/"
cp tests/References/README.md "$stage/tests/References/"
cp -r eng/docs/docfx.json eng/docs/template "$stage/"
echo '<!DOCTYPE html><meta charset="utf-8"><title>ParityNet</title><meta http-equiv="refresh" content="0; url=README.html"><a href="README.html">ParityNet</a>' >"$stage/index.html"
cat >"$stage/toc.yml" <<T
- name: ParityNet
  href: README.md
- name: Documentation
  href: docs/
- name: API
  href: api/
- name: Changelog
  href: CHANGELOG.md
T
# The contents of the documentation are those of its first page.
{
  printf -- '- name: Overview\n  href: README.md\n'
  sed -n 's/^## \(.*\)/- name: "\1"\n  items:/p; s/^- \[\([^]]*\)\](\([^)]*\)).*/  - name: "\1"\n    href: \2/p' docs/README.md | tr -d '`'
} >"$stage/docs/toc.yml"

dotnet tool restore --tool-manifest eng/docs/dotnet-tools.json >/dev/null
(cd eng/docs && dotnet docfx metadata "$stage/docfx.json" --warningsAsErrors && dotnet docfx build "$stage/docfx.json" --warningsAsErrors)
mv "$stage/site" "$root/artifacts/site"
