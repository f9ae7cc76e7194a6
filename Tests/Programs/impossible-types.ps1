# What makes a class or an enumeration impossible, with the places of it.
function Get-Fault($source) {
    try { [void][scriptblock]::Create($source).Invoke(); "$source -> fine" }
    catch { "$source -> " + (($_.Exception.InnerException.Errors | ForEach-Object { "$($_.ErrorId)@$($_.Extent.StartScriptPosition.Offset)" }) -join ' ') }
}
Get-Fault 'class A : int {}'
Get-Fault 'class A {}; class B : A[] {}'
Get-Fault 'class A {}; class B {}; class C : A, B {}'
Get-Fault 'class A { A([int]$x) {} }; class B : A { }'
Get-Fault 'class A { A([int]$x) {} }; class B : A { B() : base(1) { } }'
Get-Fault 'enum E { A = $x }'
Get-Fault 'enum E { A = "text" }'
Get-Fault 'enum E : string { A }'
Get-Fault 'enum E : byte { A = 256 }'
Get-Fault 'enum E : byte { A = 255; B }'
Get-Fault 'enum E { A = [int]::MaxValue; B }'
Get-Fault 'enum E { A = [int]::MaxValue; B = 1 }'
Get-Fault 'enum E { A = [F]::A + 2 } enum F { A = [G]::A + 2 } enum G { A = 38 }; if ([E]::A -ne 42) { throw }'
Get-Fault 'enum E { A = [F]::A } enum F { A = [E]::A }'
