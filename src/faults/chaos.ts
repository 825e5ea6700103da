import { UsageError } from '../errors/usageError'
import { formatValue } from '../matching/formatValue'
import type { InputMatch } from '../matching/match'
import type { Input, OperationName } from '../model/api'
import { requireInputMembers, requirePattern } from '../usage/requireMembers'
import { requireOperation } from '../usage/requireOperation'
import { requireOptions } from '../usage/requireOptions'
import type { Behaviour, Strike, Weather } from './behaviour'
import { delays } from './behaviours/delays'
import { drops } from './behaviours/drops'
import { fails } from './behaviours/fails'
import { losesReply } from './behaviours/losesReply'
import { throttles } from './behaviours/throttles'
import { inTurn } from './inTurn'
import type { TypedCommand } from './ruleBuilder'
import { requireShare, type Latency } from './requireAmount'
import type { RuleBook } from './ruleBook'

/** Which share of the calls goes wrong, and how; the shares are numbers from 0 to 1, and at most 1 together. */
export interface ChaosSettings {
  /** Throttled: 429 TooManyRequestsException. */
  readonly throttle?: number
  /** Answered with 500 ServiceException. */
  readonly error?: number
  /** Reset before the operation is reached: ECONNRESET. */
  readonly drop?: number
  /** Reset after the operation has happened: a retry makes it happen twice. */
  readonly lostReply?: number
  /** How long every call takes longer, e.g. 50, '2s', or between two bounds: [5, 200]. Milliseconds, of the double's clock. */
  readonly latency?: Latency
}

/** A chaos that has been set. */
export interface Chaos {
  /** Ends it. So does another chaos for the same calls, and `lambda.reset()`. */
  off(): void
}

/** `lambda.chaos`: lets a share of the calls go wrong. */
export interface SetChaos {
  <Name extends OperationName>(settings: ChaosSettings, operation: Name, match?: InputMatch<Input<Name>>): Chaos
  <In extends object, Out extends object>(settings: ChaosSettings, command: TypedCommand<In, Out>, match?: InputMatch<In>): Chaos
  (settings: ChaosSettings, operation?: '*', match?: InputMatch<Record<string, unknown>>): Chaos
}

const faults: Readonly<Record<Exclude<keyof ChaosSettings, 'latency'>, () => Behaviour>> = {
  throttle: () => throttles({}),
  error: () => fails('*', 'ServiceException', {}, {}),
  drop: () => drops('*', 'ECONNRESET', {}),
  lostReply: () => losesReply('ECONNRESET'),
}

export function createSetChaos(rules: () => RuleBook): SetChaos {
  return (settings: ChaosSettings, target: unknown = '*', match?: unknown): Chaos => {
    const operation = target === '*' ? '*' : requireOperation(target, 'lambda.chaos')
    if (operation === '*') requirePattern(match, 'lambda.chaos')
    else requireInputMembers(operation, match, 'lambda.chaos')
    return { off: rules().setChaos(operation, match, weatherOf(settings)) }
  }
}

/** What these settings have for a call: a latency, a fault, both or neither. */
function weatherOf(settings: ChaosSettings): Weather {
  requireOptions(settings, [...Object.keys(faults), 'latency'], 'lambda.chaos')
  const latency = settings.latency === undefined ? undefined : delays(settings.latency, 'lambda.chaos latency ')
  const kinds = (Object.keys(faults) as (keyof typeof faults)[])
    .filter((kind) => settings[kind] !== undefined)
    .map((kind) => ({
      behaviour: faults[kind](),
      share: requireShare(settings[kind]!, `lambda.chaos({ ${kind}: ${formatValue(settings[kind])} })`),
    }))
  const total = kinds.reduce((sum, { share }) => sum + share, 0)
  // A little more is a matter of binary fractions.
  if (total > 1 + 1e-9)
    throw new UsageError(`lambda.chaos has ${total} of all calls go wrong: the shares are at most 1 together.`)

  return (chance) => {
    const slow = latency?.drawn?.(chance('latency')) ?? latency
    let left = kinds.length === 0 ? 0 : chance('fault')
    const fault = kinds.find(({ share }) => (left -= share) < 0)?.behaviour
    const [first, second] = [slow, fault].filter((each) => each !== undefined).map(byChaos)
    return first && second ? inTurn(first, () => second) : first
  }
}

function byChaos(strike: Strike): Strike {
  return { ...strike, text: `chaos: ${strike.text}` }
}
