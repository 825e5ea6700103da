const validValue = "expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
const escapes = '"\\/bfnrt'
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const word = /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy
const space = /[ \t\r\n]*/y

type Container = { readonly kind: 'Object' | 'Array'; readonly start: number }

/**
 * What Lambda says about a text that is no JSON: the first fault with its line and column, in the words of the parser
 * that the service runs (its message was recorded; the source is hidden there too). Undefined if the text is JSON.
 */
export function jsonFault(text: string): string | undefined {
  const open: Container[] = []
  let at = 0
  let expected: 'value' | 'firstValue' | 'key' | 'firstKey' | 'colon' | 'separator' = 'value'

  const skip = (pattern: RegExp) => {
    pattern.lastIndex = at
    const length = pattern.exec(text)?.[0].length ?? 0
    at += length
    return length
  }
  const unexpected = (why: string) => located(text, at, `Unexpected character (${describe(text, at)}): ${why}`)

  for (;;) {
    skip(space)
    const top = open.at(-1)
    if (expected === 'separator' && top === undefined) {
      return at === text.length ? undefined : unexpected('Expected space separating root-level values')
    }
    if (at === text.length) return endOfInput(text, top, expected)
    const character = text[at]!

    if (expected === 'separator') {
      if (character === (top!.kind === 'Object' ? '}' : ']')) open.pop()
      else if (character === ',') expected = top!.kind === 'Object' ? 'key' : 'value'
      else return unexpected(`was expecting comma to separate ${top!.kind} entries`)
      at++
    } else if (expected === 'colon') {
      if (character !== ':') return unexpected('was expecting a colon to separate field name and value')
      expected = 'value'
      at++
    } else if ((expected === 'firstKey' && character === '}') || (expected === 'firstValue' && character === ']')) {
      open.pop()
      expected = 'separator'
      at++
    } else if (expected === 'key' || expected === 'firstKey' || character === '"') {
      const isKey: boolean = expected === 'key' || expected === 'firstKey'
      if (character !== '"') return unexpected('was expecting double-quote to start field name')
      const end = stringEnd(text, at)
      if (typeof end === 'string') return end
      at = end
      expected = isKey ? 'colon' : 'separator'
    } else if (character === '{' || character === '[') {
      open.push({ kind: character === '{' ? 'Object' : 'Array', start: at })
      expected = character === '{' ? 'firstKey' : 'firstValue'
      at++
    } else if (skip(number) > 0) {
      if (/[\d.eE]/.test(text[at] ?? '')) return unexpected('Expected a digit or the end of the numeric value')
      expected = 'separator'
    } else if (character === '-') {
      at++
      return unexpected('Expected digit (0-9) to follow minus sign, for valid numeric value')
    } else {
      const start = at
      if (skip(word) === 0) return unexpected(validValue)
      const token = text.slice(start, at)
      if (!['true', 'false', 'null'].includes(token)) {
        return located(
          text,
          at,
          `Unrecognized token '${token}': was ${validValue.replace('expected a valid value', 'expecting')}`,
        )
      }
      expected = 'separator'
    }
  }
}

/** The index behind a string's closing quote, or what is wrong with the string. */
function stringEnd(text: string, start: number): number | string {
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at]!
    if (character === '"') return at + 1
    if (character < ' ') {
      const why = 'has to be escaped using backslash to be included in string value'
      return located(text, at, `Illegal unquoted character (${describe(text, at)}): ${why}`)
    }
    if (character !== '\\') continue
    at++
    if (text[at] === 'u') {
      for (const end = at + 4; at < end;) {
        if (++at >= text.length) break
        if (!/[0-9a-fA-F]/.test(text[at]!)) {
          return located(
            text,
            at,
            `Unexpected character (${describe(text, at)}): expected a hex-digit for character escape sequence`,
          )
        }
      }
    } else if (at < text.length && !escapes.includes(text[at]!)) {
      return located(text, at, `Unrecognized character escape ${describe(text, at)}`)
    }
  }
  return located(text, text.length, 'Unexpected end-of-input: was expecting closing quote for a string value')
}

function endOfInput(text: string, top: Container | undefined, expected: string): string {
  if (top === undefined) return located(text, text.length, 'No content to map due to end-of-input')
  if (expected === 'value' || expected === 'key' || expected === 'colon') {
    return located(text, text.length, `Unexpected end-of-input within/between ${top.kind} entries`)
  }
  const marker = `(start marker at ${location(text, top.start)})`
  return located(text, text.length, `Unexpected end-of-input: expected close marker for ${top.kind} ${marker}`)
}

function describe(text: string, at: number): string {
  const character = text[at] ?? ''
  const code = character.charCodeAt(0)
  if (Number.isNaN(code)) return 'end-of-input'
  if (code < 32) return `(CTRL-CHAR, code ${code})`
  return code > 255 ? `'${character}' (code ${code} / 0x${code.toString(16)})` : `'${character}' (code ${code})`
}

function located(text: string, at: number, message: string): string {
  return `${message}\n at ${location(text, at)}`
}

function location(text: string, at: number): string {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  const column = Buffer.byteLength(before.slice(before.lastIndexOf('\n') + 1)) + 1
  return `[Source: REDACTED (\`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION\` disabled); line: ${line}, column: ${column}]`
}
