enum TokenKind { Number; Plus; Minus; Star; Slash; Caret; LParen; RParen; End }
class Token {
    [TokenKind]$Kind; [string]$Text
    Token([TokenKind]$k, [string]$t) { $this.Kind = $k; $this.Text = $t }
}
class Lexer {
    static [Token[]] Tokenize([string]$s) {
        $tokens = [System.Collections.Generic.List[Token]]::new()
        $i = 0
        while ($i -lt $s.Length) {
            $c = $s[$i]
            switch -Regex ($c) {
                '\s' { $i++; break }
                '[\d.]' {
                    $start = $i
                    while ($i -lt $s.Length -and $s[$i] -match '[\d.]') { $i++ }
                    $tokens.Add([Token]::new([TokenKind]::Number, $s.Substring($start, $i - $start)))
                    break
                }
                '\+' { $tokens.Add([Token]::new('Plus', '+')); $i++; break }
                '-' { $tokens.Add([Token]::new('Minus', '-')); $i++; break }
                '\*' { $tokens.Add([Token]::new('Star', '*')); $i++; break }
                '/' { $tokens.Add([Token]::new('Slash', '/')); $i++; break }
                '\^' { $tokens.Add([Token]::new('Caret', '^')); $i++; break }
                '\(' { $tokens.Add([Token]::new('LParen', '(')); $i++; break }
                '\)' { $tokens.Add([Token]::new('RParen', ')')); $i++; break }
                default { throw "Unexpected character '$c' at $i" }
            }
        }
        $tokens.Add([Token]::new([TokenKind]::End, ''))
        return $tokens.ToArray()
    }
}
class Parser {
    [Token[]]$Tokens; [int]$Pos = 0
    Parser([string]$text) { $this.Tokens = [Lexer]::Tokenize($text) }
    [Token] Peek() { return $this.Tokens[$this.Pos] }
    [Token] Next() { return $this.Tokens[$this.Pos++] }
    [double] Expr() {
        $v = $this.Term()
        while ($this.Peek().Kind -in [TokenKind]::Plus, [TokenKind]::Minus) {
            $op = $this.Next(); $r = $this.Term()
            $v = if ($op.Kind -eq 'Plus') { $v + $r } else { $v - $r }
        }
        return $v
    }
    [double] Term() {
        $v = $this.Power()
        while ($this.Peek().Kind -in 'Star', 'Slash') {
            $op = $this.Next(); $r = $this.Power()
            switch ($op.Kind) {
                Star { $v *= $r }
                Slash { if ($r -eq 0) { throw [System.DivideByZeroException]::new() }; $v /= $r }
            }
        }
        return $v
    }
    [double] Power() {
        $b = $this.Unary()
        if ($this.Peek().Kind -eq [TokenKind]::Caret) { [void]$this.Next(); return [math]::Pow($b, $this.Power()) }
        return $b
    }
    [double] Unary() {
        if ($this.Peek().Kind -eq 'Minus') { $this.Pos++; return - $this.Unary() }
        return $this.Primary()
    }
    [double] Primary() {
        $t = $this.Next()
        switch ($t.Kind) {
            'Number' { return [double]::Parse($t.Text, [cultureinfo]::InvariantCulture) }
            'LParen' {
                $v = $this.Expr()
                if ($this.Next().Kind -ne 'RParen') { throw 'Expected )' }
                return $v
            }
        }
        throw "Unexpected token $($t.Kind)"
    }
    static [double] Evaluate([string]$s) {
        $p = [Parser]::new($s); $v = $p.Expr()
        if ($p.Peek().Kind -ne 'End') { throw "Trailing input: $($p.Peek().Text)" }
        return $v
    }
}
foreach ($e in '1 + 2 * 3', '(1+2)*3', '2^3^2', '-4 + 10 / 4', '1/0', '2 $ 3', '(1', '1 2') {
    try { '{0,-12} = {1}' -f $e, [Parser]::Evaluate($e) }
    catch [DivideByZeroException] { "{0,-12} ! div by zero: {1}" -f $e, $_.Exception.Message }
    catch { '{0,-12} ! {1}' -f $e, $_ }
}
