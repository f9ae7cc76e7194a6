// The command line: everything happens in `Assembly`, on a deep stack.

import Glibc
import Repl

exit(DeepStack.run { Assembly.run(onStackFrom: $0) })
