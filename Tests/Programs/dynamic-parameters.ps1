Function New-DynamicParam {
param(
    [string]$Name,
    [System.Type]$Type = [string],
    [string[]]$Alias = @(),
    [string[]]$ValidateSet,
    [switch]$Mandatory,
    [string]$ParameterSetName="__AllParameterSets",
    [int]$Position,
    [switch]$ValueFromPipelineByPropertyName,
    [string]$HelpMessage,
    [validatescript({
        if(-not ( $_ -is [System.Management.Automation.RuntimeDefinedParameterDictionary] -or -not $_) )
        {
            Throw "DPDictionary must be a System.Management.Automation.RuntimeDefinedParameterDictionary object, or not exist"
        }
        $True
    })]
    $DPDictionary = $false
)
    #Create attribute object, add attributes, add to collection
        $ParamAttr = New-Object System.Management.Automation.ParameterAttribute
        $ParamAttr.ParameterSetName = $ParameterSetName
        if($mandatory)
        {
            $ParamAttr.Mandatory = $True
        }
        if($Position -ne $null)
        {
            $ParamAttr.Position=$Position
        }
        if($ValueFromPipelineByPropertyName)
        {
            $ParamAttr.ValueFromPipelineByPropertyName = $True
        }
        if($HelpMessage)
        {
            $ParamAttr.HelpMessage = $HelpMessage
        }

        $AttributeCollection = New-Object 'Collections.ObjectModel.Collection[System.Attribute]'
        $AttributeCollection.Add($ParamAttr)

    #param validation set if specified
        if($ValidateSet)
        {
            $ParamOptions = New-Object System.Management.Automation.ValidateSetAttribute -ArgumentList $ValidateSet
            $AttributeCollection.Add($ParamOptions)
        }

    #Aliases if specified
        if($Alias.count -gt 0) {
            $ParamAlias = New-Object System.Management.Automation.AliasAttribute -ArgumentList $Alias
            $AttributeCollection.Add($ParamAlias)
        }

    #Create the dynamic parameter
        $Parameter = New-Object -TypeName System.Management.Automation.RuntimeDefinedParameter -ArgumentList @($Name, $Type, $AttributeCollection)

    #Add the dynamic parameter to an existing dynamic parameter dictionary, or create the dictionary and add it
        if($DPDictionary)
        {
            $DPDictionary.Add($Name, $Parameter)
        }
        else
        {
            $Dictionary = New-Object System.Management.Automation.RuntimeDefinedParameterDictionary
            $Dictionary.Add($Name, $Parameter)
            $Dictionary
        }
}
function Show-Free
{
    [CmdletBinding()]
    Param()
    DynamicParam {
        $options = @( 'C:\','D:\','/' )
        New-DynamicParam -Name Drive -ValidateSet $options -Position 0 -Mandatory -Alias D,Dr
    }
    begin{
        #have to manually populate
        $drive = $PSBoundParameters.drive
    }
    process{
        "Drive is $drive"
    }
}
Show-Free -Drive C:\
Show-Free D:\
Show-Free -dr /
try { Show-Free -Drive X: } catch { $_.Exception.Message; $_.FullyQualifiedErrorId }
Function Test-DPDict {
    [cmdletbinding()] param([int]$n)
    DynamicParam {
        $dict = New-Object System.Management.Automation.RuntimeDefinedParameterDictionary
        New-DynamicParam -Name A -Type int -DPDictionary $dict
        if ($n -gt 3) { New-DynamicParam -Name Big -Type switch -DPDictionary $dict }
        New-DynamicParam -Name C -ValidateSet x,y,z -DPDictionary $dict
        $dict
    }
    Begin {
        foreach($param in $PSBoundParameters.Keys)
        {
            if (-not ( Get-Variable -name $param -scope 0 -ErrorAction SilentlyContinue ) )
            {
                New-Variable -Name $Param -Value $PSBoundParameters.$param
                Write-Verbose "Adding variable for dynamic parameter '$param' with value '$($PSBoundParameters.$param)'" -Verbose
            }
        }
    }
    end { "n=$n A=$A Big=$Big C=$C" }
}
Test-DPDict -n 5 -A 3 -Big -C z 4>&1
try { Test-DPDict -n 1 -Big } catch { $_.Exception.Message }
(Get-Command Test-DPDict).Parameters.Keys -join ','
(Get-Command Show-Free -ArgumentList C:\).Parameters['Drive'].Attributes | % { $_.GetType().Name }
