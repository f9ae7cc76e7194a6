class InsufficientFundsException : System.Exception {
    [decimal]$Needed
    InsufficientFundsException([string]$msg, [decimal]$n) : base($msg) { $this.Needed = $n }
}
class Transaction { [datetime]$When; [string]$Kind; [decimal]$Amount
  Transaction([string]$k, [decimal]$a) { $this.When = [datetime]'2024-03-01'; $this.Kind = $k; $this.Amount = $a } }
class Account {
    static [int]$NextId = 1000
    [int]$Id; [string]$Owner; [decimal]$Balance
    hidden [System.Collections.Generic.List[Transaction]]$Log = @()
    Account([string]$owner) { $this.Init($owner, 0) }
    Account([string]$owner, [decimal]$start) { $this.Init($owner, $start) }
    hidden [void] Init([string]$owner, [decimal]$start) { $this.Id = [Account]::NextId++; $this.Owner = $owner; $this.Balance = $start }
    [Account] Deposit([decimal]$amount) {
        if ($amount -le 0) { throw [System.ArgumentException]::new('Amount must be positive', 'amount') }
        $this.Balance += $amount; $this.Log.Add([Transaction]::new('Deposit', $amount)); return $this
    }
    [Account] Withdraw([decimal]$amount) {
        if (-not $this.CanWithdraw($amount)) { throw [InsufficientFundsException]::new("Insufficient funds in $($this.Id)", $amount - $this.Balance) }
        $this.Balance -= $amount; $this.Log.Add([Transaction]::new('Withdrawal', -$amount)); return $this
    }
    [bool] CanWithdraw([decimal]$amount) { return $amount -le $this.Balance }
    [string] ToString() { return '{0} #{1}: {2:N2}' -f $this.GetType().Name, $this.Id, $this.Balance }
}
class CreditAccount : Account {
    [ValidateRange(0, 10000)][int]$Limit = 500
    CreditAccount([string]$owner, [int]$limit) : base($owner) { $this.Limit = $limit }
    [bool] CanWithdraw([decimal]$amount) { return $amount -le $this.Balance + $this.Limit }
    [string] ToString() { return ([Account]$this).ToString() + " (limit $($this.Limit))" }
}
$a = [Account]::new('Ann', 100.50)
$b = [CreditAccount]::new('Bob', 300)
"$($a.Deposit(50).Withdraw(25.25))"
"$($b.Withdraw(200))"
try { [void]$a.Withdraw(1000) }
catch [InsufficientFundsException] { "{0}; missing {1}" -f $_.Exception.Message, $_.Exception.Needed }
try { [void]$a.Deposit(-1) } catch { $_.Exception.Message; $_.FullyQualifiedErrorId }
try { $b.Limit = 20000 } catch { $_.Exception.Message; $_.FullyQualifiedErrorId }
$a, $b | Format-Table
$a.Log | Format-Table Kind, @{ n = 'Amount'; e = { $_.Amount }; f = 'N2'; a = 'right' }
$b -is [Account]; [CreditAccount].BaseType.Name; [Account]::NextId
$a, $b | Measure-Object Balance -Sum -Average | Select-Object Count, Sum, Average | Format-List
[Account]::new
$b | Select-Object *
