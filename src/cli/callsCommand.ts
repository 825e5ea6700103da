import type { CallView } from '../double/inspection/callView'
import { UsageError } from '../errors/usageError'
import { createAdminClient, endpointUsage } from './adminClient'
import { createCallLines } from './callLines'
import { createPaint } from './colours'
import type { Command } from './command'
import { readArguments } from './readArguments'

const usage = `lambdouble calls: what was called at a running lambdouble serve

  --follow                  go on with what is called from now on
  --limit N                 the last N calls (default 20)
  --function NAME           only calls for this function
  --operation NAME          only calls of this operation, such as Invoke
  --json                    one JSON object a line
  --verbose                 print events and results as well
${endpointUsage}
`

/** As many calls as a double keeps. */
const kept = 10_000

/** `lambdouble calls`: the journal of a running `lambdouble serve`. */
export const callsCommand: Command = {
  name: 'calls',
  summary: 'shows what was called while serve runs',
  usage,
  async run(argv, terminal) {
    const { options, positionals } = readArguments('calls', argv, {
      ...{ follow: 'flag', json: 'flag', verbose: 'flag' },
      ...{ limit: 'value', function: 'value', operation: 'value', endpoint: 'value' },
    })
    if (positionals.length > 0) throw new UsageError(`lambdouble calls takes options only; what is '${positionals[0]}'?`)
    const { limit = '20', function: name, operation } = options
    if (!/^\d{1,9}$/.test(limit)) throw new UsageError(`--limit ${limit} is no whole number.`)
    const client = createAdminClient(options.endpoint, terminal)
    const lines = createCallLines(createPaint(terminal.colour), options.verbose ?? false)
    const isWanted = (view: CallView) =>
      (name === undefined || view.functionName === name) && (operation === undefined || view.operation === operation)
    const show = (view: CallView) => terminal.print(options.json ? JSON.stringify(view) : lines.call(view))
    const { calls } = await client.ask<{ calls: CallView[] }>('GET', `calls?limit=${kept}`)
    const wanted = calls.filter(isWanted)
    if (Number(limit) > 0) wanted.slice(-Number(limit)).forEach(show)
    if (!options.follow) return
    const ending = new AbortController()
    void terminal.ended().then(() => ending.abort())
    const told = (_: string, view: unknown) => {
      if (isWanted(view as CallView)) show(view as CallView)
    }
    await client.follow('kinds=call', told, ending.signal)
  },
}
