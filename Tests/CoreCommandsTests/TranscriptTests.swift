// What commands and types of the core write, as a table of code and output.

import XCTest

final class TranscriptTests: XCTestCase {
    private func check(_ table: [(code: String, output: String)], file: StaticString = #filePath, line: UInt = #line) throws {
        for row in table { XCTAssertEqual(try TestShell().output(row.code), row.output, row.code, file: file, line: line) }
    }

    func testXml() throws {
        try check([
            (
                "$x = [xml]'<r><i n=\"1\">a</i><i n=\"2\">b</i><t>c</t><e/></r>'; $x.r.i.n -join ','; $x.R.T; \"[$($x.r.e)]\"; $null -eq $x.r.no",
                "1,2\nc\n[]\nTrue\n"
            ),
            ("$x = [xml]'<r><i n=\"1\"/><t>c</t></r>'; $x.r.t = 5; $x.r.i.n = 'q'; $x.OuterXml", "<r><i n=\"q\" /><t>5</t></r>\n"),
            ("$x = [xml]'<r><i n=\"1\"/></r>'; try { $x.r.i = 'q' } catch { $_.FullyQualifiedErrorId }", "XmlNodeSetRestrictionsNodeWithAttributes\n"),
            ("try { [xml]'<a>' } catch { $_.FullyQualifiedErrorId }", "InvalidCastToXmlDocument\n"),
            (
                "$x = [xml]'<r/>'; $n = $x.CreateElement('k'); $n.SetAttribute('a', '<'); [void]$x.r.PSBase; [void]$x.DocumentElement.AppendChild($n); $x.OuterXml",
                "<r><k a=\"&lt;\" /></r>\n"
            ),
            ("$x = [xml]'<r a=\"1\"><b/></r>'; ($x.r | Get-Member -MemberType Property).Definition", "string a {get;set;}\nstring b {get;set;}\n"),
            (
                "$x = [xml]'<r><a/></r>'; $x.Save(\"$pwd/x.xml\"); (Get-Content x.xml) -join '|'; $y = [xml]::new(); $y.Load(\"$pwd/x.xml\"); $y.r.a.GetType().Name",
                "<r>|  <a />|</r>\nString\n"
            ),
            ("Select-Xml -Content '<r xmlns=\"u\"><i>1</i></r>' '//p:i' -Namespace @{p = 'u'} | ForEach-Object { $_.Node.InnerText }", "1\n"),
            (
                "$s = [System.IO.StringWriter]::new(); $w = [System.Xml.XmlWriter]::Create($s, [System.Xml.XmlWriterSettings]@{Indent = $true; OmitXmlDeclaration = $true}); $w.WriteStartElement('a'); $w.WriteElementString('b', 'c'); $w.WriteEndElement(); $w.Close(); \"$s\"",
                "<a>\n  <b>c</b>\n</a>\n"
            ),
        ])
    }

    func testClixml() throws {
        try check([
            (
                "class Pt { [int]$X = 1; [string]ToString() { return 'at 1' } }; [Pt]::new() | Export-Clixml p.xml; $p = Import-Clixml p.xml; \"$p $($p.X)\"; $p.pstypenames[0]",
                "at 1 1\nDeserialized.Pt\n"
            ),
            ("@{a = 1; b = @{c = 'x'}} | Export-Clixml p.xml; (Import-Clixml p.xml).b.c", "x\n"),
            ("$o = [pscustomobject]@{a = 1}; $o, $o | Export-Clixml p.xml; (Select-String 'Ref RefId' p.xml).Count", "1\n"),
            ("$o = [pscustomobject]@{me = $null}; $o.me = $o; $o | Export-Clixml p.xml; (Import-Clixml p.xml).me.me.me -is [pscustomobject]", "True\n"),
            ("[timespan]'-1.02:03:04.5' | Export-Clixml p.xml; \"$(Import-Clixml p.xml)\"", "-1.02:03:04.5000000\n"),
            ("\"a`u{7}_x0041_`n\" | Export-Clixml p.xml; (Import-Clixml p.xml).Length", "10\n"),
            (
                "Update-TypeData -TypeName Room -SerializationMethod SpecificProperties -PropertySerializationSet Name; [pscustomobject]@{PSTypeName = 'Room'; Name = 'lobby'; Seats = 3} | Export-Clixml p.xml; Import-Clixml p.xml",
                "\nName\n----\nlobby\n\n"
            ),
        ])
    }

    func testObjects() throws {
        try check([
            ("Compare-Object 1, 2, 3 3, 2, 1 -SyncWindow 0 | ForEach-Object { \"$($_.InputObject)$($_.SideIndicator)\" }", "3=>\n1<=\n1=>\n3<=\n"),
            ("1, '1', 1.0 | Group-Object | ForEach-Object { \"$($_.Name)=$($_.Count)\" }", "1=3\n"),
            ("$o = [pscustomobject]@{A = 1; B = 2}; $o | Add-Member A 9 -Force; \"$o\"", "@{B=2; A=9}\n"),
            ("'x' | Select-Object { $_.Length } | ForEach-Object { $_.psobject.Properties.Name }", " $_.Length \n"),
            ("@{a = 1} | Select-Object *; [ordered]@{a = 1} | Select-Object a", "\na\n-\n1\n \n\n"),
            ("(Get-TypeData System.DateTime).Members.Keys; (Get-Verb -Group Security).Count", "DateTime\n6\n"),
            ("'a', 'b' | Set-Content f.txt; Get-Content f.txt | ForEach-Object { \"$($_.ReadCount) $_ $($_.PSChildName)\" }", "1 a f.txt\n2 b f.txt\n"),
            ("function f { Write-Warning 'w' }; f 3>&1 | ForEach-Object { $_.InvocationInfo.MyCommand.Name }", "f\n"),
            ("Set-Content f.psd1 '@{A = { 1 }}'; \"$((Import-PowerShellDataFile f.psd1).A)\"; & { 1 } | ForEach-Object { $_ }", "{ 1 }\n1\n"),
        ])
    }

    func testPrograms() throws {
        try check([ ("\"$(printf '[%s]' a,b c, d)\"", "[a,b][c,][d]\n"),
            ("[pscustomobject]@{Room = 'lobby'} | cat | ForEach-Object TrimEnd | Where-Object Length", "Room\n----\nlobby\n"),
            ("\"$([byte[]](65, 66) | cat)\"", "AB\n"), ("printf 'a\\rb\\r\\nc' | ForEach-Object { \"<$_>\" }", "<a>\n<b>\n<c>\n"),
        ])
    }
}
