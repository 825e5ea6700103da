import type { RuleView } from '../double/inspection/ruleView'
import { nearest } from '../errors/nearest'
import { UsageError } from '../errors/usageError'
import { createAdminClient, endpointUsage } from './adminClient'
import type { Command } from './command'
import { faultOf, faultOptions, type FaultWords } from './faultOf'
import { readArguments } from './readArguments'

const usage = `lambdouble fault: makes calls to a running lambdouble serve fail

  lambdouble fault add OPERATION [what happens] [how often]
  lambdouble fault list
  lambdouble fault clear [ID...]

  OPERATION is a name such as Invoke, or '*' for all; by these it is narrowed down:
  --function NAME           only calls for this function; NAME:QUALIFIER for that version or alias
  --match JSON              only calls whose input has this, such as '{"Payload":{"id":7}}'

  What happens:
  --throttle                429 TooManyRequestsException; --reason and --retry-after SECONDS say more
  --fail NAME               one of Lambda's errors, such as ServiceException; --message says more
  --drop [CODE]             the connection breaks, by default as ECONNRESET does
  --lose-reply              the call takes effect, and its answer is lost
  --truncate                the answer is cut off
  --garble                  the answer cannot be read
  --status CODE             an answer of a proxy's, with --body TEXT
  --delay DURATION          the answer comes later, by 200ms or 2s
  --hang                    there is no answer

  How often:
  --times N                 default: always, until it is cleared
  --after N                 this many calls pass first
  --probability SHARE       0 to 1

${endpointUsage}
`

/** `lambdouble fault`: faults on and off while `lambdouble serve` runs. */
export const faultCommand: Command = {
  name: 'fault',
  summary: 'makes calls fail while serve runs: add, list, clear',
  usage,
  async run([action = 'list', ...argv], terminal) {
    const known = ['add', 'list', 'clear']
    if (!known.includes(action)) {
      const close = nearest(action, known)
      throw new UsageError(
        `lambdouble fault has no '${action}'.${close ? ` Did you mean '${close}'?` : ' It has add, list and clear.'}`,
      )
    }
    const { options, positionals } = readArguments(
      'fault',
      argv,
      action === 'add' ? { ...faultOptions, endpoint: 'value' } : { endpoint: 'value' },
    )
    const { ask } = createAdminClient(options.endpoint, terminal)
    if (action === 'add') {
      const { fault } = await ask<{ fault: RuleView }>('POST', 'faults', faultOf(options as FaultWords, positionals))
      return terminal.print(lineOf(fault))
    }
    if (action === 'list') {
      const { faults } = await ask<{ faults: RuleView[] }>('GET', 'faults')
      return terminal.print(faults.length === 0 ? 'There are no faults.' : faults.map(lineOf).join('\n'))
    }
    const paths = positionals.length === 0 ? ['faults'] : positionals.map((id) => `faults/${encodeURIComponent(id)}`)
    let removed = 0
    for (const path of paths) removed += (await ask<{ removed: number }>('DELETE', path)).removed
    terminal.print(removed === 1 ? 'One fault was cleared.' : `${removed} faults were cleared.`)
  },
}

/** `3  on('Invoke', {"FunctionName":"orders"}): throttles() 1 of 3 times` */
function lineOf({ id, text, steps }: RuleView): string {
  const parts = steps.map((step) => {
    const often = step.times === undefined ? `always, ${step.used} so far` : `${step.used} of ${step.times} times`
    const notes = [
      often,
      ...(step.after > 0 ? [`after ${step.after}`] : []),
      ...(step.probability < 1 ? [`probability ${step.probability}`] : []),
    ]
    return `${step.text} (${notes.join(', ')})`
  })
  return `${String(id).padStart(3)}  ${text}: ${parts.join(', then ')}`
}
