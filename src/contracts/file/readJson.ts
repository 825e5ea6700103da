import type { Keys } from '../../matching/difference'

/** A JSON text that was read, and where its parts stand. */
export interface LocatedJson {
  readonly value: unknown
  /** The line, from 1, of a part; of the nearest part around it, if it is not there. */
  readonly lineOf: (keys: Keys) => number
}

/** Why a text is no JSON. */
export interface JsonProblem {
  readonly problem: string
  readonly line: number
  readonly column: number
}

/**
 * Reads JSON and remembers the lines, for messages that say where to look. A member that is there twice is a problem too: one of them
 * would be lost.
 */
export function readJson(text: string): LocatedJson | JsonProblem {
  const lines = new Map<string, number>()
  let at = 0

  const lineAt = (index: number) => text.slice(0, index).split('\n').length
  const fault = (problem: string, index = at) => Object.assign(new Error(problem), { index })
  const skip = () => {
    while (/[ \t\r\n]/.test(text.charAt(at))) at++
  }
  const found = () => (at >= text.length ? 'the end of the file' : `'${text.charAt(at)}'`)

  function expect(sign: string, where: string): void {
    skip()
    if (text.charAt(at) !== sign) throw fault(`expected '${sign}' ${where}, got ${found()}`)
    at++
  }

  /** A number, string or word, read by the language itself. */
  function scalar(): unknown {
    const token = /^(?:"(?:[^"\\\n]|\\.)*"|-?\d[\d.eE+-]*|[A-Za-z]+)/.exec(text.slice(at, at + 100_000))?.[0]
    if (token === undefined) throw fault(text.charAt(at) === '"' ? 'a string is not closed' : `expected a value, got ${found()}`)
    try {
      const value = JSON.parse(token) as unknown
      at += token.length
      return value
    } catch {
      throw fault(`${token.slice(0, 40)} is no JSON`)
    }
  }

  function value(keys: Keys): unknown {
    skip()
    lines.set(JSON.stringify(keys), lineAt(at))
    const sign = text.charAt(at)
    if (sign === '[') return list(keys)
    return sign === '{' ? members(keys) : scalar()
  }

  function list(keys: Keys): unknown[] {
    const items: unknown[] = []
    at++
    skip()
    while (text.charAt(at) !== ']') {
      if (items.length > 0) expect(',', 'between two items')
      items.push(value([...keys, items.length]))
      skip()
    }
    at++
    return items
  }

  function members(keys: Keys): Record<string, unknown> {
    const object: Record<string, unknown> = {}
    at++
    skip()
    while (text.charAt(at) !== '}') {
      if (Object.keys(object).length > 0) expect(',', 'between two members')
      skip()
      const start = at
      if (text.charAt(at) !== '"') throw fault(`expected the name of a member in double quotes, got ${found()}`)
      const name = scalar() as string
      if (Object.hasOwn(object, name)) throw fault(`the member ${JSON.stringify(name)} is there twice`, start)
      expect(':', 'after the name of a member')
      const member = value([...keys, name])
      lines.set(JSON.stringify([...keys, name]), lineAt(start))
      // An own member, whatever its name: `__proto__` is a name like any other.
      Object.defineProperty(object, name, { value: member, enumerable: true, configurable: true, writable: true })
      skip()
    }
    at++
    return object
  }

  try {
    const whole = value([])
    skip()
    if (at < text.length) throw fault(`expected the end of the file, got ${found()}`)
    return { value: whole, lineOf: (keys) => nearestLine(lines, keys) }
  } catch (error) {
    const { message: problem, index } = error as Error & { readonly index: number }
    return { problem, line: lineAt(index), column: index - text.lastIndexOf('\n', index - 1) }
  }
}

function nearestLine(lines: ReadonlyMap<string, number>, keys: Keys): number {
  for (let length = keys.length; length >= 0; length--) {
    const line = lines.get(JSON.stringify(keys.slice(0, length)))
    if (line !== undefined) return line
  }
  return 1
}
