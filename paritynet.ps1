#!/usr/bin/env pwsh
#Requires -Version 7.2
# The launcher on Windows: builds what has changed, then runs the command line.
$link = (Get-Item -LiteralPath $PSCommandPath).ResolveLinkTarget($true)
. "$(Split-Path -Parent $(if ($link) { $link.FullName } else { $PSCommandPath }))/eng/setup.ps1"
Build-WhenChanged 'src/Cli/Cli.csproj'
$arguments = @(Join-Lists $args)
& dotnet "$Root/artifacts/bin/Cli/release/paritynet.dll" @arguments
exit $LASTEXITCODE
