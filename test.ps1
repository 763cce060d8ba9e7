#!/usr/bin/env pwsh
#Requires -Version 7.2
# Runs every test on Windows and ends with the totals. Arguments go to the runner, for example: ./test.ps1 -method '*Huber*'
$link = (Get-Item -LiteralPath $PSCommandPath).ResolveLinkTarget($true)
. "$(Split-Path -Parent $(if ($link) { $link.FullName } else { $PSCommandPath }))/eng/setup.ps1"
Build-WhenChanged 'ParityNet.sln'
$arguments = @(Join-Lists $args)

$script:passed = 0
$script:failed = 0
$script:skipped = 0

# Runs one test assembly and adds up what its last line says.
function Invoke-Tests([string] $name, [string] $assembly, [string[]] $arguments) {
    $output = & dotnet $assembly -noLogo -noColor @arguments 2>&1 | Out-String
    $code = $LASTEXITCODE
    if ($output -match '(?s).*Total: (\d+), Errors: (\d+), Failed: (\d+), Skipped: (\d+)') {
        $bad = [int]$Matches[2] + [int]$Matches[3]
        $good = [int]$Matches[1] - $bad - [int]$Matches[4]
        $skip = [int]$Matches[4]
        if ($code -ne 0 -and $bad -eq 0) { $bad = 1 }
    } else {
        $good = 0; $bad = 1; $skip = 0
    }
    $script:passed += $good
    $script:failed += $bad
    $script:skipped += $skip
    '{0,-28} {1,5} passed, {2} failed, {3} skipped' -f $name, $good, $bad, $skip
    if ($bad -ne 0) { $output }
    elseif ($skip -ne 0) { $output -split "`n" | Select-String -Context 0, 1 '\[SKIP\]' }
}

foreach ($assembly in Get-ChildItem "$Root/artifacts/bin/*.Tests/release/ParityNet.*.Tests.dll") {
    Invoke-Tests ($assembly.BaseName -replace '^ParityNet\.', '') $assembly.FullName $arguments
}
# The same bits are promised on narrower vectors; only the processor's own switches can show it.
foreach ($switch in 'EnableAVX512', 'EnableAVX2', 'EnableHWIntrinsic') {
    Set-Item "env:DOTNET_$switch" '0'
    Invoke-Tests "Native.Tests-no-$($switch -replace '^Enable')" "$Root/artifacts/bin/Native.Tests/release/ParityNet.Native.Tests.dll" $arguments
    Remove-Item "env:DOTNET_$switch"
}
"$script:passed passed, $script:failed failed, $script:skipped skipped"
exit [int]($script:failed -ne 0)
