import { UsageError } from '../../errors/usageError'
import { inOrder } from '../breach'
import type { Contract } from '../contract'
import { toDocument, type ContractDocument } from '../file/contractDocument'
import { jsonPath } from '../finding'
import { requireContract } from '../requireContract'
import type { JsonSchema } from '../schema'
import { schemaChanges, type Extras, type SchemaChange } from './schemaChanges'

/** One change between two versions of a contract. */
export interface ContractChange {
  /** Where: `event $.items[*].qty`, `response $`, `example 'new order'`. */
  readonly place: string
  readonly change: string
  /** Who fails if only the other side has moved to the new version; nobody if undefined. */
  readonly breaks: 'consumer' | 'provider' | undefined
  readonly why: string
}

/** What changed between two versions of a contract. */
export interface ContractDiff {
  readonly kind: 'diff'
  readonly contract: string
  readonly changes: readonly ContractChange[]
  /** Sides that some change breaks. */
  readonly breaks: readonly ('consumer' | 'provider')[]
}

/**
 * Lists what changed between two versions of a contract, and whom it breaks: a consumer that still has the old one while the provider
 * has the new one, or the other way round.
 *
 * @throws UsageError if they are contracts of different functions, consumers or providers
 * @example const { breaks } = await diffContracts(await readContract('old.json'), await readContract('new.json'))
 */
export async function diffContracts(before: Contract, after: Contract): Promise<ContractDiff> {
  for (const each of [before, after]) requireContract(each, 'diffContracts(before, after)')
  if (before.name !== after.name)
    throw new UsageError(
      `diffContracts(before, after) compares two versions of one contract, not ${before.name} with ${after.name}.`,
    )
  const [old, now] = [await toDocument(before), await toDocument(after)]
  const changes = [
    ...payloadChanges('event', old.schemas.event, now.schemas.event),
    ...payloadChanges('response', old.schemas.response ?? {}, now.schemas.response ?? {}),
    ...errorChanges(old, now),
    ...strictness(before, after),
    ...exampleChanges(old, now),
  ]
  const breaks = (['consumer', 'provider'] as const).filter((side) => changes.some((change) => change.breaks === side))
  return { kind: 'diff', contract: after.name, changes, breaks }
}

type Part = 'event' | 'response' | `error ${string}`

function payloadChanges(part: Part, old: JsonSchema, now: JsonSchema): readonly ContractChange[] {
  const extras: Extras = part === 'event' ? 'refused' : 'allowed'
  return schemaChanges(old, now, extras).flatMap(({ keys, effect, text }) =>
    sidesOf(part, effect).map(([breaks, why]) => ({
      place: `${part} ${jsonPath(keys).replaceAll('["[*]"]', '[*]')}`,
      change: text,
      breaks,
      why,
    })),
  )
}

/** What goes from the consumer to the provider breaks the one by accepting less and the other by accepting more; answers go back. */
function sidesOf(part: Part, effect: SchemaChange['effect']): readonly (readonly [ContractChange['breaks'], string])[] {
  const isEvent = part === 'event'
  const consumer = [
    'consumer',
    isEvent
      ? 'a consumer that has not moved may send what is refused now'
      : 'a consumer that has not moved may get what it does not know',
  ] as const
  const provider = [
    'provider',
    isEvent
      ? 'a provider that has not moved may refuse what is sent now'
      : 'a provider that has not moved may answer with what no longer fits',
  ] as const
  if (effect === 'none') return [[undefined, 'a provider may answer with more than a consumer asks for']]
  if (effect === 'unclear') return [consumer, provider]
  return [(effect === 'narrower') === isEvent ? consumer : provider]
}

function errorChanges(old: ContractDocument, now: ContractDocument): readonly ContractChange[] {
  const [was, is] = [old.schemas.errors ?? {}, now.schemas.errors ?? {}]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].sort().flatMap((type): readonly ContractChange[] => {
    const place = `error ${type}` as const
    const [before, after] = [was[type], is[type]]
    if (before === undefined)
      return [{ place, change: 'is new', breaks: 'consumer', why: 'a consumer that has not moved does not know this error' }]
    if (after === undefined)
      return [{ place, change: 'is gone', breaks: 'provider', why: 'a provider that has not moved may still fail with it' }]
    return payloadChanges(place, before, after)
  })
}

function strictness({ strict: was }: Contract, { strict: is }: Contract): readonly ContractChange[] {
  if (was === is) return []
  return [
    is
      ? {
          place: 'strict',
          change: 'is true now',
          breaks: 'provider',
          why: 'a provider that has not moved may answer with more than is allowed now',
        }
      : {
          place: 'strict',
          change: 'is false now',
          breaks: 'consumer',
          why: 'a consumer that has not moved allows no more than it names',
        },
  ]
}

/** Examples are what is tried, not what is agreed: a change breaks nobody by itself. */
function exampleChanges(old: ContractDocument, now: ContractDocument): readonly ContractChange[] {
  const textOf = ({ interactions }: ContractDocument) =>
    new Map(interactions.map((each) => [each.description, JSON.stringify(inOrder(each))]))
  const [was, is] = [textOf(old), textOf(now)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((name) => was.get(name) !== is.get(name))
    .map((name) => ({
      place: `example '${name}'`,
      change: !was.has(name) ? 'is new' : is.has(name) ? 'is another' : 'is gone',
      breaks: undefined,
      why: 'verify the provider with it',
    }))
}
