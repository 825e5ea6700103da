import { resolve } from 'node:path'
import type { States } from '../contracts/provider/verifyExamples'
import { reportOnFiles, type ContractHandlers } from '../double/verifyContract'
import { UsageError } from '../errors/usageError'
import type { Command } from './command'
import type { LoadModule } from './loadModule'
import { readArguments } from './readArguments'
import { requireReporter, writeReport } from './writeReport'

const usage = `lambdouble verify: tries every example of contracts on the handlers of their functions

  lambdouble verify 'contracts/*.json' --handlers ./handlers.ts

  --handlers FILE           a module that exports handlers by the name of their function, or an object of them as default
  --states FILE             a module that exports what sets up states, by name, or an object of them as default;
                            without it, the object 'states' that the handlers' module exports
  --reporter NAME           text (default), json or junit
  --out FILE                writes the report to a file, and prints it as text

Exit codes: 0 all examples passed, 1 some did not, 2 there was nothing to verify, or not the means for it: no contract, one that cannot be
read or has no examples, a function without handler, a state that nobody sets up.
`

/** `lambdouble verify`: contracts in files, and the handlers of the provider. */
export const createVerifyCommand = (loadModule: LoadModule): Command => ({
  name: 'verify',
  summary: 'contracts in files against the handlers of their functions',
  usage,
  async run(argv, terminal) {
    const { options, positionals } = readArguments('verify', argv, {
      handlers: 'value',
      states: 'value',
      reporter: 'value',
      out: 'value',
    })
    if (positionals.length === 0)
      throw new UsageError("lambdouble verify needs contracts: lambdouble verify 'contracts/*.json' --handlers ./handlers.ts")
    if (options.handlers === undefined)
      throw new UsageError('lambdouble verify needs --handlers: a module that exports handlers by the name of their function.')
    const reporter = requireReporter('verify', options.reporter)
    const handlers = await loadModule(options.handlers, terminal.cwd)
    const states = options.states === undefined ? handlers.states : await loadModule(options.states, terminal.cwd)
    const report = await reportOnFiles(
      positionals.map((each) => resolve(terminal.cwd, each)),
      handlers as ContractHandlers,
      { states: (states ?? {}) as States },
    )
    await writeReport(report, { reporter, out: options.out }, terminal)
    return report.failed > 0 ? 1 : 0
  },
})
