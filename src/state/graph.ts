/**
 * Records as a table, for a copy that nobody changes and that JSON can hold: what refers to the same record before refers to the
 * same record afterwards.
 */
export interface Graph {
  /** The records; the first is the one that was given. */
  readonly nodes: readonly Node[]
  /** What is no record and is kept as it is: bytes, functions, objects of a class. */
  readonly leaves: readonly unknown[]
}

/** A record with its members. Members refer to nodes and leaves by their number. */
export type Node =
  | readonly ['object' | 'map', ...(readonly [key: Reference, value: Reference])[]]
  | readonly ['array' | 'set', ...Reference[]]
  | readonly ['date', number | null]

/** A plain value, or where another one is. */
export type Reference =
  | string
  | number
  | boolean
  | null
  | readonly ['node' | 'leaf', number]
  /** What JSON has no word for. */
  | readonly ['text', 'undefined' | 'NaN' | 'Infinity' | '-Infinity' | '-0']
  | readonly ['bigint', string]

/** @param instead records that are written down in the place of others */
export function toGraph(root: object, instead: ReadonlyMap<object, object> = new Map()): Graph {
  const nodes: Node[] = []
  const leaves: unknown[] = []
  const numbers = new Map<unknown, Reference>()
  const waiting: object[] = []

  function record(value: object): Reference {
    const reference = ['node', waiting.push(value) - 1] as const
    numbers.set(value, reference)
    return reference
  }

  function leaf(value: unknown): Reference {
    const reference = ['leaf', leaves.push(value) - 1] as const
    numbers.set(value, reference)
    return reference
  }

  function refer(value: unknown): Reference {
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
    if (typeof value === 'number') return referToNumber(value)
    if (value === undefined) return ['text', 'undefined']
    if (typeof value === 'bigint') return ['bigint', value.toString()]
    const given = (typeof value === 'object' && instead.get(value)) || value
    return numbers.get(given) ?? (isRecord(given) ? record(given) : leaf(given))
  }

  refer(root)
  // One record after the other and not one within the other: records may be nested deeper than calls can be.
  for (let index = 0; index < waiting.length; index++) nodes.push(toNode(waiting[index]!, refer))
  return { nodes, leaves }
}

function referToNumber(value: number): Reference {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value
  return ['text', Object.is(value, -0) ? '-0' : (String(value) as 'NaN')]
}

function toNode(value: object, refer: (value: unknown) => Reference): Node {
  const pairs = (entries: Iterable<readonly [unknown, unknown]>) =>
    [...entries].map(([key, member]) => [refer(key), refer(member)] as const)
  switch (kindOf(value)) {
    case 'map':
      return ['map', ...pairs(value as Map<unknown, unknown>)]
    case 'set':
      return ['set', ...[...(value as Set<unknown>)].map(refer)]
    case 'array':
      return ['array', ...(value as unknown[]).map(refer)]
    case 'date': {
      const time = (value as Date).getTime()
      return ['date', Number.isNaN(time) ? null : time]
    }
    default:
      return ['object', ...pairs(Object.entries(value))]
  }
}

/** Whether a value is taken down by its members. An object of a class is more than they say. */
function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && kindOf(value) !== 'leaf'
}

/** By their looks: records of another realm, as Jest has them, are records too. */
function kindOf(value: object): 'object' | 'array' | 'map' | 'set' | 'date' | 'leaf' {
  if (Array.isArray(value)) return 'array'
  const prototype = Object.getPrototypeOf(value) as object | null
  if (prototype === null || Object.getPrototypeOf(prototype) === null) return 'object'
  const tag = Object.prototype.toString.call(value)
  if (Object.getPrototypeOf(Object.getPrototypeOf(prototype)) !== null) return 'leaf'
  return tag === '[object Map]' ? 'map' : tag === '[object Set]' ? 'set' : tag === '[object Date]' ? 'date' : 'leaf'
}

/** The records of a graph, made anew: the graph can be read again. */
export function fromGraph({ nodes, leaves }: Graph): unknown {
  const made = nodes.map(emptyRecord)
  const read = (reference: Reference): unknown => {
    if (!Array.isArray(reference)) return reference
    const [kind, what] = reference as Exclude<Reference, string | number | boolean | null>
    if (kind === 'node') return made[what]
    if (kind === 'leaf') return leaves[what]
    if (kind === 'bigint') return BigInt(what)
    return what === 'undefined' ? undefined : Number(what)
  }
  nodes.forEach((node, index) => fill(made[index]!, node, read))
  return made[0]
}

function emptyRecord(node: Node): object {
  switch (node[0]) {
    case 'map':
      return new Map()
    case 'set':
      return new Set()
    case 'array':
      return []
    case 'date':
      return new Date(node[1] ?? NaN)
    case 'object':
      return {}
  }
}

function fill(record: object, node: Node, read: (reference: Reference) => unknown): void {
  if (node[0] === 'date') return
  const [kind, ...members] = node
  for (const member of members) {
    if (kind === 'array') (record as unknown[]).push(read(member as Reference))
    else if (kind === 'set') (record as Set<unknown>).add(read(member as Reference))
    else {
      const [key, value] = (member as readonly [Reference, Reference]).map(read)
      if (kind === 'map') (record as Map<unknown, unknown>).set(key, value)
      // Not by assignment: a name may be `__proto__`.
      else Object.defineProperty(record, key as string, { value, writable: true, enumerable: true, configurable: true })
    }
  }
}
