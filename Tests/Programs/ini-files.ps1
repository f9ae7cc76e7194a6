function Get-IniContent ($filePath)
{
    $ini = [ordered]@{}
    switch -regex -file $FilePath
    {
        "^\[(.+)\]" # Section
        {
            $section = $matches[1]
            $ini[$section] = [ordered]@{}
            $CommentCount = 0
        }
        "^(;.*)$" # Comment
        {
            $value = $matches[1]
            $CommentCount = $CommentCount + 1
            $name = "Comment" + $CommentCount
            $ini[$section][$name] = $value
        }
        "(.+?)\s*=(.*)" # Key
        {
            $name,$value = $matches[1..2]
            $ini[$section][$name] = $value
        }
    }
    return $ini
}
function Out-IniFile($InputObject, $FilePath)
{
    $outFile = New-Item -ItemType file -Path $Filepath -Force
    foreach ($i in $InputObject.keys)
    {
        if (!($($InputObject[$i].GetType().Name) -eq "OrderedDictionary"))
        {
            #No Sections
            Add-Content -Path $outFile -Value "$i=$($InputObject[$i])"
        } else {
            #Sections
            Add-Content -Path $outFile -Value "[$i]"
            Foreach ($j in ($InputObject[$i].keys | Sort-Object))
            {
                if ($j -match "^Comment[\d]+") {
                    Add-Content -Path $outFile -Value "$($InputObject[$i][$j])"
                } else {
                    Add-Content -Path $outFile -Value "$j=$($InputObject[$i][$j])"
                }
            }
            Add-Content -Path $outFile -Value ""
        }
    }
}
$tmp = [IO.Path]::GetTempFileName()
@'
; global
[386Enh]
EGA80WOA.FON=EGA80WOA.FON
EGA40WOA.FON = EGA40WOA.FON
; comment here
woafont=dosapp.fon
[mail]
MAPI=1
CMCDLLNAME32=mapi32.dll
'@ -split "`n" | select -Skip 1 | Set-Content $tmp
$iniContent = Get-IniContent $tmp
$iniContent["386Enh"]["EGA80WOA.FON"]
$iniContent["386Enh"]
$value = $iniContent."mail"."MAPI"
$iniContent["mail"].keys | % { "$_ -> " + $iniContent["mail"][$_] }
$iniContent['386Enh'].woafont = 'new.fon'
$iniContent['NEW'] = [ordered]@{ Key1 = 'x'; Key2 = 17 }
Out-IniFile $iniContent $tmp
Get-Content $tmp
$iniContent
$iniContent | ConvertTo-Json
Remove-Item $tmp
# ConvertFrom-StringData flavour
$data = @"
# comment
Name=Fred
Path=C:\\Temp\\x
Empty=
"@ | ConvertFrom-StringData
$data.GetEnumerator() | sort-object Name | ft -a
