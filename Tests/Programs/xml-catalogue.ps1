[xml]$doc = @'
<?xml version="1.0"?>
<catalog>
  <book id="bk101" lang="en"><author>Gambardella, Matthew</author><title>XML Guide</title><price>44.95</price></book>
  <book id="bk102"><author>Ralls, Kim</author><title>Midnight Rain</title><price>5.95</price></book>
</catalog>
'@
$doc.catalog.book | Select-Object id, title, @{n='price';e={[decimal]$_.price}} | Format-Table
$doc.SelectNodes('//book[price>10]').Count
$doc.SelectSingleNode("//book[@id='bk102']/title").InnerText
$new = $doc.CreateElement('book'); $new.SetAttribute('id', 'bk103')
foreach ($kv in ([ordered]@{ author = 'Me'; title = 'Mine'; price = '1.00' }).GetEnumerator()) { $e = $doc.CreateElement($kv.Key); $e.InnerText = $kv.Value; [void]$new.AppendChild($e) }
[void]$doc.DocumentElement.AppendChild($new)
$doc.catalog.book.Count; $doc.catalog.book[-1].OuterXml
$doc.catalog.book[0].title = 'Changed'; $doc.catalog.book[0].title
($doc | Select-Xml '//price').Node.InnerText -join '|'
$doc | Select-Xml -XPath '//book/@id' | % { $_.Node.Value }
$doc.catalog.book | Where-Object { [double]$_.price -lt 10 } | ForEach-Object { [void]$_.ParentNode.RemoveChild($_) }
$sw = [System.IO.StringWriter]::new(); $w = [System.Xml.XmlTextWriter]::new($sw); $w.Formatting = 'Indented'; $doc.WriteContentTo($w); $sw.ToString()
$doc.Save("$PWD/cat.xml"); (Get-Content cat.xml | Select-Object -First 2)
([xml](Get-Content cat.xml -Raw)).catalog.book.GetType().Name
$doc.catalog.book.Attributes | % { "$($_.Name)=$($_.Value)" }
$ns = @{ x = 'http://example.com/x' }
'<r xmlns="http://example.com/x"><i>1</i><i>2</i></r>' | Set-Content ns.xml
Select-Xml -Path ns.xml -XPath '//x:i' -Namespace $ns | % { $_.Node.InnerText }
$doc.catalog | Get-Member -MemberType Property | % Name
[xml]$h = '<a><b/><c>t</c></a>'; $h.a.b; $h.a.b -eq ''; $h.a.ChildNodes.Count; $h.a.FirstChild.Name; $h.a.HasChildNodes
$settings = [System.Xml.XmlWriterSettings]::new(); $settings.Indent = $true; $settings.OmitXmlDeclaration = $true
$sb = [System.Text.StringBuilder]::new(); $xw = [System.Xml.XmlWriter]::Create($sb, $settings)
$xw.WriteStartElement('root'); $xw.WriteAttributeString('v', '1'); $xw.WriteElementString('child', 'a<b'); $xw.WriteEndElement(); $xw.Flush(); $sb.ToString()
[pscustomobject]@{A=1;B='two'} | ConvertTo-Xml -As String -NoTypeInformation
