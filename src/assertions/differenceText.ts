import type { Difference, Keys } from '../matching/difference'
import { formatValue, type Secrecy } from '../matching/formatValue'

/** Most characters of each of the two values. */
const limit = 60

/** One difference on one line, e.g. `items[0].qty: expected 2, received 1`. `whole` names what the empty path stands for. */
export function differenceText(difference: Difference, whole: string, secrecy: (keys: Keys) => Secrecy): string {
  const { keys, kind, note } = difference
  const path = difference.path === '' ? whole : difference.path
  if (secrecy(keys) === 'secret') {
    const verdict = kind === 'missing' ? 'is missing' : kind === 'extra' ? 'should not be there' : 'differs'
    return `${path}: ${verdict} (its value is not shown)`
  }
  const [expected, actual] = written(difference, { secrecy, at: keys })
  const remark = note === undefined ? '' : ` (${note})`
  if (kind === 'missing' || (kind === 'matcher' && difference.actual === undefined))
    return `${path}: expected ${expected}, and it is missing${remark}`
  if (kind === 'extra') return `${path}: expected it to be absent, received ${actual}${remark}`
  return `${path}: expected ${expected}, received ${expected === actual ? `another that looks the same: ${actual}` : actual}${remark}`
}

function written(
  { expected, actual }: Difference,
  where: { readonly secrecy: (keys: Keys) => Secrecy; readonly at: Keys },
): [string, string] {
  if (typeof expected !== 'string' || typeof actual !== 'string')
    return [formatValue(expected, { limit, ...where }), formatValue(actual, { limit, ...where })]
  const start = partingOf(expected, actual)
  return [fromThere(expected, start), fromThere(actual, start)]
}

/** Where two long strings part, less a little to recognise the place by; 0 if they part early enough to be seen. */
function partingOf(a: string, b: string): number {
  if (Math.max(a.length, b.length) <= limit - 2) return 0
  let index = 0
  while (index < a.length && a[index] === b[index]) index++
  return index < limit / 2 ? 0 : index - 12
}

function fromThere(text: string, start: number): string {
  const part = formatValue(text.slice(start), { limit })
  return start === 0 ? part : `…${part}`
}
