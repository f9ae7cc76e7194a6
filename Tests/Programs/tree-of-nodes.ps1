class Node {
    [string]$Name
    [System.Collections.Generic.List[Node]]$Children = [System.Collections.Generic.List[Node]]::new()
    [Node]$Parent
    hidden [int]$Level = 0
    Node([string]$n) { $this.Name = $n }
    Node([string]$n, [Node]$p) { $this.Name = $n; $this.Parent = $p; $this.Level = $p.Level + 1; $p.Children.Add($this) }
    [Node] Add([string]$n) { return [Node]::new($n, $this) }
    [void] Walk([scriptblock]$visit) { $this.Walk($visit, 0) }
    [void] Walk([scriptblock]$visit, [int]$depth) {
        & $visit $this $depth
        foreach ($c in $this.Children) { $c.Walk($visit, $depth + 1) }
    }
    [string] ToString() { return "Node($($this.Name))" }
    [string] Path() { if ($null -ne $this.Parent) { return "$($this.Parent.Path())/$($this.Name)" } else { return $this.Name } }
    static [Node] FromPaths([string[]]$paths) {
        $root = [Node]::new('.')
        foreach ($p in $paths) {
            $cur = $root
            foreach ($seg in $p.Split('/')) {
                $next = $cur.Children.Find({ param($c) $c.Name -eq $seg })
                if (-not $next) { $next = $cur.Add($seg) }
                $cur = $next
            }
        }
        return $root
    }
}
function Show-Tree {
    param([Parameter(Mandatory, ValueFromPipeline)][Node]$Node, [string]$Prefix = '', [switch]$Last, [switch]$Ascii)
    process {
        $tee, $ell, $bar = if ($Ascii) { '+-- ', '\-- ', '|   ' } else { '├── ', '└── ', '│   ' }
        if ($Node.Parent) { $Prefix + ($Last ? $ell : $tee) + $Node.Name } else { $Node.Name }
        $childPrefix = if ($Node.Parent) { $Prefix + $(if ($Last) { '    ' } else { $bar }) } else { '' }
        for ($i = 0; $i -lt $Node.Children.Count; $i++) {
            Show-Tree -Node $Node.Children[$i] -Prefix $childPrefix -Last:($i -eq $Node.Children.Count - 1) -Ascii:$Ascii
        }
    }
}
$t = [Node]::FromPaths(@('src/main/app.ps1', 'src/main/util.ps1', 'src/test/app.tests.ps1', 'docs/readme.md', 'build.ps1'))
$t | Show-Tree
Show-Tree $t -Ascii
$script:names = @()
$t.Walk({ param($n, $d) $script:names += ('  ' * $d) + $n })
$names
$t.Children[0].Children[0].Children[1].Path()
$t.Children | Format-Table Name, @{ L = 'Kids'; E = { $_.Children.Count }; A = 'right' }, Parent
$t.Children[0]
$t.Children[0] | Get-Member -MemberType Property, Method | Format-Table Name, MemberType, Definition -AutoSize | Out-String -Width 200
"$t"
