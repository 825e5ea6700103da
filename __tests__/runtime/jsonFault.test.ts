import fc from 'fast-check'
import { jsonFault } from '../../src/runtime/jsonFault'

const source = '[Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: '
const valid = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')"

describe('the words of the parser that Lambda runs', () => {
  test.each([
    ['foo', `Unrecognized token 'foo': was expecting ${valid}`, 1, 4],
    ['{"a": undefined}', `Unrecognized token 'undefined': was expecting ${valid}`, 1, 16],
    ['<html>', `Unexpected character ('<' (code 60)): expected a valid value ${valid}`, 1, 1],
    ['[1,]', `Unexpected character (']' (code 93)): expected a valid value ${valid}`, 1, 4],
    ['\u0008', `Unexpected character ((CTRL-CHAR, code 8)): expected a valid value ${valid}`, 1, 1],
    ['“x”', `Unexpected character ('“' (code 8220 / 0x201c)): expected a valid value ${valid}`, 1, 1],
    ['{a: 1}', "Unexpected character ('a' (code 97)): was expecting double-quote to start field name", 1, 2],
    ["{'a': 1}", "Unexpected character (''' (code 39)): was expecting double-quote to start field name", 1, 2],
    ['{"a":1,}', "Unexpected character ('}' (code 125)): was expecting double-quote to start field name", 1, 8],
    ['{"a" 1}', "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value", 1, 6],
    ['{"a":1\n "b":2}', "Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries", 2, 2],
    ['[1 2]', "Unexpected character ('2' (code 50)): was expecting comma to separate Array entries", 1, 4],
    ['{}{}', "Unexpected character ('{' (code 123)): Expected space separating root-level values", 1, 3],
    ['-x', "Unexpected character ('x' (code 120)): Expected digit (0-9) to follow minus sign, for valid numeric value", 1, 2],
    ['01', "Unexpected character ('1' (code 49)): Expected a digit or the end of the numeric value", 1, 2],
    ['1.', "Unexpected character ('.' (code 46)): Expected a digit or the end of the numeric value", 1, 2],
    [
      '"a\nb"',
      'Illegal unquoted character ((CTRL-CHAR, code 10)): has to be escaped using backslash to be included in string value',
      1,
      3,
    ],
    ['"\\x"', "Unrecognized character escape 'x' (code 120)", 1, 3],
    ['"\\u00g0"', "Unexpected character ('g' (code 103)): expected a hex-digit for character escape sequence", 1, 6],
    ['"abc', 'Unexpected end-of-input: was expecting closing quote for a string value', 1, 5],
    ['"\\u00', 'Unexpected end-of-input: was expecting closing quote for a string value', 1, 6],
    ['"é" x', "Unexpected character ('x' (code 120)): Expected space separating root-level values", 1, 6],
    ['  ', 'No content to map due to end-of-input', 1, 3],
    ['{"a":', 'Unexpected end-of-input within/between Object entries', 1, 6],
    ['[1,', 'Unexpected end-of-input within/between Array entries', 1, 4],
    ['{"a":1', `Unexpected end-of-input: expected close marker for Object (start marker at ${source}1, column: 1])`, 1, 7],
    ['\n [[1]', `Unexpected end-of-input: expected close marker for Array (start marker at ${source}2, column: 2])`, 2, 6],
    ['{', `Unexpected end-of-input: expected close marker for Object (start marker at ${source}1, column: 1])`, 1, 2],
  ])('%j', (text, message, line, column) => {
    expect(() => JSON.parse(text)).toThrow()
    expect(jsonFault(text)).toBe(`${message}\n at ${source}${line}, column: ${column}]`)
  })

  test('finds no fault in JSON', () => {
    fc.assert(fc.property(fc.json(), (text) => jsonFault(text) === undefined))
  })

  test('finds a fault in a text exactly when JSON.parse does', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '1',
      '-',
      '.',
      'e',
      '+',
      '0',
      'true',
      'nul',
      '\\',
      '\\u12',
      ' ',
      '\n',
      '\t',
      'é',
    ]
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join(''))
    fc.assert(
      fc.property(text, (candidate) => (jsonFault(candidate) === undefined) === isJson(candidate)),
      { numRuns: 2000 },
    )
  })

  test('is not afraid of depth or length', () => {
    expect(jsonFault('['.repeat(200_000))).toMatch(/^Unexpected end-of-input: expected close marker for Array/)
    expect(jsonFault(`"${'x'.repeat(1_000_000)}`)).toMatch(/^Unexpected end-of-input: was expecting closing quote/)
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
