/**
 * The one of several names that a word is a slip of the keyboard for, or undefined. Far stricter than `nearest`, which suggests: what
 * this finds, nobody means to be two names. `orders` and `order`, `worker-a` and `worker-b`, `v1` and `v2`, `charge` and `change` may be two;
 * case and punctuation alone, or one letter inside a longer word that is left out, too many, or swapped with its neighbour, tell no
 * two things apart.
 *
 * @example slip('ordres', ['orders']) // 'orders'
 */
export function slip(word: string, names: readonly string[]): string | undefined {
  return names.find((name) => name !== word && (plain(word) === plain(name) || isSlip(wordsOf(word), wordsOf(name))))
}

/** Without case and punctuation, but for what keeps numbers apart. */
function plain(name: string): string {
  return name.toLowerCase().replace(/(?<!\d)[-_]+|[-_]+(?!\d)/g, '')
}

/** `createOrder`, `CreateOrder`, `create-order` and `create_order` are two words, the same ones. */
function wordsOf(name: string): readonly string[] {
  return (name.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? []).map((word) => word.toLowerCase())
}

function isSlip(words: readonly string[], others: readonly string[]): boolean {
  if (words.length !== others.length) return false
  const [pair, ...more] = words.flatMap((word, index) => (word === others[index] ? [] : [[word, others[index]!] as const]))
  return pair !== undefined && more.length === 0 && isMistyped(...pair)
}

/** The shorter of two words has to be so long. */
const shortest = 5

function isMistyped(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < shortest || a[0] !== b[0] || a.at(-1) !== b.at(-1)) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const at = [...short].findIndex((letter, index) => letter !== long[index])
  if (short.length === long.length) return long === short.slice(0, at) + short[at + 1]! + short[at]! + short.slice(at + 2)
  return long.length === short.length + 1 && short.slice(at) === long.slice(at + 1)
}
