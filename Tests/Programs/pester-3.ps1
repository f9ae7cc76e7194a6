# a condensed Pester 3 as published: assertions by name, Mock-less
$script:pester = $null
function New-PesterState { [pscustomobject]@{ Passed = 0; Failed = 0; Contexts = New-Object System.Collections.Stack; Before = New-Object System.Collections.ArrayList; After = New-Object System.Collections.ArrayList; Results = @() } }
function PesterBe($value, $expected) { return ($expected -eq $value) }
function PesterBeFailureMessage($value, $expected) {
    if (-not (($expected -is [string]) -and ($value -is [string]))) { return "Expected: {$expected}`nBut was:  {$value}" }
    (Get-CompareStringMessage -Expected $expected -Actual $value) -join "`n"
}
function NotPesterBeFailureMessage($value, $expected) { return "Expected: value was {$value}, but should not have been the same" }
function Get-CompareStringMessage { param([string]$Expected,[string]$actual,[switch]$CaseSensitive)
    $expectedLength = $expected.Length; $actualLength = $actual.Length
    $maxLength = $expectedLength, $actualLength | & Sort-Object -Descending | & Select-Object -First 1
    $differenceIndex = $null
    for ($i = 0; $i -lt $maxLength -and ($null -eq $differenceIndex); ++$i) { $differenceIndex = if ($CaseSensitive -and ($expected[$i] -cne $actual[$i])) { $i } elseif ($expected[$i] -ne $actual[$i]) { $i } }
    [string]$output = $null
    if ($null -ne $differenceIndex) {
        if ($expected.Length -ne $actual.Length) { "Expected string length $expectedLength but was $actualLength. Strings differ at index $differenceIndex." }
        else { "String lengths are both $expectedLength. Strings differ at index $differenceIndex." }
        "Expected: {{{0}}}" -f ($expected | Expand-SpecialCharacters)
        "But was:  {{{0}}}" -f ($actual | Expand-SpecialCharacters)
        $specialCharacterOffset = $null
        if ($differenceIndex -ne 0) { $specialCharacterOffset = @($actual[0..($differenceIndex-1)] | Get-Match '[\n\r\t\0]').Count }
        '-' * ($differenceIndex+$specialCharacterOffset+11) + '^'
    }
}
function Get-Match { param([Parameter(Position=0)]$pattern, [Parameter(ValueFromPipeline=$true)]$i) process { if ($i -match $pattern) { $i } } }
function Expand-SpecialCharacters { param([Parameter(Mandatory=$true,ValueFromPipeline=$true)][AllowEmptyString()][string[]]$InputObject)
    process { $InputObject -replace "`n","\n" -replace "`r","\r" -replace "`t","\t" -replace "`0", "\0" -replace "`b","\b" } }
function PesterBeExactly($value, $expected) { return ($expected -ceq $value) }
function PesterBeExactlyFailureMessage($value, $expected) { "Expected: exactly {$expected}, But was {$value}" }
function NotPesterBeExactlyFailureMessage($value, $expected) { "Expected: value was {$value}, but should not have been exactly the same" }
function PesterBeNullOrEmpty($value) { if ($null -eq $value -or $value.Count -eq 0) { return $true } elseif ($value.Count -eq 1) { return [String]::IsNullOrEmpty($value) } else { return $false } }
function PesterBeNullOrEmptyFailureMessage($value) { return "Expected: value to be empty but it was {$value}" }
function NotPesterBeNullOrEmptyFailureMessage { return "Expected: value to not be empty" }
function PesterMatch($value, $expectedMatch) { return ($value -match $expectedMatch) }
function PesterMatchFailureMessage($value, $expectedMatch) { return "Expected: {$value} to match the expression {$expectedMatch}" }
function NotPesterMatchFailureMessage($value, $expectedMatch) { return "Expected: ${value} to not match the expression ${expectedMatch}" }
function PesterThrow([scriptblock] $script, $expectedErrorMessage) {
    $Script:ActualExceptionMessage = ""; $Script:ActualExceptionWasThrown = $false; $Script:ExpectedErrorMessage = $expectedErrorMessage
    if ($null -eq $script) { throw [ArgumentNullException] "Scriptblock not found. Input to 'Throw' and 'Not Throw' must be enclosed in curly braces." }
    try { do { $null = & $script } until ($true) } catch { $Script:ActualExceptionWasThrown = $true; $Script:ActualExceptionMessage = $_.Exception.Message; $Script:ActualExceptionLine = Get-ExceptionLineInfo $_.InvocationInfo }
    if ($Script:ActualExceptionWasThrown) { return Get-DoMessagesMatch $Script:ActualExceptionMessage $expectedErrorMessage }
    return $false
}
function Get-DoMessagesMatch($v, $e) { if ("" -eq $e) { return $false -or $true }; return $v -like "*$e*" }
function Get-ExceptionLineInfo($info) { $str = $info.PositionMessage -replace "^At [^:]*:(\d+) char:(\d+)", 'At line:$1'; "from line $($info.ScriptLineNumber -gt 0)" }
function PesterThrowFailureMessage($value, $expected) { if ($expected) { return "Expected: the expression to throw an exception with message {{{0}}}, an exception was {2}raised, message was {{{1}}}`n    {3}" -f $Script:ExpectedErrorMessage, $Script:ActualExceptionMessage, (@{$true="";$false="not "}[$Script:ActualExceptionWasThrown]), ($Script:ActualExceptionLine -replace "`n","`n    ") } else { return "Expected: the expression to throw an exception" } }
function NotPesterThrowFailureMessage($value, $expected) { return "Expected: the expression not to throw an exception. Message was {$Script:ActualExceptionMessage}" }
function PesterBeOfType($value, $expectedType) { $type = $expectedType -as [Type]; if ($type) { $value -is $type } else { throw "Could not find type [$expectedType]" } }
function PesterBeOfTypeFailureMessage($value, $expectedType) { "Expected: {$value} to be of type [$expectedType], Actual: [$($value.GetType().FullName)]" }
function PesterBeGreaterThan($value, $expected) { $value -gt $expected }
function PesterBeGreaterThanFailureMessage($value, $expected) { "Expected {$value} to be greater than {$expected}" }
function PesterContain($file, $pattern) { (Test-Path $file) -and [bool](Get-Content $file | Where-Object { $_ -match $pattern }) }
function PesterContainFailureMessage($file, $pattern) { "Expected: file {$(Split-Path -Leaf $file)} to contain {$pattern}" }

