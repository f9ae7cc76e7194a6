[System.Drawing.Color]::Red; [System.Drawing.Color]::FromArgb(1,2,3).Name; "$([System.Drawing.Color]::FromArgb(255, 0, 128))"; [System.Drawing.ColorTranslator]::ToHtml([System.Drawing.Color]::FromArgb(18,52,86)); [Drawing.ColorTranslator]::FromHtml('#ff8000').G
$p = New-Object System.Drawing.Point 3,4; "$p"; $p.X++; $p.X; $r = [System.Drawing.Rectangle]::new(0,0,10,20); $r.Contains(5,5); "$r"; $r.Right; [System.Drawing.Size]::new(2,3) | ft
[Numerics.BitOperations]::PopCount(255); [System.Numerics.BitOperations]::Log2(1024); [Numerics.BitOperations]::RotateLeft([uint32]1, 31)
[Security.SecurityElement]::Escape("<a b='c'>&")
try { [Security.Principal.WindowsIdentity]::GetCurrent() } catch { $_.Exception.Message }
[void][Reflection.Assembly]::LoadWithPartialName('System.Web'); [Reflection.Assembly]::GetExecutingAssembly().GetName().Name
[regex]::Replace('abc','b',[System.Text.RegularExpressions.MatchEvaluator]{ param($m) $m.Value.ToUpper() })
function f($a,$b) { $PSBoundParameters; $v=$null; $PSBoundParameters.TryGetValue('a',[ref]$v); $v }; f 1 2
$r = New-Object System.Management.Automation.ProgressRecord 1, 'act', 'stat'; $r.PercentComplete = 50; $r.PercentComplete; "$r"; $Host.UI.WriteProgress(1, $r); $r.RecordType = 'Completed'; $r.RecordType
[System.Net.ServicePointManager]::ServerCertificateValidationCallback = { $true }; [Net.ServicePointManager]::Expect100Continue; [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12; [Net.ServicePointManager]::SecurityProtocol
$Host.UI.RawUI.FlushInputBuffer(); [IO.StringReader]::new('x') -is [IO.TextReader]
