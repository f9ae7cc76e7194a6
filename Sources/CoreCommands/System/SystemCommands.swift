// The commands of this folder, and the types they write.

import Runtime

enum SystemCommands {
    static let all: [any Command.Type] = [
        GetProcess.self, StopProcess.self, WaitProcess.self, DebugProcess.self, StartProcess.self, StartSleep.self, GetUptime.self, GetTimeZone.self,
        ReadHost.self, ClearHost.self, GetExecutionPolicy.self, SetExecutionPolicy.self, GetHost.self, StartTranscript.self, SetDate.self, TestConnection.self,
        GetRunspace.self, GetRunspaceDebug.self, EnableRunspaceDebug.self, DisableRunspaceDebug.self, StopTranscript.self,
    ]
    static var types: [KnownType] {
        [
            ProcessMembers.known, KnownType(StartProcess.windowStyles),
            KnownType(GetExecutionPolicy.policies), KnownType(GetExecutionPolicy.scopes),
        ] + ProcessStartInfo.types + ViewObjects.types + TestConnection.types + [RunspaceDebug.known] + ProcessObject.moduleTypes
    }
}
