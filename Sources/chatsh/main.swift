// The command line: everything happens in `Assembly`, on a thread with a deep stack.

import Glibc
import Repl

exit(DeepStack.run { Assembly.run() })
