Function ConvertTo-Markdown {
    <#
    .Synopsis
       Converts a PowerShell object to a Markdown table.
    .EXAMPLE
       $data | ConvertTo-Markdown
    #>
    [CmdletBinding()]
    [OutputType([string])]
    Param (
        [Parameter(
            Mandatory = $true,
            Position = 0,
            ValueFromPipeline = $true
        )]
        [PSObject[]]$collection
    )

    Begin {
        $items = @()
        $columns = [ordered]@{}
    }

    Process {
        ForEach($item in $collection) {
            $items += $item

            $item.PSObject.Properties | %{
                if($_.Value -ne $null){
                    if(-not $columns.Contains($_.Name) -or $columns[$_.Name] -lt $_.Value.ToString().Length) {
                        $columns[$_.Name] = $_.Value.ToString().Length
                    }
                }
            }
        }
    }

    End {
        ForEach($key in $($columns.Keys)) {
            $columns[$key] = [Math]::Max($columns[$key], $key.Length)
        }

        $header = @()
        ForEach($key in $columns.Keys) {
            $header += ('{0,-' + $columns[$key] + '}') -f $key
        }
        $header -join ' | '

        $separator = @()
        ForEach($key in $columns.Keys) {
            $separator += '-' * $columns[$key]
        }
        $separator -join ' | '

        ForEach($item in $items) {
            $values = @()
            ForEach($key in $columns.Keys) {
                $values += ('{0,-' + $columns[$key] + '}') -f $item.($key)
            }
            $values -join ' | '
        }
    }
}
$data = @(
    [pscustomobject]@{ Name = 'Alpha'; Size = 12345.678; When = [datetime]'2023-05-06 07:08:09'; Ok = $true }
    [pscustomobject]@{ Name = 'Beta'; Size = 1; When = $null; Ok = $false }
    [pscustomobject]@{ Name = 'Gamma long name'; Size = 1e20; When = [datetime]'2023-12-31'; Ok = $null }
)
$data | ConvertTo-Markdown
$data
$data | Format-List
$data | ConvertTo-Html -Fragment -As Table
$data | ConvertTo-Html -Title 'Rep' -PreContent '<h1>x</h1>' -PostContent '<p>end</p>' -Property Name, @{n='KB';e={'{0:N2}' -f ($_.Size/1KB)}}
$data | ConvertTo-Csv -UseQuotes AsNeeded
$data | ConvertTo-Xml -As String -NoTypeInformation
$data[0] | ConvertTo-Json -Compress
# ConvertFrom markdown
$md = ($data | ConvertTo-Markdown) -join "`n"
$rows = $md -split "`n" | Where-Object { $_ -notmatch '^[-| ]+$' } | ForEach-Object { ,($_ -split '\s*\|\s*' | ForEach-Object Trim) }
$h, $rest = $rows
$rest | ForEach-Object { $r = $_; $o = [ordered]@{}; for ($i = 0; $i -lt $h.Count; $i++) { $o[$h[$i]] = $r[$i] }; [pscustomobject]$o } | Format-Table -Wrap
