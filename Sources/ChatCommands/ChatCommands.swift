// The commands of the domain under their own and the vendor's names, and the types they write, as literal tables. A new command is a new file and a line here.

import Runtime

public enum ChatCommands {
    public static var all: [any Command.Type] { topology + people + clients + records + vendor }

    /// Types that these commands write, and the exceptions they raise.
    public static var catalogue: TypeCatalogue {
        TypeCatalogue(types: [
            ShownDeployment.face.known, ShownSite.face.known, SipDomainFace.own.known, FrontEndPoolFace.own.known, ShownChatPool.face.known,
            TestedChatPool.face.known,
            ChatServerFace.own.known, ShownUser.face.known, PolicyFace.own.known, ClientFace.own.known, EndpointFace.own.known,
            ClientConnection.known, FindingFace.own.known, ChangeFace.own.known, RuleFace.own.known, PolicyFace.vendor.known, VendorUserFace.own.known,
            VendorSiteFace.own.known, Cluster.face.known,
            ServiceFaces.chat.known, ServiceFaces.fileStore.known, ServiceFaces.database.known, ServiceFaces.trusted.known, ServiceFaces.plain.known,
            KnownType(ChatExceptions.refusal), KnownType(ChatExceptions.store),
        ])
    }

    private static var topology: [any Command.Type] {
        [
            UseChatDeploymentCommand.self, GetChatDeploymentCommand.self, TestChatDeploymentCommand.self,
            GetChatSiteCommand.self, NewChatSiteCommand.self, SetChatSiteCommand.self, RemoveChatSiteCommand.self,
            GetChatSipDomainCommand.self, NewChatSipDomainCommand.self, SetChatSipDomainCommand.self, RemoveChatSipDomainCommand.self,
            GetFrontEndPoolCommand.self, NewFrontEndPoolCommand.self, SetFrontEndPoolCommand.self, RemoveFrontEndPoolCommand.self,
            StartFrontEndPoolCommand.self, StopFrontEndPoolCommand.self,
            GetChatPoolCommand.self, NewChatPoolCommand.self, SetChatPoolCommand.self, RemoveChatPoolCommand.self,
            StartChatPoolCommand.self, StopChatPoolCommand.self, TestChatPoolCommand.self,
            GetChatServerCommand.self, AddChatServerCommand.self, RemoveChatServerCommand.self, EnableChatServerCommand.self, DisableChatServerCommand.self,
        ]
    }

    private static var people: [any Command.Type] {
        [
            GetChatUserCommand.self, NewChatUserCommand.self, SetChatUserCommand.self, RemoveChatUserCommand.self, MoveChatUserCommand.self,
            EnableChatUserCommand.self, DisableChatUserCommand.self,
            GetChatPolicyCommand.self, NewChatPolicyCommand.self, SetChatPolicyCommand.self, RemoveChatPolicyCommand.self, GrantChatPolicyCommand.self,
        ]
    }

    private static var clients: [any Command.Type] {
        [
            GetChatClientCommand.self, NewChatClientCommand.self, SetChatClientCommand.self, RemoveChatClientCommand.self,
            GetChatEndpointCommand.self, NewChatEndpointCommand.self, SetChatEndpointCommand.self, RemoveChatEndpointCommand.self,
            TestClientConnectionCommand.self, GetClientConnectionCommand.self,
        ]
    }

    private static var records: [any Command.Type] { [GetChatChangeCommand.self, GetChatRuleCommand.self] }

    private static var vendor: [any Command.Type] {
        [
            GetCsPoolCommand.self, GetCsSiteCommand.self, GetCsServiceCommand.self,
            GetCsUserCommand.self, EnableCsUserCommand.self, DisableCsUserCommand.self, SetCsUserCommand.self, MoveCsUserCommand.self,
            MoveCsLegacyUserCommand.self,
            GetCsPersistentChatPolicyCommand.self, NewCsPersistentChatPolicyCommand.self, SetCsPersistentChatPolicyCommand.self,
            RemoveCsPersistentChatPolicyCommand.self, GrantCsPersistentChatPolicyCommand.self,
        ]
    }
}
