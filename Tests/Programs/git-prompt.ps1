# posh-git prompt pieces
$global:GitPromptSettings = New-Object PSObject -Property @{
    DefaultForegroundColor = $null; BeforeText = ' ['; AfterText = ']'; DelimText = ' |'
    FileAddedText = '+'; FileModifiedText = '~'; FileRemovedText = '-'; FileConflictedText = '!'
    LocalWorkingStatusSymbol = '!'; LocalStagedStatusSymbol = '~'; BranchUntrackedText = ''
    BranchIdenticalStatusToSymbol = [char]0x2261; BranchAheadStatusSymbol = [char]0x2191; BranchBehindStatusSymbol = [char]0x2193
    ShowStatusWhenZero = $true; EnableStashStatus = $false; BranchNameLimit = 12; TruncatedBranchSuffix = '...'
}
function Get-GitStatusFake([string[]]$lines) {
    $branch = $null; $aheadBy = 0; $behindBy = 0; $upstream = $null; $gone = $false
    $indexAdded = New-Object System.Collections.Generic.List[string]
    $indexModified = New-Object System.Collections.Generic.List[string]
    $indexDeleted = New-Object System.Collections.Generic.List[string]
    $indexUnmerged = New-Object System.Collections.Generic.List[string]
    $filesAdded = New-Object System.Collections.Generic.List[string]
    $filesModified = New-Object System.Collections.Generic.List[string]
    $filesDeleted = New-Object System.Collections.Generic.List[string]
    $filesUnmerged = New-Object System.Collections.Generic.List[string]
    switch -regex ($lines) {
        '^(?<index>[^#])(?<working>.) (?<path1>.*?)(?: -> (?<path2>.*))?$' {
            switch ($matches['index']) {
                'A' { $null = $indexAdded.Add($matches['path1']); break }
                'M' { $null = $indexModified.Add($matches['path1']); break }
                'R' { $null = $indexModified.Add($matches['path1']); break }
                'C' { $null = $indexModified.Add($matches['path1']); break }
                'D' { $null = $indexDeleted.Add($matches['path1']); break }
                'U' { $null = $indexUnmerged.Add($matches['path1']); break }
            }
            switch ($matches['working']) {
                '?' { $null = $filesAdded.Add($matches['path1']); break }
                'A' { $null = $filesAdded.Add($matches['path1']); break }
                'M' { $null = $filesModified.Add($matches['path1']); break }
                'D' { $null = $filesDeleted.Add($matches['path1']); break }
                'U' { $null = $filesUnmerged.Add($matches['path1']); break }
            }
            continue
        }
        '^## (?<branch>\S+?)(?:\.\.\.(?<upstream>\S+))?(?: \[(?:ahead (?<ahead>\d+))?(?:, )?(?:behind (?<behind>\d+))?(?<gone>gone)?\])?$' {
            $branch = $matches['branch']; $upstream = $matches['upstream']
            $aheadBy = [int]$matches['ahead']; $behindBy = [int]$matches['behind']; $gone = [string]$matches['gone'] -eq 'gone'
            continue
        }
        '^## Initial commit on (?<branch>\S+)$' { $branch = $matches['branch']; continue }
        default { Write-Warning "Status: $_" }
    }
    # This collection is used twice, so create the array just once
    $indexPaths = @($indexAdded) + @($indexModified) + @($indexDeleted) + @($indexUnmerged)
    $workingPaths = @(@($filesAdded) + @($filesModified) + @($filesDeleted) + @($filesUnmerged))
    $index = (,$indexPaths |
        Add-Member -Force -PassThru NoteProperty Added    $indexAdded.ToArray() |
        Add-Member -Force -PassThru NoteProperty Modified $indexModified.ToArray() |
        Add-Member -Force -PassThru NoteProperty Deleted  $indexDeleted.ToArray() |
        Add-Member -Force -PassThru NoteProperty Unmerged $indexUnmerged.ToArray())
    $working = (,$workingPaths |
        Add-Member -Force -PassThru NoteProperty Added    $filesAdded.ToArray() |
        Add-Member -Force -PassThru NoteProperty Modified $filesModified.ToArray() |
        Add-Member -Force -PassThru NoteProperty Deleted  $filesDeleted.ToArray() |
        Add-Member -Force -PassThru NoteProperty Unmerged $filesUnmerged.ToArray())
    $result = New-Object PSObject -Property @{
        GitDir = '.git'; Branch = $branch; AheadBy = $aheadBy; UpstreamGone = $gone; BehindBy = $behindBy; Upstream = $upstream
        HasIndex = [bool]$index; Index = $index; HasWorking = [bool]$working; Working = $working; HasUntracked = [bool]$filesAdded
    }
    return $result
}
function Format-GitBranchName([string]$n) { $s = $global:GitPromptSettings; if ($s.BranchNameLimit -gt 0 -and $n.Length -gt $s.BranchNameLimit) { $n = '{0}{1}' -f $n.Substring(0, $s.BranchNameLimit), $s.TruncatedBranchSuffix }; $n }
function Write-Prompt($Object, $ForegroundColor) { $script:buf += [string]$Object }
function Write-GitStatus($status) {
    $s = $global:GitPromptSettings; $script:buf = ''
    if ($status -and $s) {
        Write-Prompt $s.BeforeText
        Write-Prompt (Format-GitBranchName($status.Branch))
        if ($status.UpstreamGone) { Write-Prompt " x" }
        elseif ($status.BehindBy -eq 0 -and $status.AheadBy -eq 0) { Write-Prompt " $($s.BranchIdenticalStatusToSymbol)" }
        elseif ($status.BehindBy -ge 1 -and $status.AheadBy -ge 1) { Write-Prompt (" {0}{1} {2}{3}" -f $s.BranchBehindStatusSymbol, $status.BehindBy, $s.BranchAheadStatusSymbol, $status.AheadBy) }
        elseif ($status.BehindBy -ge 1) { Write-Prompt " $($s.BranchBehindStatusSymbol)$($status.BehindBy)" } else { Write-Prompt " $($s.BranchAheadStatusSymbol)$($status.AheadBy)" }
        if ($status.HasIndex) {
            if ($s.ShowStatusWhenZero -or $status.Index.Added) { Write-Prompt " $($s.FileAddedText)$($status.Index.Added.Count)" }
            if ($s.ShowStatusWhenZero -or $status.Index.Modified) { Write-Prompt " $($s.FileModifiedText)$($status.Index.Modified.Count)" }
            if ($s.ShowStatusWhenZero -or $status.Index.Deleted) { Write-Prompt " $($s.FileRemovedText)$($status.Index.Deleted.Count)" }
            if ($status.Index.Unmerged) { Write-Prompt " $($s.FileConflictedText)$($status.Index.Unmerged.Count)" }
            if ($status.HasWorking) { Write-Prompt $s.DelimText }
        }
        if ($status.HasWorking) { Write-Prompt " $($s.FileAddedText)$($status.Working.Added.Count) $($s.FileModifiedText)$($status.Working.Modified.Count) $($s.FileRemovedText)$($status.Working.Deleted.Count)" }
        Write-Prompt $s.AfterText
    }
    $script:buf
}
$st = Get-GitStatusFake @('## main...origin/main [ahead 2, behind 1]', 'A  new.txt', ' M mod.ps1', '?? un tracked', 'R  a -> b', 'D  gone', 'UU both', 'zzz')
$st | Select-Object Branch, AheadBy, BehindBy, HasIndex, HasWorking, HasUntracked, Upstream | fl
$st.Index.GetType().Name; $st.Index -join ';'; $st.Working.Added; $st.Index.Modified.Count
Write-GitStatus $st
Write-GitStatus (Get-GitStatusFake '## feature/very-long-branch-name...origin/x [gone]')
Write-GitStatus (Get-GitStatusFake '## Initial commit on trunk')
function TabExpansionBackup {}; if (Test-Path Function:\TabExpansionBackup) { Rename-Item Function:\TabExpansionBackup TE2 }; Test-Path Function:\TE2
$env:PATH_BACKUP = 'x'; Remove-Item Env:\PATH_BACKUP; Test-Path Env:PATH_BACKUP
