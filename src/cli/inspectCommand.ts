import { UsageError } from '../errors/usageError'
import type { FunctionView } from '../double/inspection/functionView'
import type { RuleView } from '../double/inspection/ruleView'
import { createAdminClient, endpointUsage } from './adminClient'
import { createPaint } from './colours'
import type { Command } from './command'
import { functionTable } from './functionTable'
import { readArguments } from './readArguments'

const usage = `lambdouble inspect: what is there at a running lambdouble serve

  --json                    functions and faults as JSON
${endpointUsage}
`

/** `lambdouble inspect`: the functions and faults of a running `lambdouble serve`. */
export const inspectCommand: Command = {
  name: 'inspect',
  summary: 'shows the functions and faults while serve runs',
  usage,
  async run(argv, terminal) {
    const { options, positionals } = readArguments('inspect', argv, { json: 'flag', endpoint: 'value' })
    if (positionals.length > 0) throw new UsageError(`lambdouble inspect takes options only; what is '${positionals[0]}'?`)
    const { ask } = createAdminClient(options.endpoint, terminal)
    const { functions } = await ask<{ functions: FunctionView[] }>('GET', 'functions')
    const { faults } = await ask<{ faults: RuleView[] }>('GET', 'faults')
    if (options.json) return terminal.print(JSON.stringify({ functions, faults }, undefined, 2))
    terminal.print(functionTable(functions, createPaint(terminal.colour)))
    if (faults.length > 0) terminal.print(`\nFaults (lambdouble fault list): ${faults.length}`)
  },
}
