import { nearest } from '../../../errors/nearest'
import { UsageError } from '../../../errors/usageError'
import type { Served } from '../served'

/** What can go wrong that plain data can say: the verbs of `lambda.on(...)` but those that take functions. */
const verbs = [
  ...['throttles', 'fails', 'delays', 'hangs', 'drips', 'drops', 'losesReply', 'truncates', 'garbles', 'answers', 'resolves'],
  'skewsClock',
]

/** A fault as plain data: `lambda.on(operation, match)[verb](...args).times(times)`, and so on. */
interface Fault {
  readonly operation: string
  readonly match?: object
  readonly verb: string
  readonly args?: readonly unknown[]
  readonly times?: number
  readonly after?: number
  readonly every?: number
  readonly probability?: number
}

const members = ['operation', 'match', 'verb', 'args', 'times', 'after', 'every', 'probability']

type Step = Readonly<Record<string, ((...args: readonly unknown[]) => Step) | undefined>>

/** Adds a fault and returns its view. A match from outside is plain data: there are no regular expressions and no functions in it. */
export function addFault({ on, inspection }: Pick<Served, 'on' | 'inspection'>, given: unknown): unknown {
  const { operation, match, verb, args = [], times, after, every, probability } = requireFault(given)
  const rule = (on as unknown as (operation: string, match?: object) => Step)(operation, match)
  const stepsBefore = new Map(inspection.rules().map(({ id, steps }) => [id, steps.length]))
  if (rule[verb] === undefined) throw unknownVerb(verb)
  let step = rule[verb](...args)
  if (times !== undefined) step = step.times!(times)
  if (after !== undefined) step = step.after!(after)
  if (every !== undefined) step = step.every!(every)
  if (probability !== undefined) step.withProbability!(probability)
  return inspection.rules().find(({ id, steps }) => steps.length > (stepsBefore.get(id) ?? 0))
}

function requireFault(given: unknown): Fault {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new UsageError('A fault is an object such as {"operation":"Invoke","verb":"throttles","times":3}.')
  for (const name of Object.keys(given)) {
    if (members.includes(name)) continue
    const close = nearest(name, members)
    throw new UsageError(
      `A fault has no member '${name}'. ${close === undefined ? `It has: ${members.join(', ')}.` : `Did you mean '${close}'?`}`,
    )
  }
  const fault = given as Fault
  if (typeof fault.operation !== 'string') throw new UsageError("A fault needs an operation, such as 'Invoke', or '*' for all.")
  if (typeof fault.verb !== 'string' || !verbs.includes(fault.verb)) throw unknownVerb(fault.verb)
  if (fault.args !== undefined && !Array.isArray(fault.args)) throw new UsageError("A fault's args are an array.")
  requireNumber(fault, 'times', Number.isInteger(fault.times) && fault.times! >= 0, 'a whole number of calls, 0 or more')
  requireNumber(fault, 'after', Number.isInteger(fault.after) && fault.after! >= 0, 'a whole number of calls, 0 or more')
  requireNumber(fault, 'every', Number.isInteger(fault.every) && fault.every! >= 1, 'a whole number of calls, 1 or more')
  requireNumber(fault, 'probability', fault.probability! >= 0 && fault.probability! <= 1, 'a share between 0 and 1')
  if (fault.match !== undefined && (typeof fault.match !== 'object' || fault.match === null))
    throw new UsageError('A fault\'s match is an object such as {"FunctionName":"orders"}.')
  return fault
}

/** Before anything is declared: a fault with a wrong number must not stay there for ever. */
function requireNumber(fault: Fault, name: 'times' | 'after' | 'every' | 'probability', isRight: boolean, what: string): void {
  const given: unknown = fault[name]
  if (given === undefined || (typeof given === 'number' && isRight)) return
  throw new UsageError(`A fault's ${name} is ${what}, not ${JSON.stringify(given)}.`)
}

function unknownVerb(verb: unknown): UsageError {
  const close = typeof verb === 'string' ? nearest(verb, verbs) : undefined
  const advice = close === undefined ? `There are: ${verbs.join(', ')}.` : `Did you mean '${close}'?`
  return new UsageError(`A fault has no verb '${String(verb)}'. ${advice}`)
}
