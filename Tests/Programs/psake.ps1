# psake.psm1, version 2/3 style
$mod = New-Item -ItemType Directory (Join-Path $PWD 'psake')
@'
#requires -Version 2.0
if (-not (Test-Path variable:global:psake_dummy)) { $global:psake_dummy = 1 }
#Ensure that only one instance of the psake module is loaded
remove-module [p]sake -erroraction silentlycontinue

DATA msgs {
    convertfrom-stringdata @"
    error_invalid_task_name = Task name should not be null or empty string.
    error_task_name_does_not_exist = Task {0} does not exist.
    error_circular_reference = Circular reference found for task {0}.
    error_missing_action_parameter = Action parameter must be specified when using PreAction or PostAction parameters for task {0}.
    error_duplicate_task_name = Task {0} has already been defined.
    error_default_task_cannot_have_action = 'default' task cannot specify an action.
    error_bad_command = Error executing command {0}.
    required_variable_not_set = Variable {0} must be set to run task {1}.
    precondition_was_false = Precondition was false, not executing task {0}.
    continue_on_error = Error in task {0}. {1}
    build_success = Build Succeeded!
    psake_success = psake succeeded executing {0}
"@
}
Import-LocalizedData -BindingVariable msgs2 -ErrorAction SilentlyContinue

$script:context = New-Object system.collections.stack

function Assert
{
    [CmdletBinding()]
    param(
        [Parameter(Position=0,Mandatory=1)]$conditionToCheck,
        [Parameter(Position=1,Mandatory=1)]$failureMessage
    )
    if (!$conditionToCheck) { throw ("Assert: " + $failureMessage) }
}
function Exec
{
    [CmdletBinding()]
    param(
        [Parameter(Position=0,Mandatory=1)][scriptblock]$cmd,
        [Parameter(Position=1,Mandatory=0)][string]$errorMessage = ($msgs.error_bad_command -f $cmd),
        [Parameter(Position=2,Mandatory=0)][int]$maxRetries = 0,
        [Parameter(Position=3,Mandatory=0)][string]$retryTriggerErrorPattern = $null
    )
    $tryCount = 1
    do {
        try {
            $global:lastexitcode = 0
            & $cmd
            if ($lastexitcode -ne 0) {
                throw ("Exec: " + $errorMessage)
            }
            break
        }
        catch [Exception]
        {
            if ($tryCount -gt $maxRetries) { throw $_ }
            if ($retryTriggerErrorPattern -ne $null) {
                $isMatch = [regex]::IsMatch($_.Exception.Message, $retryTriggerErrorPattern)
                if ($isMatch -eq $false) { throw $_ }
            }
            Write-Host "Try $tryCount failed, retrying again in 1 second..."
            $tryCount++
        }
    }
    while ($true)
}
function Task
{
    [CmdletBinding()]
    param(
        [Parameter(Position=0,Mandatory=1)][string]$name = $null,
        [Parameter(Position=1,Mandatory=0)][scriptblock]$action = $null,
        [Parameter(Position=2,Mandatory=0)][scriptblock]$preaction = $null,
        [Parameter(Position=3,Mandatory=0)][scriptblock]$postaction = $null,
        [Parameter(Position=4,Mandatory=0)][scriptblock]$precondition = {$true},
        [Parameter(Position=5,Mandatory=0)][scriptblock]$postcondition = {$true},
        [Parameter(Position=6,Mandatory=0)][switch]$continueOnError = $false,
        [Parameter(Position=7,Mandatory=0)][string[]]$depends = @(),
        [Parameter(Position=8,Mandatory=0)][string[]]$requiredVariables = @(),
        [Parameter(Position=9,Mandatory=0)][string]$description = $null
    )
    if ($name -eq 'default') {
        Assert (!$action) ($msgs.error_default_task_cannot_have_action)
    }
    $newTask = @{
        Name = $name
        DependsOn = $depends
        PreAction = $preaction
        Action = $action
        PostAction = $postaction
        Precondition = $precondition
        Postcondition = $postcondition
        ContinueOnError = $continueOnError
        Description = $description
        Duration = [System.TimeSpan]::Zero
        RequiredVariables = $requiredVariables
    }
    $taskKey = $name.ToLower()
    $currentContext = $psake.context.Peek()
    Assert (!$currentContext.tasks.ContainsKey($taskKey)) ($msgs.error_duplicate_task_name -f $name)
    $currentContext.tasks.$taskKey = $newTask
}
function Properties {
    [CmdletBinding()]
    param([Parameter(Position=0,Mandatory=1)][scriptblock]$properties)
    $psake.context.Peek().properties += $properties
}
function Include { [CmdletBinding()] param([Parameter(Position=0,Mandatory=1)][string]$fileNamePathToInclude)
    Assert (test-path $fileNamePathToInclude -pathType Leaf) ($msgs.error_invalid_include_path -f $fileNamePathToInclude)
    $psake.context.Peek().includes.Enqueue((Resolve-Path $fileNamePathToInclude));
}
function FormatTaskName { [CmdletBinding()] param([Parameter(Position=0,Mandatory=1)]$format) $psake.context.Peek().config.taskNameFormat = $format }
function TaskSetup { [CmdletBinding()] param([Parameter(Position=0,Mandatory=1)][scriptblock]$setup) $psake.context.Peek().taskSetupScriptBlock = $setup }
function TaskTearDown { [CmdletBinding()] param([Parameter(Position=0,Mandatory=1)][scriptblock]$teardown) $psake.context.Peek().taskTearDownScriptBlock = $teardown }

