import type { Command } from './command'
import { serveCommand } from './serveCommand'

/** The commands of `lambdouble`, in the order in which the help lists them. */
export const commands: readonly Command[] = [serveCommand]