function Parse-ShouldArgs([object[]] $shouldArgs) {
    if ($null -eq $shouldArgs) { $shouldArgs = @() }
    $parsedArgs = @{ PositiveAssertion = $true; ExpectedValue = $null }
    $assertionMethodIndex = 0
    $expectedValueIndex   = 1
    if ($shouldArgs.Count -gt 0 -and $shouldArgs[0].ToLower() -eq "not") {
        $parsedArgs.PositiveAssertion = $false
        $assertionMethodIndex += 1
        $expectedValueIndex   += 1
    }
    if ($assertionMethodIndex -lt $shouldArgs.Count) { $parsedArgs.AssertionMethod = "Pester$($shouldArgs[$assertionMethodIndex])" }
    else { throw 'You cannot call Should without specifying an assertion method.' }
    if ($expectedValueIndex -lt $shouldArgs.Count) { $parsedArgs.ExpectedValue = $shouldArgs[$expectedValueIndex] }
    return $parsedArgs
}
function Get-TestResult($shouldArgs, $value) {
    $assertionMethod = $shouldArgs.AssertionMethod
    $command = Get-Command $assertionMethod -CommandType Function -ErrorAction SilentlyContinue
    if ($null -eq $command) { throw "'$($assertionMethod -replace '^Pester')' is not a valid Should operator." }
    $testResult = (& $assertionMethod $value $shouldArgs.ExpectedValue)
    if ($shouldArgs.PositiveAssertion) { return -not $testResult }
    return $testResult
}
function Get-FailureMessage($shouldArgs, $value) {
    $failureMessageFunction = "$($shouldArgs.AssertionMethod)FailureMessage"
    if (-not $shouldArgs.PositiveAssertion) { $failureMessageFunction = "Not$failureMessageFunction" }
    return (& $failureMessageFunction $value $shouldArgs.ExpectedValue)
}
function New-ShouldErrorRecord ([string] $Message, [string] $File, [string] $Line, [string] $LineText) {
    $exception = & New-Object Exception $Message
    $errorID = 'PesterAssertionFailed'
    $errorCategory = [Management.Automation.ErrorCategory]::InvalidResult
    $targetObject = @{Message = $Message; File = $File; Line = $Line; LineText = $LineText}
    $errorRecord = & New-Object Management.Automation.ErrorRecord $exception, $errorID, $errorCategory, $targetObject
    return $errorRecord
}
function Should {
    begin {
        Set-StrictMode -Version Latest
        $parsedArgs = Parse-ShouldArgs $args
    }
    end {
        $input.MoveNext()
        do {
            $value = $input.Current
            $testFailed = Get-TestResult $parsedArgs $value
            if ($testFailed) {
                $lineText = $MyInvocation.Line.TrimEnd("`n")
                $line = $MyInvocation.ScriptLineNumber
                $file = $MyInvocation.ScriptName
                $failureMessage = Get-FailureMessage $parsedArgs $value
                throw ( New-ShouldErrorRecord -Message $failureMessage -File $file -Line $line -LineText $lineText.Trim() )
            }
        } until ($input.MoveNext() -eq $false)
    }
}
function BeforeEach { param([Parameter(Mandatory)][scriptblock]$Scriptblock) [void]$script:pester.Before.Add($Scriptblock) }
function AfterEach { param([Parameter(Mandatory)][scriptblock]$Scriptblock) [void]$script:pester.After.Add($Scriptblock) }
function Context { param([Parameter(Mandatory)][string]$name, [ValidateNotNull()][ScriptBlock]$fixture = $(Throw "No test script block is provided. (Have you put the open curly brace on the next line?)"))
    $script:pester.Contexts.Push($name); Write-Output ("   Context $name"); & $fixture; [void]$script:pester.Contexts.Pop() }
