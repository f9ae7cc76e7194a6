// Setting the state of a front-end pool: shared by Start- and Stop-FrontEndPool.

import ChatModel
import Runtime

extension ChangingCommand {
    func setFrontEndPoolState(_ state: RunState, _ run: Invocation, _ name: Fqdn, passThru: Bool) throws {
        guard let plan = try changes.make(SetFrontEndPoolState(fqdn: name, state: state), on: name.text, run), passThru else { return }
        try run.write(FrontEndPoolFace.own.show(plan.result))
    }
}
