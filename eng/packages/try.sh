#!/usr/bin/env bash
# Packs everything into a feed of its own, and uses the packages as a stranger would: in an empty folder, with nothing else of this repository.
# Takes some minutes. What is restored from elsewhere comes from the machine's usual feeds.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
feed="$work/feed"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
unset CI

# A version that there has never been, so that no other package of ours can stand in for it.
version="$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' "$root/Directory.Build.props")-try.$(date +%s)"
packages=$(dotnet nuget locals global-packages --list | sed 's/^global-packages: //')
trap 'rm -rf "$work" "$packages"/paritynet*/"$version"' EXIT
dotnet pack "$root/eng/packages/Packages.proj" -c Release -v quiet -p:Version="$version" -p:PackageOutputPath="$feed"
ls -l "$feed"

cd "$work"
cat >nuget.config <<C
<configuration><packageSources><add key="paritynet" value="$feed" /></packageSources></configuration>
C

expect() {
  local name=$1 wanted=$2 output=$3
  grep -qF -- "$wanted" <<<"$output" || { printf 'FAILED: %s: expected %s, got:\n%s\n' "$name" "$wanted" "$output"; exit 1; }
  echo "passed: $name"
}

# The console program of the README, from the meta package alone.
mkdir console && cd console
cat >console.csproj <<P
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="ParityNet" Version="$version" /></ItemGroup>
</Project>
P
sed -n '/^```csharp$/,/^```$/p' "$root/eng/packages/README.md" | sed '1d;$d' >Program.cs
expect "console, from ParityNet" "Broken: new Huber() in float32" "$(dotnet run)"
cd ..

# The same with libtorch as the second opinion: the sample as it stands.
mkdir proving && cd proving
sed -e 's|<ProjectReference Include="../../src/Parity/Parity.csproj" />|<PackageReference Include="ParityNet" Version="'"$version"'" />|' \
  -e 's|<ProjectReference Include="../../src/TorchBackend/TorchBackend.csproj" />|<PackageReference Include="ParityNet.TorchBackend" Version="'"$version"'" /><PackageReference Include="TorchSharp-cpu" Version="0.107.0" />|' \
  -e 's|<OutputType>Exe</OutputType>|<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier><CreateSymbolicLinksForCopyLocalIfPossible>true</CreateSymbolicLinksForCopyLocalIfPossible>|' \
  "$root/samples/Proving/Proving.csproj" >proving.csproj
cp "$root/samples/Proving/Program.cs" .
expect "console, with TorchSharp-cpu" "and equal to torch to the bit on" "$(dotnet run)"
cd ..

# F# as a script, which has nothing beside it: libtorch is found in the folder of packages.
cat >script.fsx <<S
#r "nuget: ParityNet, $version"
#r "nuget: ParityNet.TorchBackend, $version"
$(cat "$root/samples/ProvingFSharp/Program.fs")
open ParityNet.Torch
printfn "%s" (if isNull TorchBackend.Unavailable then TorchBackend().Info.Version else TorchBackend.Unavailable)
S
output=$(dotnet fsi --quiet script.fsx)
expect "F# script" "Holds: new Huber() in float32" "$output"
expect "F# script, libtorch" "2.10.0" "$output"

# The templates.
hive=(--debug:custom-hive "$work/hive")
dotnet new install "$feed/ParityNet.Templates.$version.nupkg" "${hive[@]}" >/dev/null
dotnet new paritynet-proof -o ProofOne "${hive[@]}" >/dev/null
expect "template paritynet-proof, C#" "failed: 0" "$(dotnet run --project ProofOne | tr 'F' 'f')"
dotnet new paritynet-proof -lang F# -o ProofTwo "${hive[@]}" >/dev/null
expect "template paritynet-proof, F#" "failed: 0" "$(dotnet run --project ProofTwo | tr 'F' 'f')"
dotnet new paritynet-host -o HostOne "${hive[@]}" >/dev/null
expect "template paritynet-host" "backend: native" "$(dotnet run --project HostOne)"
expect "template paritynet-host, torch" "backend: torch" "$(ParityNet__Backend=torch dotnet run --project HostOne --no-build)"

# The tool, which carries no libtorch.
dotnet tool install ParityNet.Tool --tool-path "$work/tools" --version "$version" >/dev/null
expect "tool" "native and torch agree" "$("$work/tools/paritynet" report --ops huber_loss --cases 20 --out "$work/report" --formats all)"
expect "tool, charts" "vega-lite" "$(grep -o -m 1 'vega-lite' "$work/report/report.html" | head -n 1)"
expect "tool without libtorch" "dotnet package download libtorch-cpu-" \
  "$(HOME="$work/empty" NUGET_PACKAGES="$work/empty" "$work/tools/paritynet" report --ops huber_loss --cases 2 --out "$work/alone" 2>&1)"
echo "All packages of $version work from an empty folder."