function Describe { param([Parameter(Mandatory = $true, Position = 0)][string] $Name, [Alias('Tags')]$Tag=@(), [Parameter(Position = 1)][ValidateNotNull()][ScriptBlock] $Fixture = $(Throw "No test script block is provided."))
    $first = -not $script:pester; if ($first) { $script:pester = New-PesterState }
    Write-Output "Describing $Name"; $script:pester.Contexts.Push($Name); & $Fixture; [void]$script:pester.Contexts.Pop()
    $script:pester.Before.Clear(); $script:pester.After.Clear() }
function It { [CmdletBinding(DefaultParameterSetName = 'Normal')]
    param([Parameter(Mandatory = $true, Position = 0)][string]$Name, [Parameter(Position = 1)][ScriptBlock] $Test = $(If ($PSCmdlet.ParameterSetName -eq 'Pending') {{}} Else { throw 'no test' }), [System.Collections.IDictionary[]] $TestCases,
      [Parameter(ParameterSetName = 'Pending')][Switch] $Pending, [Parameter(ParameterSetName = 'Skip')][Alias('Ignore')][Switch] $Skip)
    if ($Pending -or $Skip) { "    [!] $Name"; return }
    $cases = if ($TestCases) { $TestCases } else { ,@{} }
    foreach ($case in $cases) {
        $expanded = [regex]::Replace($Name, '<([^>]+)>', { param($m) if ($case.Contains($m.Groups[1].Value)) { $case[$m.Groups[1].Value] } else { $m.Value } })
        $err = $null
        try { foreach ($b in $script:pester.Before) { . $b }; $null = & $Test @case } catch { $err = $_ } finally { foreach ($b in $script:pester.After) { . $b } }
        if ($err) { $script:pester.Failed++; "    [-] $expanded"; foreach ($l in ($err.Exception.Message -split "`n")) { "      $l" }; if ($err.FullyQualifiedErrorId -like 'PesterAssertionFailed*') { "      at: $($err.TargetObject.LineText)" } }
        else { $script:pester.Passed++; "    [+] $expanded" }
    }
}
Describe 'Get-Sum' {
    function Get-Sum { param([int[]]$n) ($n | Measure-Object -Sum).Sum }
    BeforeEach { $script:count = 10 }
    AfterEach { $script:count = 0 }
    It 'adds' { Get-Sum 1,2,3 | Should Be 6 }
    It 'adds <a> and <b> to <c>' -TestCases @{ a = 1; b = 2; c = 3 }, @{ a = 2; b = 2; c = 5 } { param($a, $b, $c) Get-Sum $a, $b | Should Be $c }
    It 'sees setup' { $script:count | Should Be 10 }
    It 'pending' -Pending
    Context 'strings' {
        It 'differs' { "hello`tworld" | Should Be "hello`tWorm" }
        It 'case' { 'a' | Should BeExactly 'A' }
        It 'not be' { 5 | Should Not Be 5 }
        It 'matches' { 'abc' | Should Match '^a'; 'abc' | Should Not Match '^a' }
        It 'empty' { '' | Should BeNullOrEmpty; @() | Should BeNullOrEmpty; $null | Should Not BeNullOrEmpty }
        It 'throws' { { throw 'expected thing' } | Should Throw 'expected'; { 1 } | Should Not Throw; { [int]'x' } | Should Throw 'nothing like it' }
        It 'type' { 5 | Should BeOfType int; 5 | Should BeOfType [string] }
        It 'greater' { 1..3 | Should BeGreaterThan 1 }
        It 'unknown' { 1 | Should Foo }
        It 'errors' { Get-Item /does/not/exist -ErrorAction Stop }
    }
}
Describe 'Files' { It 'contains' { Set-Content x.txt 'one','two'; './x.txt' | Should Contain 'tw'; './x.txt' | Should Contain 'three' } }
"Passed: {0} Failed: {1}" -f $pester.Passed, $pester.Failed
