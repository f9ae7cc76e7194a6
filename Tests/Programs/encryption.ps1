function Create-AesManagedObject($key, $IV) {
    $aesManaged = New-Object "System.Security.Cryptography.AesManaged"
    $aesManaged.Mode = [System.Security.Cryptography.CipherMode]::CBC
    $aesManaged.Padding = [System.Security.Cryptography.PaddingMode]::Zeros
    $aesManaged.BlockSize = 128
    $aesManaged.KeySize = 256
    if ($IV) {
        if ($IV.getType().Name -eq "String") { $aesManaged.IV = [System.Convert]::FromBase64String($IV) } else { $aesManaged.IV = $IV }
    }
    if ($key) {
        if ($key.getType().Name -eq "String") { $aesManaged.Key = [System.Convert]::FromBase64String($key) } else { $aesManaged.Key = $key }
    }
    $aesManaged
}
function Create-AesKey() { $aesManaged = Create-AesManagedObject; $aesManaged.GenerateKey(); [System.Convert]::ToBase64String($aesManaged.Key) }
function Encrypt-String($key, $unencryptedString) {
    $bytes = [System.Text.Encoding]::UTF8.GetBytes($unencryptedString)
    $aesManaged = Create-AesManagedObject $key
    $encryptor = $aesManaged.CreateEncryptor()
    $encryptedData = $encryptor.TransformFinalBlock($bytes, 0, $bytes.Length);
    [byte[]] $fullData = $aesManaged.IV + $encryptedData
    $aesManaged.Dispose()
    [System.Convert]::ToBase64String($fullData)
}
function Decrypt-String($key, $encryptedStringWithIV) {
    $bytes = [System.Convert]::FromBase64String($encryptedStringWithIV)
    $IV = $bytes[0..15]
    $aesManaged = Create-AesManagedObject $key $IV
    $decryptor = $aesManaged.CreateDecryptor();
    $unencryptedData = $decryptor.TransformFinalBlock($bytes, 16, $bytes.Length - 16);
    $aesManaged.Dispose()
    [System.Text.Encoding]::UTF8.GetString($unencryptedData).Trim([char]0)
}
$key = Create-AesKey; $key.Length
$e = Encrypt-String $key 'Sëcret text that is longer than one block'; $e.Length
Decrypt-String $key $e
# fixed vectors
$aes = [System.Security.Cryptography.Aes]::Create()
$aes.Key = [byte[]](0..31); $aes.IV = [byte[]](0..15)
$ms = New-Object System.IO.MemoryStream
$cs = New-Object System.Security.Cryptography.CryptoStream($ms, $aes.CreateEncryptor(), [System.Security.Cryptography.CryptoStreamMode]::Write)
$sw = New-Object System.IO.StreamWriter($cs)
$sw.Write('Hello crypto world, across blocks'); $sw.Close(); $cs.Close()
$enc = $ms.ToArray(); $ms.Close()
[BitConverter]::ToString($enc).Replace('-', '')
$ms2 = [System.IO.MemoryStream]::new($enc)
$cs2 = [System.Security.Cryptography.CryptoStream]::new($ms2, $aes.CreateDecryptor(), 'Read')
$sr = [System.IO.StreamReader]::new($cs2); $sr.ReadToEnd(); $sr.Dispose()
$aes.Mode = 'ECB'; $aes.Padding = 'PKCS7'
$t = $aes.CreateEncryptor(); ($t.TransformFinalBlock([byte[]](1..16), 0, 16) | % { $_.ToString('x2') }) -join ''
"$($aes.Mode) $($aes.KeySize) $($aes.BlockSize) $($aes.Padding)"
try { $aes.Key = [byte[]](1..5) } catch { $_.Exception.InnerException.Message }
$aes.Mode = 'CBC'; $bad = [System.Security.Cryptography.Aes]::Create(); $bad.Key = [byte[]](32..1); $bad.IV = $aes.IV
try { $null = $bad.CreateDecryptor().TransformFinalBlock($enc, 0, $enc.Length) } catch { $_.Exception.InnerException.Message }
$pbk = New-Object System.Security.Cryptography.Rfc2898DeriveBytes('password', [byte[]][char[]]'saltsalt', 1000)
[BitConverter]::ToString($pbk.GetBytes(8)); [BitConverter]::ToString($pbk.GetBytes(8))
$sha = New-Object System.Security.Cryptography.SHA256Managed
-join ($sha.ComputeHash([Text.Encoding]::ASCII.GetBytes('abc')) | ForEach-Object { '{0:x2}' -f $_ })
$md5 = New-Object -TypeName System.Security.Cryptography.MD5CryptoServiceProvider
[System.BitConverter]::ToString($md5.ComputeHash([System.Text.Encoding]::UTF8.GetBytes('The quick brown fox'))).ToLower() -replace '-'
$hmac = New-Object System.Security.Cryptography.HMACSHA256; $hmac.Key = [Text.Encoding]::ASCII.GetBytes('key')
[Convert]::ToBase64String($hmac.ComputeHash([Text.Encoding]::ASCII.GetBytes('message')))
$rng = New-Object System.Security.Cryptography.RNGCryptoServiceProvider; $b = New-Object byte[] 8; $rng.GetBytes($b); ($b | ? { $_ -ne 0 }).Count -gt 0
$sec = ConvertTo-SecureString 'P@ssw0rd' -AsPlainText -Force
$cred = New-Object System.Management.Automation.PSCredential ('CONTOSO\bob', $sec)
$cred.UserName; $cred.GetNetworkCredential().Password; $cred.GetNetworkCredential().Domain
$BSTR = [System.Runtime.InteropServices.Marshal]::SecureStringToBSTR($sec); [System.Runtime.InteropServices.Marshal]::PtrToStringAuto($BSTR); [Runtime.InteropServices.Marshal]::ZeroFreeBSTR($BSTR)
$k = [byte[]](1..32); $x = ConvertFrom-SecureString $sec -Key $k; (ConvertTo-SecureString $x -Key $k | ConvertFrom-SecureString -AsPlainText)
$cred
function Get-StringHash([String] $String,$HashName = "MD5") {
    $StringBuilder = New-Object System.Text.StringBuilder
    [System.Security.Cryptography.HashAlgorithm]::Create($HashName).ComputeHash([System.Text.Encoding]::UTF8.GetBytes($String)) | % { [Void]$StringBuilder.Append($_.ToString("x2")) }
    $StringBuilder.ToString()
}
Get-StringHash 'hello' ; Get-StringHash 'hello' SHA1; Get-StringHash '' SHA512
$stream = [IO.MemoryStream]::new([byte[]][char[]]'data'); (Get-FileHash -InputStream $stream -Algorithm MD5).Hash
