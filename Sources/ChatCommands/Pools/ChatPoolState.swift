// Setting the state of a chat pool: shared by Start- and Stop-ChatPool.

import ChatModel
import Runtime

extension ChangingCommand {
    func setChatPoolState(_ state: RunState, _ run: Invocation, _ name: Fqdn, passThru: Bool) throws {
        guard let plan = try changes.make(SetChatPoolState(fqdn: name, state: state), on: name.text, run), passThru else { return }
        try run.read { try run.write(ShownChatPool.face.show(try ShownChatPool(plan.result, $0))) }
    }
}
