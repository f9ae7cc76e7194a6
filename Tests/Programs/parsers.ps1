# expression parser, tokenizer, json parser, lisp interpreter, brainf*ck, forth, regex engine
enum Tk { Num; Op; LParen; RParen; Ident; Comma; End }
class Token { [Tk]$Kind; [object]$Value; [int]$Pos; Token([Tk]$k, $v, [int]$p) { $this.Kind = $k; $this.Value = $v; $this.Pos = $p } [string] ToString() { return "$($this.Kind):$($this.Value)" } }
class Lexer {
    hidden [string]$src; hidden [int]$i = 0
    static [hashtable]$Ops = @{ '+' = 1; '-' = 1; '*' = 2; '/' = 2; '%' = 2; '^' = 3 }
    Lexer([string]$s) { $this.src = $s }
    [System.Collections.Generic.List[Token]] Tokens() {
        $list = [System.Collections.Generic.List[Token]]::new()
        while ($this.i -lt $this.src.Length) {
            $c = $this.src[$this.i]
            switch -Regex ($c) {
                '\s' { $this.i++; break }
                '[0-9.]' { $st = $this.i; while ($this.i -lt $this.src.Length -and $this.src[$this.i] -match '[0-9.]') { $this.i++ }; $list.Add([Token]::new('Num', [double]$this.src.Substring($st, $this.i - $st), $st)); break }
                '[a-zA-Z_]' { $st = $this.i; while ($this.i -lt $this.src.Length -and $this.src[$this.i] -match '\w') { $this.i++ }; $list.Add([Token]::new('Ident', $this.src.Substring($st, $this.i - $st), $st)); break }
                '\(' { $list.Add([Token]::new([Tk]::LParen, '(', $this.i++)); break }
                '\)' { $list.Add([Token]::new([Tk]::RParen, ')', $this.i++)); break }
                ',' { $list.Add([Token]::new([Tk]::Comma, ',', $this.i++)); break }
                default { if ([Lexer]::Ops.ContainsKey([string]$c)) { $list.Add([Token]::new('Op', [string]$c, $this.i++)) } else { throw [FormatException]::new("Unexpected '$c' at $($this.i)") } }
            }
        }
        $list.Add([Token]::new('End', $null, $this.i))
        return $list
    }
}
class Parser {
    hidden [System.Collections.Generic.List[Token]]$t; hidden [int]$p = 0; [hashtable]$Vars = @{ pi = [math]::PI }
    static [hashtable]$Fn = @{ max = { param($a, $b) [math]::Max($a, $b) }; sqrt = { [math]::Sqrt($args[0]) }; sum = { ($args | Measure-Object -Sum).Sum } }
    Parser([string]$s) { $this.t = [Lexer]::new($s).Tokens() }
    hidden [Token] Peek() { return $this.t[$this.p] }
    hidden [Token] Next() { return $this.t[$this.p++] }
    [double] Parse() { $r = $this.Expr(0); if ($this.Peek().Kind -ne 'End') { throw "Trailing $($this.Peek())" }; return $r }
    hidden [double] Expr([int]$min) {
        $left = $this.Unary()
        while ($this.Peek().Kind -eq [Tk]::Op -and [Lexer]::Ops[$this.Peek().Value] -ge $min -and [Lexer]::Ops[$this.Peek().Value] -gt 0) {
            $op = $this.Next().Value; $prec = [Lexer]::Ops[$op]
            $right = $this.Expr($(if ($op -eq '^') { $prec } else { $prec + 1 }))
            $left = switch ($op) { '+' { $left + $right } '-' { $left - $right } '*' { $left * $right } '/' { $left / $right } '%' { $left % $right } '^' { [math]::Pow($left, $right) } }
        }
        return $left
    }
    hidden [double] Unary() { if ($this.Peek().Kind -eq 'Op' -and $this.Peek().Value -in '-', '+') { $o = $this.Next().Value; $v = $this.Unary(); return $(if ($o -eq '-') { - $v } else { $v }) }; return $this.Primary() }
    hidden [double] Primary() {
        $k = $this.Next()
        switch ($k.Kind) {
            'Num' { return $k.Value }
            'LParen' { $v = $this.Expr(0); if ($this.Next().Kind -ne 'RParen') { throw 'missing )' }; return $v }
            'Ident' {
                if ($this.Peek().Kind -eq 'LParen') {
                    [void]$this.Next(); $a = @(); if ($this.Peek().Kind -ne 'RParen') { do { $a += $this.Expr(0) } while ($this.Peek().Kind -eq 'Comma' -and $this.Next()) }; [void]$this.Next()
                    return (& ([Parser]::Fn[$k.Value]) @a)
                }
                if (-not $this.Vars.ContainsKey($k.Value)) { throw "Unknown variable $($k.Value)" }
                return $this.Vars[$k.Value]
            }
        }
        throw "Unexpected $k"
    }
}
foreach ($e in '1 + 2 * 3', '(1+2)*3', '2^3^2', '-2^2', '10/4-1', 'max(3, 7)*2', 'sum(1,2,3,4)', 'sqrt(16) + pi - pi', '7 % 4', '2 +', '3 $ 4', 'foo + 1', '(1') { try { '{0} = {1}' -f $e, [Parser]::new($e).Parse() } catch { '{0} -> {1}' -f $e, $_.Exception.Message } }
([Lexer]::new('a+1')).Tokens() -join ' '
# shunting yard
function ConvertTo-Rpn([string]$s) { $out = [System.Collections.Generic.Queue[string]]::new(); $st = [System.Collections.Generic.Stack[string]]::new(); $prec = @{ '^' = 4; '*' = 3; '/' = 3; '+' = 2; '-' = 2 }
  foreach ($tok in $s -split '\s+') { switch -Regex ($tok) { '^\d+$' { $out.Enqueue($tok) } '^[-+*/^]$' { while ($st.Count -and $st.Peek() -ne '(' -and ($prec[$st.Peek()] -gt $prec[$tok] -or ($prec[$st.Peek()] -eq $prec[$tok] -and $tok -ne '^'))) { $out.Enqueue($st.Pop()) }; $st.Push($tok) } '^\($' { $st.Push($tok) } '^\)$' { while ($st.Peek() -ne '(') { $out.Enqueue($st.Pop()) }; [void]$st.Pop() } } }
  while ($st.Count) { $out.Enqueue($st.Pop()) }; $out.ToArray() -join ' ' }
