import { differences, exactly } from '../matching/fits'
import type { Keys } from '../matching/difference'
import { inOrder } from './breach'
import { formatValue } from '../matching/formatValue'
import type { Contract, Example } from './contract'
import { statesOf } from './exampleError'
import { received } from './jsonValue'
import { jsonPath } from './finding'
import type { Issue } from './issue'
import type { SecrecyOf } from './secrecy'

export type NamedExample = readonly [name: string, example: Example]

/** Examples with this very event, those whose states are the given ones first. */
export function examplesFor({ examples }: Contract, event: unknown, given: readonly string[] = []): readonly NamedExample[] {
  const inState = ([, example]: NamedExample) => String([...statesOf(example)].sort()) === String([...given].sort())
  const found = Object.entries(examples).filter(([, example]) => exactly(example.event, event))
  return [...found.filter(inState), ...found.filter((each) => !inState(each))]
}

/** What keeps an event from being that of the example which comes closest; one issue if there are no examples. */
export function nearestExample(
  contract: Contract,
  event: unknown,
  secrecy: SecrecyOf,
): { readonly example?: string; readonly issues: readonly Issue[] } {
  const misses = Object.entries(contract.examples)
    .map(([name, example]) => ({ name, issues: valueIssues(example.event, event, { secrecy, strict: true }) }))
    .sort((a, b) => a.issues.length - b.issues.length)
  const [nearest] = misses
  const advice = 'no example has this event: add one, or give the function a handler'
  if (nearest === undefined) return { issues: [{ path: '$', keys: [], message: advice }] }
  return {
    example: nearest.name,
    issues: [{ path: '$', keys: [], message: `${advice}; this one comes closest` }, ...nearest.issues],
  }
}

/** Every place where a value is not as an example says. */
export function valueIssues(
  expected: unknown,
  actual: unknown,
  {
    secrecy,
    strict = false,
    varies = () => false,
  }: { readonly secrecy: SecrecyOf; readonly strict?: boolean; readonly varies?: (keys: Keys) => boolean },
): readonly Issue[] {
  return differences(expected, actual, [], strict)
    .filter(({ keys }) => !varies(keys))
    .map(({ kind, keys: place, ...difference }) => {
      // The length of an array is no member of it.
      const keys = kind === 'length' ? place.slice(0, -1) : place
      return { keys, path: jsonPath(keys), message: differenceMessage(kind, difference, keys, secrecy) }
    })
}

function differenceMessage(
  kind: string,
  { expected, actual }: { readonly expected: unknown; readonly actual: unknown },
  keys: Keys,
  secrecy: SecrecyOf,
): string {
  if (secrecy(keys) === 'secret') {
    const verdict = kind === 'missing' ? 'is missing' : kind === 'extra' ? 'is not in the example' : 'is not that of the example'
    return `${verdict} (its value is not shown)`
  }
  const written = (value: unknown) => formatValue(inOrder(value), { limit: 60, secrecy, at: keys })
  if (kind === 'length')
    return `expected ${String(expected)} item${expected === 1 ? '' : 's'} as in the example, got ${String(actual)}`
  if (kind === 'missing') return `expected ${written(expected)} as in the example, and it is missing`
  const got = received(actual, written(actual))
  return kind === 'extra' ? `is not in the example, got ${got}` : `expected ${written(expected)} as in the example, got ${got}`
}
