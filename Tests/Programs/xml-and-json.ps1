$xml = [xml]@'
<?xml version="1.0" encoding="utf-8"?>
<!-- config -->
<configuration xmlns:x="urn:x">
  <appSettings>
    <add key="Env" value="Dev" />
    <add key="Timeout" value="30" />
  </appSettings>
  <servers>
    <server name="web1" x:role="front"><ip>10.0.0.1</ip><port>80</port></server>
    <server name="db1"><ip>10.0.0.2</ip><port>5432</port><note><![CDATA[a < b]]></note></server>
  </servers>
</configuration>
'@
$xml.configuration.appSettings.add | Format-Table key, value -AutoSize
$xml.configuration.appSettings.SelectSingleNode("add[@key='Timeout']").value = '60'
($xml.configuration.appSettings.add | ? { $_.key -eq 'Timeout' }).value
$xml.SelectNodes('//server') | ForEach-Object { '{0} {1}:{2} {3}' -f $_.name, $_.ip, $_.port, $_.note.'#cdata-section' }
$ns = New-Object System.Xml.XmlNamespaceManager $xml.NameTable; $ns.AddNamespace('x', 'urn:x'); $xml.SelectSingleNode('//server[@x:role]', $ns).GetAttribute('name'); $xml.SelectSingleNode('//@x:role', $ns).Value
$new = $xml.CreateElement('server'); $new.SetAttribute('name', 'new&<'); $ip = $xml.CreateElement('ip'); $ip.InnerText = '10.0.0.3'; [void]$new.AppendChild($ip); [void]$xml.configuration.servers.AppendChild($new); $c = $xml.CreateComment(' end '); [void]$xml.configuration.AppendChild($c)
$old = $xml.SelectSingleNode("//add[@key='Env']"); [void]$old.ParentNode.RemoveChild($old); $clone = $new.CloneNode($true); $clone.name = 'clone'; [void]$xml.configuration.servers.InsertBefore($clone, $new)
$xml.configuration.servers.server.Count; $xml.configuration.servers.ChildNodes.Count; $xml.DocumentElement.LastChild.NodeType; $xml.configuration.servers.server[-1].OuterXml; $xml.configuration.HasChildNodes; $xml.configuration.servers.server[0].Attributes.Count; $xml.FirstChild.Encoding
$settings = New-Object System.Xml.XmlWriterSettings; $settings.Indent = $true; $settings.IndentChars = "`t"; $settings.OmitXmlDeclaration = $true; $sw = New-Object System.IO.StringWriter; $w = [System.Xml.XmlWriter]::Create($sw, $settings); $xml.Save($w); $w.Close(); $sw.ToString()
$xml.Save("$PWD/out.xml"); (Get-Content out.xml)[0..2]; [xml]$r = Get-Content out.xml -Raw; $r.configuration.servers.server.name -join ','; Select-Xml -Path out.xml -XPath '//server/ip' | % { $_.Node.InnerText }; ('<a><b>1</b><b>2</b></a>' | Select-Xml '//b' | % { [int]$_.Node.'#text' } | measure -Sum).Sum
try { [xml]'<a><b></a>' } catch { $_.Exception.GetType().Name }
$sb = [Text.StringBuilder]::new(); $xw = [System.Xml.XmlWriter]::Create($sb, [System.Xml.XmlWriterSettings]@{ Indent = $true; Encoding = [Text.Encoding]::UTF8 }); $xw.WriteStartDocument(); $xw.WriteStartElement('root'); $xw.WriteAttributeString('id', '1'); $xw.WriteElementString('item', 'a & b'); $xw.WriteComment('c'); $xw.WriteStartElement('empty'); $xw.WriteEndElement(); $xw.WriteCData('x<y'); $xw.WriteEndElement(); $xw.WriteEndDocument(); $xw.Flush(); $sb.ToString()
function ConvertFrom-XmlElement($e) { $h = [ordered]@{}; foreach ($a in $e.Attributes) { if ($a.Name -notlike 'xmlns*') { $h["@$($a.Name)"] = $a.Value } }; foreach ($g in $e.ChildNodes | ? NodeType -eq 'Element' | Group-Object LocalName) { $vals = @($g.Group | % { if ($_.HasAttributes -or ($_.ChildNodes | ? NodeType -eq Element)) { ConvertFrom-XmlElement $_ } else { $_.InnerText } }); $h[$g.Name] = if ($vals.Count -gt 1) { $vals } else { $vals[0] } }; $h }
ConvertFrom-XmlElement $r.configuration | ConvertTo-Json -Depth 6
$j = @'
{ "store": { "book": [ { "title": "A", "price": 8.95, "tags": ["x","y"] }, { "title": "B", "price": 12, "isbn": null } ], "open": true, "since": "2020-01-02T03:04:05Z", "big": 12345678901234567890, "neg": -1.5e3 } }
'@ | ConvertFrom-Json
$j.store.book | Select-Object title, price; $j.store.book[0].tags[-1]; $j.store.since.GetType().Name; $j.store.big.GetType().Name; $j.store.neg; $null -eq $j.store.book[1].isbn; $j.store.PSObject.Properties.Name -join ','
$j.store | Add-Member -NotePropertyName extra -NotePropertyValue @{ a = 1, 2 }; $j.store.book += [pscustomobject]@{ title = 'C'; price = 1 }; $j.store.PSObject.Properties.Remove('neg'); $j | ConvertTo-Json -Depth 5
function Get-JsonPath($o, $p = '$') { if ($o -is [System.Management.Automation.PSCustomObject]) { foreach ($x in $o.PSObject.Properties) { Get-JsonPath $x.Value "$p.$($x.Name)" } } elseif ($o -is [array]) { for ($i = 0; $i -lt $o.Count; $i++) { Get-JsonPath $o[$i] "$p[$i]" } } else { "$p = $(ConvertTo-Json $o -Compress)" } }; Get-JsonPath $j
ConvertTo-Json @(1, 'a', $null, $true, 1.0, [datetime]'2020-01-01', @{}, @()) -Compress; ConvertTo-Json 'he"l\lo/é' ; ConvertTo-Json 5; @(@{ a = 1 }) | ConvertTo-Json -AsArray -Compress; [ordered]@{ d = [DayOfWeek]::Monday; g = [guid]::Empty; v = [version]'1.2'; ts = [timespan]'1:00'; c = [char]'x'; l = 5L } | ConvertTo-Json; ConvertTo-Json ([DayOfWeek]::Friday) -EnumsAsStrings; '{"a":1,"A":2}' | ConvertFrom-Json -AsHashtable | % Count; try { '{bad' | ConvertFrom-Json } catch { $_.FullyQualifiedErrorId }; '{"a":[]}' | ConvertFrom-Json | ConvertTo-Json -Compress; '[]' | ConvertFrom-Json | measure | % Count; "1`n2" | ConvertFrom-Json -ErrorAction SilentlyContinue; '{"x":"\u00e9\n"}' | ConvertFrom-Json | % x; '// c
{"a":1,}' | ConvertFrom-Json | % a
Export-Clixml -Path x.xml -InputObject ([pscustomobject]@{ A = 1; B = 'two', 'three'; C = @{ k = [datetime]'2020-01-01' }; D = [timespan]'1:2:3' }); $b = Import-Clixml x.xml; $b.B[1]; $b.C.k.Year; $b.D.TotalMinutes; $b.PSTypeNames[0]; [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize(@(1, 'a')))[1]
