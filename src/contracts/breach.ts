import { formatValue, onOneLine, shortened } from '../matching/formatValue'
import type { Contract, ContractPlace } from './contract'
import type { Issue } from './issue'
import type { SecrecyOf } from './secrecy'
import { partsOf } from './requireContract'

/** One payload that breaks a contract. Holds nothing that must not be shown, so that reports can be made of it as it is. */
export interface Breach {
  /** `checkout -> orders: orders-create` */
  readonly contract: string
  readonly function: string
  /** The example that was tried, or that the payload belongs to. */
  readonly example: string | undefined
  /** Which of the payloads it is: the event, the response, or the payload of an error; or a state that could not be set up. */
  readonly part: 'event' | 'response' | 'error' | 'state'
  readonly issues: readonly Issue[]
  /** The event, written down without what is marked as sensitive, 1 kB at most. */
  readonly event: string
  /** The line to change if the contract is wrong, e.g. `contracts/checkout-orders.orders-create.json:12`. */
  readonly change: string | undefined
}

/** What a breach is made of. */
export interface BreachFacts {
  readonly part: Breach['part']
  readonly issues: readonly Issue[]
  readonly event: unknown
  /** What of the event may be shown. */
  readonly secrecy: SecrecyOf
  readonly place: ContractPlace
}

export function newBreach(contract: Contract, { part, issues, event, secrecy, place }: BreachFacts): Breach {
  return {
    contract: contract.name,
    function: contract.function,
    example: place.example,
    part,
    issues,
    event: formatValue(inOrder(event), { limit: most.characters, secrecy }),
    change: partsOf(contract).lineOf(place),
  }
}

const most = { issues: 10, columns: 160, characters: 1000 }

/**
 * A JSON value with its members in the order of their names: a file keeps them so, and the texts have to be the same. A level is a
 * character of a text at least, so that deeper ones are not shown, and stay as they are.
 */
export function inOrder(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > most.characters) return value
  if (Array.isArray(value)) return value.map((item) => inOrder(item, depth + 1))
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, member]) => [name, inOrder(member, depth + 1)]))
}

/**
 * A breach in a few lines: where, what, on which event, and the line to change.
 *
 * @example
 * Contract 'checkout -> orders: orders-create' / 'new order' / response
 *   at $.items[0].qty  expected integer, got "2" (string)
 *   event: {"sku":"a","qty":2}
 *   change: contracts/checkout-orders.orders-create.json:12
 */
export function breachText(breach: Breach): string {
  const { issues, event, change } = breach
  const shown = issues.slice(0, most.issues).map(({ path, message }) => `  at ${path}  ${message}`)
  const left = issues.length - shown.length
  return [
    breachTitle(breach),
    ...shown.map((line) => shortened(onOneLine(line), most.columns)),
    ...(left > 0 ? [`  … and ${left} more`] : []),
    `  event: ${event}`,
    ...(change === undefined ? [] : [`  change: ${change}`]),
  ].join('\n')
}

function breachTitle({ contract, example, part }: Breach): string {
  return `Contract '${contract}'${example === undefined ? '' : ` / '${example}'`} / ${part}`
}
