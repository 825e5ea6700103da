import { callsCommand } from './callsCommand'
import type { Command } from './command'
import { faultCommand } from './faultCommand'
import { inspectCommand } from './inspectCommand'
import { serveCommand } from './serveCommand'

/** The commands of `lambdouble`, in the order in which the help lists them. */
export const commands: readonly Command[] = [serveCommand, inspectCommand, callsCommand, faultCommand]
