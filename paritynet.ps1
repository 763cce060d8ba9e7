#!/usr/bin/env pwsh
# The launcher on Windows: builds what has changed, then runs the command line.
. "$PSScriptRoot/eng/setup.ps1"
Build-WhenChanged 'src/Cli/Cli.csproj'
& dotnet "$PSScriptRoot/artifacts/bin/Cli/release/paritynet.dll" @args
exit $LASTEXITCODE
