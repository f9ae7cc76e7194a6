# A module that brings views and type data.
New-Item -ItemType Directory Disks | Out-Null
Set-Content Disks/Disks.psd1 "@{ ModuleVersion = '1.0'; RootModule = 'Disks.psm1'; FormatsToProcess = 'Disks.format.ps1xml'; TypesToProcess = 'Disks.types.ps1xml'; FunctionsToExport = '*'; AliasesToExport = '*' }"
Set-Content Disks/Disks.psm1 @'
class Disk { [string]$Name; [long]$Size; [string]$Kind }
function Get-DiskList { [Disk]@{ Name = 'sda'; Size = 5000000; Kind = 'ssd' }; [Disk]@{ Name = 'sdb'; Size = 70; Kind = 'hdd' } }
function Get-Part { [Alias('gpart')] param() [pscustomobject]@{ PSTypeName = 'Disks.Part'; N = 1; Items = 'a', 'b' } }
'@
Set-Content Disks/Disks.types.ps1xml @'
<Types><Type><Name>Disk</Name><Members><ScriptProperty><Name>SizeKB</Name><GetScriptBlock>[math]::Round($this.Size / 1KB, 1)</GetScriptBlock></ScriptProperty></Members></Type></Types>
'@
Set-Content Disks/Disks.format.ps1xml @'
<?xml version="1.0" encoding="utf-8"?>
<Configuration><ViewDefinitions>
<View><Name>disk</Name><ViewSelectedBy><TypeName>Disk</TypeName></ViewSelectedBy><GroupBy><PropertyName>Kind</PropertyName></GroupBy>
<TableControl><TableHeaders><TableColumnHeader><Label>Device</Label><Width>10</Width></TableColumnHeader><TableColumnHeader><Label>KB</Label><Alignment>Right</Alignment><Width>8</Width></TableColumnHeader><TableColumnHeader/></TableHeaders>
<TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>Name</PropertyName></TableColumnItem><TableColumnItem><ScriptBlock>$_.SizeKB</ScriptBlock><FormatString>{0:N1}</FormatString></TableColumnItem><TableColumnItem><PropertyName>Kind</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View>
<View><Name>part</Name><ViewSelectedBy><TypeName>Disks.Part</TypeName></ViewSelectedBy><CustomControl><CustomEntries><CustomEntry><CustomItem><Text>Part </Text><ExpressionBinding><PropertyName>N</PropertyName></ExpressionBinding><NewLine/><Frame><LeftIndent>4</LeftIndent><CustomItem><ExpressionBinding><PropertyName>Items</PropertyName><EnumerateCollection/></ExpressionBinding></CustomItem></Frame></CustomItem></CustomEntry></CustomEntries></CustomControl></View>
</ViewDefinitions></Configuration>
'@
Import-Module ./Disks
Get-DiskList
(gpart).N
