#!/usr/bin/env bash
# Packs everything into a feed of its own, and uses the packages as a stranger would: in an empty folder, with nothing else of this repository.
# What other packages are needed comes from the user's package folder and usual feeds; of ours nothing stays behind.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
feed="$work/feed"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
unset CI

# A version that there has never been, so that no other package of ours can stand in for it.
version="$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' "$root/Directory.Build.props")-try.$(date +%s)"
packages=$(dotnet nuget locals global-packages --list | sed 's/^global-packages: //; s|/$||')
trap 'rm -rf "$work" "$packages"/paritynet*/"$version"; rmdir "$packages"/paritynet* 2>/dev/null || true' EXIT

failed=0
# expect NAME TEXT COMMAND…: what the command prints must hold the text.
expect() {
  local name=$1 wanted=$2 output began=$SECONDS; shift 2
  output=$("$@" 2>&1) || true
  if grep -qF -- "$wanted" <<<"$output"; then
    echo "passed: $name ($((SECONDS - began)) s)"
  else
    failed=$((failed + 1))
    printf 'FAILED: %s: expected %s, got:\n%s\n' "$name" "$wanted" "$output"
  fi
}
in_folder() { (cd "$1" && shift && "$@"); }
# The snippet of the packages' README that follows its mark.
snippet() { sed -n "/^<!-- run: $1 -->\$/,/^\`\`\`\$/p" "$root/eng/packages/README.md" | sed '1,2d;$d'; }
# project FOLDER PACKAGE…: a console program of these packages.
project() {
  mkdir "$1"
  { echo '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>' \
      '<ImplicitUsings>enable</ImplicitUsings></PropertyGroup><ItemGroup>'
    printf '<PackageReference Include="%s" Version="%s" />' "${@:2}"
    echo '</ItemGroup></Project>'; } >"$1/$1.csproj"
}

pack() { dotnet pack "$root/eng/packages/Packages.proj" -c Release -v quiet -p:Version="$version" -p:PackageOutputPath="$1"; }
began=$SECONDS
pack "$feed"
echo "packed $(find "$feed" -name '*.nupkg' | wc -l) packages ($((SECONDS - began)) s)"
for package in "$feed"/*.nupkg; do
  ! unzip -p "$package" '*ParityNet*' '*paritynet*' '*.nuspec' 2>/dev/null | grep -qaF -e "$root" -e "$HOME" ||
    { echo "FAILED: packages name no folder of the machine that made them: ${package##*/}"; failed=$((failed + 1)); }
done

# Compiled once more, everything must come out the same.
rm -rf "$root/artifacts/pack/obj" "$root/artifacts/pack/bin"
pack "$work/again"
expect "packed again, the same bytes" "no differences" sh -c 'diff -rq "$1" "$2" && echo "no differences"' sh "$feed" "$work/again"

cd "$work"
export RestoreAdditionalProjectSources="$feed"
# The natives as links, and of this platform alone: libtorch is 600 MB.
cat >Directory.Build.props <<P
<Project><PropertyGroup>
  <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>
  <CreateSymbolicLinksForCopyLocalIfPossible>true</CreateSymbolicLinksForCopyLocalIfPossible>
  <CreateHardLinksForPublishFilesIfPossible>true</CreateHardLinksForPublishFilesIfPossible>
</PropertyGroup></Project>
P
torch=$(sed -n 's|.*"TorchSharp-cpu" Version="\(.*\)" />.*|\1|p' "$root/Directory.Packages.props")
xunit=$(sed -n 's|.*"xunit.v3" Version="\(.*\)" />.*|\1|p' "$root/Directory.Packages.props")
hosting=$(sed -n 's|.*"Microsoft.Extensions.Hosting" Version="\(.*\)" />.*|\1|p' "$root/Directory.Packages.props")

project console ParityNet "$version"
snippet console >console/Program.cs
expect "README: console, from ParityNet alone" "Broken: new Huber() in float32" in_folder console dotnet run

project tests ParityNet "$version" xunit.v3 "$xunit"
snippet xunit >tests/OwnLossTests.cs
expect "README: xunit" "Failed: 0" in_folder tests dotnet run

snippet script | sed "s/nuget: ParityNet[^\"]*/&, $version/; s/nuget: TorchSharp-cpu/&, $torch/" >script.fsx
expect "README: F# script, with libtorch" "equal to torch to the bit" dotnet fsi --quiet script.fsx
sed '/TorchSharp-cpu/d' script.fsx >folder.fsx
expect "F# script, libtorch from the package folder" "equal to torch to the bit" dotnet fsi --quiet folder.fsx

# The notebook, its cells one after the other.
node -e 'for (const c of JSON.parse(require("fs").readFileSync(process.argv[1])).cells) if (c.cell_type === "code") console.log(c.source.join("") + "\n")' \
  "$root/docs/prove.ipynb" | sed "s/nuget: ParityNet[^\"]*/&, $version/; s/nuget: TorchSharp-cpu/&, $torch/" >notebook.fsx
expect "notebook" "torch: 0.6875" dotnet fsi --quiet notebook.fsx

project host ParityNet "$version" ParityNet.TorchBackend "$version" Microsoft.Extensions.Hosting "$hosting"
snippet host >host/Program.cs
expect "README: host" "native: 0.6875" in_folder host dotnet run
expect "host without TorchSharp-cpu" "dotnet add package TorchSharp-cpu adds it to a program" \
  in_folder host env ParityNet__Backend=torch dotnet run --no-build
in_folder host dotnet add package TorchSharp-cpu --version "$torch" >/dev/null
expect "README: host, with TorchSharp-cpu" "torch: 0.6875" in_folder host env ParityNet__Backend=torch dotnet run
# Where a program is published for a system, and as one file.
for single in false true; do
  in_folder host dotnet publish -r "$(dotnet --info | sed -n 's/^ RID: *//p')" --self-contained false -p:PublishSingleFile=$single -o "$work/out-$single" >/dev/null || true
  expect "published, PublishSingleFile=$single" "torch: 0.6875" env ParityNet__Backend=torch "out-$single/host"
done

hive=(--debug:custom-hive "$work/hive")
dotnet new install "$feed/ParityNet.Templates.$version.nupkg" "${hive[@]}" >/dev/null
dotnet new paritynet-proof -o ProofOne "${hive[@]}" >/dev/null
expect "template paritynet-proof, C#, by dotnet test" "failed: 0" in_folder ProofOne dotnet test
dotnet new paritynet-proof -lang F# -o ProofTwo "${hive[@]}" >/dev/null
expect "template paritynet-proof, F#, by dotnet test" "failed: 0" in_folder ProofTwo dotnet test
dotnet new paritynet-host -o HostOne "${hive[@]}" >/dev/null
expect "template paritynet-host" "backend: native" in_folder HostOne dotnet run
expect "template paritynet-host, torch" "backend: torch" in_folder HostOne env ParityNet__Backend=torch dotnet run --no-build

snippet tool | sed "s|--global|--tool-path tools --version $version --add-source feed|; s|^paritynet report|tools/& --ops huber_loss --cases 20 --out report|" >tool.sh
expect "README: tool" "native and torch agree" bash -e tool.sh
expect "tool, charts inside" "vega-lite" grep -o -m 1 'vega-lite' report/report.html
mkdir empty
expect "tool without libtorch" "dotnet package download libtorch-cpu-" \
  env HOME="$work/empty" NUGET_PACKAGES="$work/empty" tools/paritynet report --backends native,torch --ops huber_loss --cases 2 --out alone
[ "$failed" = 0 ] && echo "The packages of $version work from an empty folder ($SECONDS s)."
