# What the reader of a script finds wrong with methods of classes.
function Get-Fault($source) {
    $errors = $null
    [void][System.Management.Automation.Language.Parser]::ParseInput($source, [ref]$null, [ref]$errors)
    "$source -> " + ($(if ($errors) { ($errors | ForEach-Object { "$($_.ErrorId)@$($_.Extent.StartOffset)" }) -join ' ' } else { 'fine' }))
}
Get-Fault 'class A { f() { param($x) } }'
Get-Fault 'class A { f() { process {} } }'
Get-Fault 'class A { f([Parameter()]$a) {} }'
Get-Fault 'class A { f([string][int]$a) {} }'
Get-Fault 'class A { [int] A() { return 1 } }'
Get-Fault 'class A { [string]$path; f() { $path = "" } }'
Get-Fault 'class A { [string]$path; f($path) { $path = "" } }'
Get-Fault 'class A { [string]$path; f() { $this.path = "" } }'
Get-Fault 'class A { static [string]$path; static f() { $path = "" } }'
Get-Fault 'class A { static f() { $this.x } }'
Get-Fault 'class A { static $p = $this.x }'
Get-Fault 'class A { f() { while (1) { break out } } }'
Get-Fault 'class A { f() { :out while (1) { while (1) { break out } } } }'
Get-Fault 'function f { while (1) { break out } }'
Get-Fault 'class A { A() : base {} }'
Get-Fault '[int][ref]$x'
Get-Fault '[ref][ref]$x'
Get-Fault '[ref][int]$x'

# Nothing that a method calls leaves one of its loops.
function Stop-Loop { break outer }
function Skip-Turn { continue }
class Counter {
    static [int] Count() {
        $n = 0
        :outer foreach ($i in 1..3) { foreach ($j in 1..2) { Stop-Loop; Skip-Turn; $n++ } }
        return $n
    }
}
[Counter]::Count()