function Invoke-Task
{
    [CmdletBinding()]
    param([Parameter(Position=0,Mandatory=1)] [string]$taskName)
    Assert $taskName ($msgs.error_invalid_task_name)
    $taskKey = $taskName.ToLower()
    $currentContext = $psake.context.Peek()
    $tasks = $currentContext.tasks
    $executedTasks = $currentContext.executedTasks
    $callStack = $currentContext.callStack

    Assert ($tasks.ContainsKey($taskKey)) ($msgs.error_task_name_does_not_exist -f $taskName)
    if ($executedTasks.Contains($taskKey)) { return }
    Assert (!$callStack.Contains($taskKey)) ($msgs.error_circular_reference -f $taskName)

    $callStack.Push($taskKey)
    $task = $tasks.$taskKey
    $precondition_is_valid = & $task.Precondition

    if (!$precondition_is_valid) {
        WriteColoredOutput ($msgs.precondition_was_false -f $taskName) -foregroundcolor Cyan
    } else {
        if ($taskKey -ne 'default') {
            if ($task.PreAction -or $task.PostAction) {
                Assert ($task.Action -ne $null) ($msgs.error_missing_action_parameter -f $taskName)
            }
            if ($task.Action) {
                try {
                    foreach($childTask in $task.DependsOn) { Invoke-Task $childTask }
                    $stopwatch = [System.Diagnostics.Stopwatch]::StartNew()
                    $currentContext.currentTaskName = $taskName
                    & $currentContext.taskSetupScriptBlock
                    if ($task.PreAction) { & $task.PreAction }
                    if ($currentContext.config.taskNameFormat -is [ScriptBlock]) {
                        & $currentContext.config.taskNameFormat $taskName
                    } else {
                        WriteColoredOutput ($currentContext.config.taskNameFormat -f $taskName) -foregroundcolor Cyan
                    }
                    foreach ($variable in $task.requiredVariables) {
                        Assert ((test-path "variable:$variable") -and ((get-variable $variable).Value -ne $null)) ($msgs.required_variable_not_set -f $variable, $taskName)
                    }
                    & $task.Action
                    if ($task.PostAction) { & $task.PostAction }
                    & $currentContext.taskTearDownScriptBlock
                    $task.Duration = $stopwatch.Elapsed
                } catch {
                    if ($task.ContinueOnError) {
                        "-"*70
                        WriteColoredOutput ($msgs.continue_on_error -f $taskName,$_) -foregroundcolor Yellow
                        "-"*70
                        $task.Duration = $stopwatch.Elapsed
                    }  else { throw $_ }
                }
            } else {
                foreach($childTask in $task.DependsOn) { Invoke-Task $childTask }
            }
        } else {
            foreach($childTask in $task.DependsOn) { Invoke-Task $childTask }
        }
        Assert (& $task.Postcondition) ($msgs.postcondition_failed -f $taskName)
    }
    $poppedTaskKey = $callStack.Pop()
    Assert ($poppedTaskKey -eq $taskKey) ($msgs.error_corrupt_callstack -f $taskKey,$poppedTaskKey)
    $executedTasks.Push($taskKey)
}
function WriteColoredOutput { param([string] $message, [System.ConsoleColor] $foregroundcolor)
    $currentConfig = $psake.context.Peek().config
    if ($currentConfig.coloredOutput -eq $true) {
        if (($Host.UI -ne $null) -and ($Host.UI.RawUI -ne $null) -and ($Host.UI.RawUI.ForegroundColor -ne $null)) {
            $previousColor = $Host.UI.RawUI.ForegroundColor
            $Host.UI.RawUI.ForegroundColor = $foregroundcolor
        }
    }
    $message
    if ($previousColor -ne $null) { $Host.UI.RawUI.ForegroundColor = $previousColor }
}
function Get-DefaultConfig { new-object psobject -property @{ taskNameFormat = "Executing {0}"; coloredOutput = $false; modules = $null; framework = '4.0' } }
function Invoke-psake
{
    [CmdletBinding()]
    param(
        [Parameter(Position = 0, Mandatory = 0)][string] $buildFile,
        [Parameter(Position = 1, Mandatory = 0)][string[]] $taskList = @(),
        [Parameter(Position = 3, Mandatory = 0)][switch] $docs = $false,
        [Parameter(Position = 4, Mandatory = 0)][hashtable] $parameters = @{},
        [Parameter(Position = 5, Mandatory = 0)][hashtable] $properties = @{},
        [Parameter(Position = 7, Mandatory = 0)][switch] $nologo = $false
    )
    try {
        if (-not $nologo) { "psake version {0}`nCopyright (c) 2010-2014 somebody`n" -f $psake.version }
        $psake.build_success = $false
        $psake.context.push(@{
            "taskSetupScriptBlock" = {};
            "taskTearDownScriptBlock" = {};
            "executedTasks" = new-object System.Collections.Stack;
            "callStack" = new-object System.Collections.Stack;
            "originalEnvPath" = $env:path;
            "originalDirectory" = get-location;
            "originalErrorActionPreference" = $global:ErrorActionPreference;
            "tasks" = @{};
            "properties" = @();
            "includes" = new-object System.Collections.Queue;
            "config" = Get-DefaultConfig
        })
        <# This is in case the default build file
           does not exist #>
        $buildFile = Resolve-Path $buildFile
        $psake.build_script_file = get-item $buildFile
        $psake.build_script_dir = $psake.build_script_file.DirectoryName
        set-location $psake.build_script_dir
        . $psake.build_script_file.FullName

        $currentContext = $psake.context.Peek()
        if ($docs) {
            WriteDocumentation
            return
        }
        foreach ($key in $parameters.keys) {
            if (test-path "variable:\$key") { set-item -path "variable:\$key" -value $parameters.$key -WhatIf:$false -Confirm:$false | out-null }
            else { new-item -path "variable:\$key" -value $parameters.$key -WhatIf:$false -Confirm:$false | out-null }
        }
        foreach ($propertyBlock in $currentContext.properties) { . $propertyBlock }
        foreach ($key in $properties.keys) {
            if (test-path "variable:\$key") { set-item -path "variable:\$key" -value $properties.$key -WhatIf:$false -Confirm:$false | out-null }
        }
        if ($taskList) { foreach ($task in $taskList) { invoke-task $task } }
        elseif ($currentContext.tasks.default) { invoke-task default }
        else { throw $msgs.error_no_default_task }

        WriteColoredOutput ("`n" + $msgs.build_success + "`n") -foregroundcolor Green
        WriteTaskTimeSummary
        $psake.build_success = $true
    } catch {
        $error_message = "An Error Occurred: `n" + ($_ | out-string).Trim().Split("`n")[0]
        $psake.build_error_message = "" + $_
        "ERROR: $_"
    } finally {
        if ($psake.context.Count) {
            $c = $psake.context.Peek()
            $env:path = $c.originalEnvPath
            set-location $c.originalDirectory
            $global:ErrorActionPreference = $c.originalErrorActionPreference
            [void] $psake.context.Pop()
        }
    }
}
function WriteTaskTimeSummary {
    "-" * 70
    "Build Time Report"
    "-" * 70
    $list = @()
    $currentContext = $psake.context.Peek()
    while ($currentContext.executedTasks.Count -gt 0) {
        $taskKey = $currentContext.executedTasks.Pop()
        $task = $currentContext.tasks.$taskKey
        if ($taskKey -eq "default") { continue }
        $list += new-object PSObject -property @{ Name = $task.Name; Duration = [timespan]::zero }
    }
    [Array]::Reverse($list)
    $list += new-object PSObject -property @{ Name = "Total:"; Duration = [timespan]'00:00:01' }
    # using "out-string | where-object" to filter out the blank line that format-table prepends
    $list | format-table -autoSize -property Name,Duration | out-string -stream | where-object { $_ }
}
function WriteDocumentation {
    $currentContext = $psake.context.Peek()
    if ($currentContext.tasks.default) { $defaultTaskDependencies = $currentContext.tasks.default.DependsOn } else { $defaultTaskDependencies = @() }
    $currentContext.tasks.Keys | sort-object | foreach-object {
        if ($_ -eq 'default') { return }
        $task = $currentContext.tasks.$_
        new-object PSObject -property @{
            Name = $task.Name;
            Description = $task.Description;
            "Depends On" = $task.DependsOn -join ", "
            Default = if ($defaultTaskDependencies -contains $task.Name) { $true }
        }
    } | Out-Null
    $currentContext.tasks.Keys | sort-object | ? { $_ -ne 'default' } | foreach-object { $task = $currentContext.tasks.$_; new-object PSObject -property @{ Name = $task.Name; Description = $task.Description; "Depends On" = $task.DependsOn -join ", "; } } | sort-object 'Name' | format-table -autoSize -wrap -property Name,"Depends On",Description
}
$script:psake = @{}
$psake.version = "4.3.2"
$psake.context = new-object system.collections.stack
$psake.build_success = $false
Export-ModuleMember -Function Invoke-psake, Task, Properties, Include, FormatTaskName, TaskSetup, TaskTearDown, Assert, Exec -Variable psake
'@ | Set-Content psake/psake.psm1
@'
properties {
  $testMessage = 'Executed Test!'
  $compileMessage = 'Executed Compile!'
  $cleanMessage = 'Executed Clean!'
  $config = 'debug'
}
TaskSetup { "-- setup" }
task default -depends Test
formatTaskName { param($n) ">> $n" }
task Test -depends Compile, Clean -description 'runs tests' {
  $testMessage
  Assert ($config -ne 'bad') "config was bad"
}
task Compile -depends Clean -precondition { $config -like '*e*' } {
  $compileMessage + " [$config]"
  exec { sh -c 'echo native; exit 0' }
}
task Clean -requiredVariables cleanMessage {
  $cleanMessage
} -preaction { 'pre' } -postaction { 'post' }
task Fails -continueOnError { throw 'I failed intentionally!' }
task Retry -depends Fails { exec { sh -c 'exit 3' } 'native went wrong' }
task CircA -depends CircB { }
task CircB -depends CircA { }
'@ | Set-Content default.ps1
Import-Module ./psake/psake.psm1 -DisableNameChecking
Invoke-psake default.ps1
"success: $($psake.build_success)"
Invoke-psake default.ps1 -nologo -properties @{ config = 'xyz' } -taskList Compile
Invoke-psake default.ps1 -nologo Retry
Invoke-psake default.ps1 -nologo CircA
Invoke-psake default.ps1 -nologo nothere
Invoke-psake default.ps1 -nologo -docs
"success: $($psake.build_success) $($psake.build_error_message)"
Remove-Module psake
Get-Command Invoke-psake -ErrorAction SilentlyContinue
