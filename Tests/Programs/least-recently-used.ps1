class LruCache {
    hidden [int] $Capacity
    hidden [System.Collections.Generic.LinkedList[string]] $Order
    hidden [hashtable] $Map = @{}
    [int] $Hits = 0
    [int] $Misses = 0
    LruCache([int]$capacity) {
        if ($capacity -lt 1) { throw [System.ArgumentOutOfRangeException]::new('capacity') }
        $this.Capacity = $capacity
        $this.Order = [System.Collections.Generic.LinkedList[string]]::new()
    }
    [object] Get([string]$key) {
        if ($this.Map.ContainsKey($key)) {
            $this.Hits++
            [void]$this.Order.Remove($key); [void]$this.Order.AddFirst($key)
            return $this.Map[$key]
        }
        $this.Misses++
        return $null
    }
    [void] Put([string]$key, $value) {
        if ($this.Map.ContainsKey($key)) { [void]$this.Order.Remove($key) }
        elseif ($this.Map.Count -ge $this.Capacity) {
            $last = $this.Order.Last.Value
            $this.Order.RemoveLast(); $this.Map.Remove($last)
        }
        [void]$this.Order.AddFirst($key)
        $this.Map[$key] = $value
    }
    [string] ToString() { return "[$($this.Order -join ' > ')]" }
}
$c = [LruCache]::new(2)
$c.Put('a', 1); $c.Put('b', 2); "$c"
$c.Get('a'); $c.Put('c', 3); "$c"
$null -eq $c.Get('b')
$c
try { [LruCache]::new(0) } catch { $_.Exception.GetType().Name; $_.Exception.Message }
try { [LruCache]::new(0) } catch [System.ArgumentOutOfRangeException] { 'typed: ' + $_.Exception.ParamName }
$c | Get-Member -MemberType Property | Select-Object Name, Definition
$c | Get-Member -Force -MemberType Property | Measure-Object | % Count
