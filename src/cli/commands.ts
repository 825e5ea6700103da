import { callsCommand } from './callsCommand'
import type { Command } from './command'
import { contractCommand } from './contractCommand'
import { faultCommand } from './faultCommand'
import { inspectCommand } from './inspectCommand'
import { serveCommand } from './serveCommand'
import { verifyCommand } from './verifyCommand'

/** The commands of `lambdouble`, in the order in which the help lists them. */
export const commands: readonly Command[] = [
  serveCommand,
  inspectCommand,
  callsCommand,
  faultCommand,
  verifyCommand,
  contractCommand,
]
