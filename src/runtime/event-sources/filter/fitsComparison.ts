import { BlockList, isIP } from 'node:net'

type Leaves = readonly unknown[]

/**
 * Whether a value passes one comparison of a pattern. A list passes if one of its values does; a field that is not there has none, and
 * passes only `exists: false`. Texts and numbers are different: "5" is not 5.
 */
export function fitsComparison(comparison: unknown, leaves: Leaves): boolean {
  if (typeof comparison !== 'object' || comparison === null) return leaves.includes(comparison)
  const [name, operand] = Object.entries(comparison)[0]!
  return name === 'exists' ? operand === leaves.length > 0 : leaves.some((leaf) => comparisons[name]!(leaf, operand))
}

const comparisons: Readonly<Record<string, (leaf: unknown, operand: unknown) => boolean>> = {
  prefix: (leaf, operand) => fitsText(leaf, operand, (text, part) => text.startsWith(part)),
  suffix: (leaf, operand) => fitsText(leaf, operand, (text, part) => text.endsWith(part)),
  'equals-ignore-case': (leaf, operand) => typeof leaf === 'string' && leaf.toLowerCase() === (operand as string).toLowerCase(),
  wildcard: (leaf, operand) => typeof leaf === 'string' && fitsWildcard(leaf, operand as string),
  numeric: (leaf, operand) => typeof leaf === 'number' && isInRange(leaf, operand as readonly (string | number)[]),
  cidr: (leaf, operand) => typeof leaf === 'string' && isInNetwork(leaf, operand as string),
  'anything-but': (leaf, operand) => !listOf(operand).some((excluded) => isExcluded(leaf, excluded)),
}

/** A part of a text as it is, or in any case: `{ "equals-ignore-case": "a" }`. */
function fitsText(leaf: unknown, operand: unknown, fits: (text: string, part: string) => boolean): boolean {
  if (typeof leaf !== 'string') return false
  if (typeof operand === 'string') return fits(leaf, operand)
  const part = (operand as { readonly 'equals-ignore-case': string })['equals-ignore-case']
  return fits(leaf.toLowerCase(), part.toLowerCase())
}

/** `*` stands for any text, `\*` for itself, `\\\\` for a backslash. */
function fitsWildcard(text: string, pattern: string): boolean {
  const source = pattern.replace(/\\[\\*]|[\s\S]/g, (part) =>
    part === '*' ? '[\\s\\S]*' : part.slice(-1).replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&'),
  )
  return new RegExp(`^${source}$`).test(text)
}

/** `[">", 0, "<=", 5]`: every comparison holds. */
function isInRange(value: number, range: readonly (string | number)[]): boolean {
  for (let index = 0; index < range.length; index += 2) {
    const limit = range[index + 1] as number
    const holds = { '=': value === limit, '<': value < limit, '<=': value <= limit, '>': value > limit, '>=': value >= limit }
    if (!holds[range[index] as keyof typeof holds]) return false
  }
  return true
}

function isInNetwork(address: string, network: string): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  const [base, bits] = network.split('/') as [string, string]
  if (isIP(address) === 0 || isIP(address) !== isIP(base)) return false
  const networks = new BlockList()
  networks.addSubnet(base, Number(bits), family)
  return networks.check(address, family)
}

/** What `anything-but` excludes: a value, or a text by how it begins, ends or is written. */
function isExcluded(leaf: unknown, excluded: unknown): boolean {
  if (typeof excluded !== 'object' || excluded === null) return leaf === excluded
  const [name, operand] = Object.entries(excluded)[0]!
  return listOf(operand).some((each) => comparisons[name]!(leaf, each))
}

function listOf(operand: unknown): readonly unknown[] {
  return Array.isArray(operand) ? operand : [operand]
}
