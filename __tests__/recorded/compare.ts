import { commonValues, type Values } from './fill'

/** What placeholders turned out to stand for while a recording is replayed. */
export interface Bindings {
  /** By name: `uuid:1`. */
  readonly known: Values
  /** Takes a value down. Says what is wrong with it, if it has another one already or is another placeholder's. */
  bind(name: string, value: string): string | undefined
}

export function newBindings(values: Values = {}): Bindings {
  const known: Record<string, string> = { ...commonValues, ...values }
  return {
    known,
    bind(name, value) {
      if (known[name] !== undefined) return known[name] === value ? undefined : `<${name}> is ${known[name]} elsewhere`
      const [kind] = name.split(':')
      const twin = Object.keys(known).find((other) => other !== name && other.split(':')[0] === kind && known[other] === value)
      if (twin !== undefined) return `<${twin}> has the same value, ${value}, which differed in the recording`
      known[name] = value
      return undefined
    },
  }
}

/** What the values of placeholders look like, by the name before the colon. */
const forms: Readonly<Record<string, RegExp>> = {
  uuid: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/,
  // Base64 for an archive, hexadecimal for an image.
  'code-sha256': /[A-Za-z0-9+/]{43}=|[0-9a-f]{64}/,
  'function-name': /[a-zA-Z0-9-_]+/,
  resource: /[a-zA-Z0-9-_.:]+/,
}

/** Placeholders without a number: each place has a value of its own. */
const places: Readonly<Record<string, RegExp>> = {
  '<location>': /^https:\/\/[^/]+\/snapshots\/\S+$/,
  '<layer-location>': /^https:\/\/[^/]+\/snapshots\/\S+$/,
  '<function-url>': /^https:\/\/[a-z0-9]{32}\.lambda-url\.us-east-1\.on\.aws\/$/,
  'lambda-url': /^https:\/\/[a-z0-9]{32}\.lambda-url\.us-east-1\.on\.aws\/$/,
  'code-sha256': /^[A-Za-z0-9+/]{43}=$/,
  '<vpc_id>': /^vpc-[0-9a-f]+$/,
  date: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(\+0000|Z)$/,
}

/**
 * Every difference between a recorded answer and one of the double's: members that are missing, members too many, other values.
 * @param times what a `datetime` is: a number on the wire, a Date in the hands of the SDK's caller
 */
export function differences(
  recorded: unknown,
  actual: unknown,
  bindings: Bindings,
  times: 'number' | 'Date',
  path = '',
): readonly string[] {
  const differ = (what: string) => [`${path || 'the answer'}: ${what}`]
  if (Array.isArray(recorded)) {
    if (!Array.isArray(actual)) return differ(`is no list: ${show(actual)}`)
    if (actual.length !== recorded.length) return differ(`has ${actual.length} items instead of ${recorded.length}`)
    return recorded.flatMap((item, index) => differences(item, actual[index], bindings, times, `${path}[${index}]`))
  }
  if (isObject(recorded)) {
    // The recorder parsed the policies, which are JSON in a string.
    const parsed = typeof actual === 'string' ? parse(actual) : actual
    if (!isObject(parsed)) return differ(`is no structure: ${show(actual)}`)
    const members = [...new Set([...Object.keys(recorded), ...Object.keys(parsed)])].sort()
    return members.flatMap((name) => {
      const place = path ? `${path}.${name}` : name
      if (!(name in parsed)) return [`${place}: is missing`]
      if (!(name in recorded)) return [`${place}: is there, and was not recorded: ${show(parsed[name])}`]
      return differences(recorded[name], parsed[name], bindings, times, place)
    })
  }
  if (recorded === '<code-size>') return Number.isInteger(actual) ? [] : differ(`is no size: ${show(actual)}`)
  if (recorded === 'datetime' || recorded === '<datetime>') {
    const fits = times === 'Date' ? Object.prototype.toString.call(actual) === '[object Date]' : typeof actual === 'number'
    return fits ? [] : differ(`is no ${times}: ${show(actual)}`)
  }
  if (typeof recorded !== 'string')
    return Object.is(recorded, actual) ? [] : differ(`${show(actual)} instead of ${show(recorded)}`)
  if (typeof actual !== 'string') return differ(`${show(actual)} instead of ${recorded}`)
  if (places[recorded]) return places[recorded].test(actual) ? [] : differ(`${actual} does not look like ${recorded}`)
  return textDifferences(recorded, actual, bindings).flatMap(differ)
}

/** A text with placeholders: what is known has to be there, what is not known is taken down. */
function textDifferences(recorded: string, actual: string, { known, bind }: Bindings): readonly string[] {
  const unknown: string[] = []
  const pattern = recorded
    .split(/(<[^<>]+>)/)
    .map((part) => {
      const name = /^<(.+)>$/.exec(part)?.[1]
      if (name === undefined) return literal(part)
      if (known[name] !== undefined) return literal(known[name])
      const form = forms[name.split(':')[0]!]
      if (form === undefined) throw new Error(`Nothing says what ${part} stands for in ${recorded}`)
      unknown.push(name)
      return `(${form.source})`
    })
    .join('')
  const match = new RegExp(`^${pattern}$`).exec(actual)
  if (match === null) return [`${actual} instead of ${recorded}, where ${namesIn(recorded, known)}`]
  return unknown.flatMap((name, index) => bind(name, match[index + 1]!) ?? [])
}

function namesIn(recorded: string, known: Values): string {
  const names = [...recorded.matchAll(/<([^<>]+)>/g)].map(([, name]) => name!)
  return names.map((name) => `<${name}> is ${known[name] ?? 'open'}`).join(', ') || 'nothing is open'
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value)
}
