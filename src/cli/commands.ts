import { callsCommand } from './callsCommand'
import type { Command } from './command'
import { createContractCommand } from './contractCommand'
import { faultCommand } from './faultCommand'
import { inspectCommand } from './inspectCommand'
import { loadModule } from './loadModule'
import { serveCommand } from './serveCommand'
import { createVerifyCommand } from './verifyCommand'

/** The commands of `lambdouble`, in the order in which the help lists them. */
export const commands: readonly Command[] = [
  serveCommand,
  inspectCommand,
  callsCommand,
  faultCommand,
  createVerifyCommand(loadModule),
  createContractCommand(loadModule),
]
