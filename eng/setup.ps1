# Sourced by the launchers. Says in one sentence what the machine has to go without.
$ErrorActionPreference = 'Stop'
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'

function Say([string] $sentence) { [Console]::Error.WriteLine("paritynet: $sentence") }

# The folder itself where it, or one above it, is a link: a build must not know two names for it.
function Resolve-Folder([IO.DirectoryInfo] $folder) {
    $target = $folder.ResolveLinkTarget($true)
    if ($target) { return Resolve-Folder $target.FullName }
    if ($folder.Parent) { return Join-Path (Resolve-Folder $folder.Parent.FullName) $folder.Name }
    return $folder.FullName
}

# PowerShell takes a,b for a list, which it would pass on as two words.
function Join-Lists([object[]] $words) {
    foreach ($word in $words) { if ($word -is [array]) { $word -join ',' } else { $word } }
}

$Root = Resolve-Folder (Split-Path -Parent $PSScriptRoot)
$Sources = 'src', 'tests', 'bench', 'samples', 'eng', 'data'

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    Say 'The .NET 10 SDK must be installed: expected the command dotnet, got none; https://dotnet.microsoft.com/download has it.'
    exit 2
}

# What the machine offers: a build is out of date when this changes.
function Get-Machine { "npm=$([bool](Get-Command npm -ErrorAction SilentlyContinue))" }

# A source that is newer than a file; nothing where there is none.
function Find-Changed([string] $stamp) {
    $built = (Get-Item $stamp).LastWriteTimeUtc
    $files = @(Get-ChildItem -Recurse -File -Path ($Sources | ForEach-Object { Join-Path $Root $_ }))
    $files += Get-ChildItem -Force -Path "$Root/*" -Include '*.props', '*.targets', '*.sln', 'global.json', '.editorconfig'
    $files | Where-Object { $_.LastWriteTimeUtc -gt $built -and $_.FullName -notmatch 'node_modules' } | Select-Object -First 1
}

# A library that has gone; nothing where all are there. They may be links to the packages of the user who built.
function Find-Gone {
    $folder = "$Root/artifacts/bin/Cli/release"
    if (Test-Path $folder) {
        [IO.Directory]::EnumerateFiles($folder, '*.dll') | ForEach-Object { ([IO.FileInfo] $_).ResolveLinkTarget($true) } |
            Where-Object { $_ -and -not $_.Exists } | Select-Object -First 1
    }
}

# Whether what is built is what a build would give.
function Test-Current([string] $stamp) {
    (Test-Path $stamp) -and (Get-Content $stamp -Raw).Trim() -eq (Get-Machine) -and -not (Find-Changed $stamp) -and -not (Find-Gone)
}

# Opens a file that one process can have open at a time; the system closes that of a process that is killed.
function Open-Lock([string] $path) {
    $told = $false
    while ($true) {
        try { return [IO.FileStream]::new($path, 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [IO.IOException] {
            if (-not $told) { Say 'Another build of this checkout is running; waiting for it.' }
            $told = $true
            Start-Sleep -Milliseconds 500
        }
    }
}

# Builds a project or the solution when a source has changed since it was last built, or when what the machine offers has.
function Build-WhenChanged([string] $target) {
    $artifacts = Join-Path $Root 'artifacts'
    $stamp = Join-Path $artifacts "built-$(Split-Path -Leaf $target)"
    if (Test-Current $stamp) { return }
    try {
        $null = New-Item -ItemType Directory -Force $artifacts
        [IO.File]::Open("$artifacts/build.log", 'OpenOrCreate', 'Write', 'ReadWrite').Dispose()
    } catch {
        if (-not (Test-Path $stamp)) {
            Say "The checkout must be built once by a user who may: expected to write to $artifacts, got no permission."
            exit 2
        }
        # A checkout that is read-only was built by someone else.
        if (Find-Changed $stamp) {
            Say 'The sources have changed since the build, which cannot be renewed here: expected to write to artifacts, got no permission.'
        }
        return
    }
    $alone = Open-Lock "$artifacts/build.lock"
    try { if (-not (Test-Current $stamp)) { Build $target $stamp } } finally { $alone.Dispose() }
}

function Build([string] $target, [string] $stamp) {
    if (-not (Get-Command npm -ErrorAction SilentlyContinue)) {
        Say 'Node is missing, so reports have tables instead of charts: install Node 18 or later, with npm.'
    }
    Say 'Building; this takes a minute or two the first time.'
    # Whatever changes while the build runs must be built again.
    $started = [DateTime]::UtcNow
    & dotnet build "$Root/$target" -c Release -v quiet *> "$Root/artifacts/build.log"
    if ($LASTEXITCODE -ne 0) {
        Say 'The build failed; the end of artifacts/build.log:'
        Get-Content "$Root/artifacts/build.log" -Tail 20 | ForEach-Object { [Console]::Error.WriteLine($_) }
        exit 2
    }
    Set-Content -Path $stamp -Value (Get-Machine)
    (Get-Item $stamp).LastWriteTimeUtc = $started
}