$rpn = ConvertTo-Rpn '3 + 4 * 2 / ( 1 - 5 ) ^ 2 ^ 3'; $rpn
$st = New-Object System.Collections.Stack; foreach ($x in $rpn.Split()) { if ($x -match '^\d+$') { $st.Push([double]$x) } else { $b = $st.Pop(); $a = $st.Pop(); $st.Push($(switch ($x) { '+' { $a + $b } '-' { $a - $b } '*' { $a * $b } '/' { $a / $b } '^' { [math]::Pow($a, $b) } })) } }; $st.Pop()
# brainf
function Invoke-BF([string]$p, [string]$in = '') { $t = New-Object byte[] 100; $ptr = 0; $ip = 0; $ii = 0; $sb = [Text.StringBuilder]::new(); $j = @{}; $s = @(); for ($k = 0; $k -lt $p.Length; $k++) { if ($p[$k] -eq '[') { $s += $k } elseif ($p[$k] -eq ']') { $j[$k] = $s[-1]; $j[$s[-1]] = $k; $s = @($s | select -SkipLast 1) } }
  for (; $ip -lt $p.Length; $ip++) { switch ($p[$ip]) { '>' { $ptr++ } '<' { $ptr-- } '+' { $t[$ptr] = ($t[$ptr] + 1) % 256 } '-' { $t[$ptr] = ($t[$ptr] + 255) % 256 } '.' { [void]$sb.Append([char]$t[$ptr]) } ',' { $t[$ptr] = if ($ii -lt $in.Length) { [byte][char]$in[$ii++] } else { 0 } } '[' { if (!$t[$ptr]) { $ip = $j[$ip] } } ']' { if ($t[$ptr]) { $ip = $j[$ip] } } } }; $sb.ToString() }
Invoke-BF '++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.'; Invoke-BF ',[.,]' 'echo'
# regex-free matcher (Rob Pike)
function Match-Here([string]$re, [string]$t) { if ($re -eq '') { return $true }; if ($re.Length -gt 1 -and $re[1] -eq '*') { return Match-Star $re[0] $re.Substring(2) $t }; if ($re -eq '$') { return $t -eq '' }; if ($t -ne '' -and ($re[0] -eq '.' -or $re[0] -ceq $t[0])) { return Match-Here $re.Substring(1) $t.Substring(1) }; $false }
function Match-Star([char]$c, [string]$re, [string]$t) { do { if (Match-Here $re $t) { return $true } ; $go = $t -ne '' -and ($t[0] -ceq $c -or $c -eq '.'); if ($go) { $t = $t.Substring(1) } } while ($go); $false }
Match-Here 'ab*c$' 'abbbc'; Match-Here 'a.c' 'axd'
# PSParser and AST
$errors = $null; $tokens = [System.Management.Automation.PSParser]::Tokenize('Get-ChildItem -Path $home | Where-Object { $_.Name -like "a*" } # c', [ref]$errors); $tokens | Group-Object Type | Sort-Object Name | % { "$($_.Name)=$($_.Count)" }
$tk = $er = $null; $ast = [System.Management.Automation.Language.Parser]::ParseInput('function Foo([int]$a) { if ($a -gt 1) { Get-Item $a } } ; Foo 3 | Out-Null', [ref]$tk, [ref]$er)
$ast.FindAll({ param($n) $n -is [System.Management.Automation.Language.FunctionDefinitionAst] }, $true) | % { "$($_.Name) $($_.Parameters.Count) $($_.Extent.StartLineNumber)" }; $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true) | % { $_.GetCommandName() }; $tk.Count; $er.Count; ($ast.FindAll({ param($n) $n -is [System.Management.Automation.Language.VariableExpressionAst] }, $true) | % { $_.VariablePath.UserPath } | sort-object -Unique) -join ','
