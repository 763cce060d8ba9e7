# Sourced by the launchers. Says in one sentence what the machine has to go without.
$ErrorActionPreference = 'Stop'
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$Root = Split-Path -Parent $PSScriptRoot

function Say([string] $sentence) { [Console]::Error.WriteLine("paritynet: $sentence") }

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    Say 'The .NET 10 SDK must be installed: expected the command dotnet, got none; https://dotnet.microsoft.com/download has it.'
    exit 2
}

# Builds a project or the solution when a source has changed since it was last built.
function Build-WhenChanged([string] $target) {
    $artifacts = New-Item -ItemType Directory -Force "$Root/artifacts"
    $stamp = Join-Path $artifacts "built-$(Split-Path -Leaf $target)"
    $machine = "npm=$([bool](Get-Command npm -ErrorAction SilentlyContinue))"
    if ((Test-Path $stamp) -and (Get-Content $stamp -Raw).Trim() -eq $machine) {
        $built = (Get-Item $stamp).LastWriteTimeUtc
        $sources = 'src', 'tests', 'bench', 'samples', 'eng', 'data' | ForEach-Object { Join-Path $Root $_ }
        $changed = Get-ChildItem -Recurse -Path $sources | Where-Object { $_.LastWriteTimeUtc -gt $built -and $_.FullName -notmatch 'node_modules' } | Select-Object -First 1
        $changed ??= Get-ChildItem -Path "$Root/*" -Include '*.props', '*.targets', '*.sln', 'global.json', '.editorconfig' | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1
        if (-not $changed) { return }
    }
    if (-not (Get-Command npm -ErrorAction SilentlyContinue)) {
        Say 'Node is missing, so reports have tables instead of charts: install Node 18 or later, with npm.'
    }
    Say 'Building; this takes a minute or two the first time.'
    $started = [DateTime]::UtcNow
    dotnet build "$Root/$target" -c Release -v quiet *> "$artifacts/build.log"
    if ($LASTEXITCODE -ne 0) {
        Say 'The build failed; the end of artifacts/build.log:'
        Get-Content "$artifacts/build.log" -Tail 20 | ForEach-Object { [Console]::Error.WriteLine($_) }
        exit 2
    }
    Set-Content -Path $stamp -Value $machine
    (Get-Item $stamp).LastWriteTimeUtc = $started
}
