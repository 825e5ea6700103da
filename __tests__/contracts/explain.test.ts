import Ajv from 'ajv/dist/2020'
import fc from 'fast-check'
import { explain } from '../../src/contracts/explain'
import type { JsonSchema } from '../../src/contracts/schema'
import { nested } from '../support/nested'

const issues = (schema: JsonSchema, value: unknown) =>
  explain(schema, value, { root: schema, secrecy: () => 'open' }).map(({ path, message }) => `${path} ${message}`)

const card = { type: 'object', properties: { kind: { const: 'card' }, number: { type: 'string' } }, required: ['kind', 'number'] }
const cash = { type: 'object', properties: { kind: { const: 'cash' }, change: { type: 'integer' } }, required: ['kind'] }

it('what may be shown is asked of nothing that fits, however many branches of a schema it passes', () => {
  const secrecy = jest.fn(() => 'open' as const)
  const tree: JsonSchema = {
    $ref: '#/$defs/tree',
    $defs: { tree: { type: 'object', properties: { a: { anyOf: [{ type: 'number' }, { $ref: '#/$defs/tree' }] } } } },
  }
  expect(explain(tree, nested(100), { root: tree, secrecy })).toEqual([])
  expect(secrecy).not.toHaveBeenCalled()
})

describe('what does not fit a JSON Schema', () => {
  it.each<[what: string, schema: JsonSchema, value: unknown, expected: readonly string[]]>([
    ['a limit of a number', { type: 'integer', minimum: 1 }, 0, ['$ expected integer of at least 1, got 0 (number)']],
    [
      'a limit of a string, in characters',
      { type: 'string', maxLength: 1 },
      '😀😀',
      ['$ expected string of 1 character at most, got "😀😀" (string)'],
    ],
    ['a pattern', { type: 'string', pattern: '^o-' }, 'x', ['$ expected string that matches "^o-", got "x" (string)']],
    [
      'a limit of a list',
      { type: 'array', items: {}, minItems: 1 },
      [],
      ['$ expected array of a value with at least 1 item, got [] (array)'],
    ],
    [
      'the same item twice',
      { type: 'array', uniqueItems: true },
      [1, 1],
      ['$ expected array of different items, got [1,1] (array)'],
    ],
    [
      'an item of a tuple',
      { prefixItems: [{ type: 'string' }, { type: 'number' }] },
      ['a', 'b'],
      ['$[1] expected number, got "b" (string)'],
    ],
    [
      'a value of a record',
      { additionalProperties: { type: 'number' } },
      { a: 1, b: 'x' },
      ['$.b expected number, got "x" (string)'],
    ],
    [
      'a member by pattern',
      { properties: {}, patternProperties: { '^x-': { type: 'number' } } },
      { 'x-a': 'b', y: 1 },
      ['$["x-a"] expected number, got "b" (string)', '$.y is not in the contract, got 1 (number)'],
    ],
    ['one of two types', { type: ['string', 'null'] }, 7, ['$ expected string or null, got 7 (number)']],
    [
      'a definition',
      { $defs: { id: { type: 'integer' } }, properties: { id: { $ref: '#/$defs/id' } } },
      { id: 'x' },
      ['$.id expected integer, got "x" (string)'],
    ],
    [
      'a recursive definition',
      { properties: { kid: { $ref: '#' } } },
      { kid: { kid: 7, x: 1 } },
      ['$.kid.x is not in the contract, got 1 (number)'],
    ],
    [
      'members of several schemas',
      { allOf: [{ properties: { a: {} } }, { properties: { b: {} } }] },
      { a: 1, b: 2, c: 3 },
      ['$.c is not in the contract, got 3 (number)'],
    ],
    [
      'an alternative that was meant',
      { oneOf: [card, cash] },
      { kind: 'card', number: 7 },
      ['$.number expected string, got 7 (number)'],
    ],
    [
      'an alternative that there is not',
      { oneOf: [card, cash] },
      { kind: 'cheque' },
      ['$.kind expected "card" or "cash", got "cheque" (string)'],
    ],
    [
      'a member of another alternative',
      { oneOf: [card, cash] },
      { kind: 'cash', number: 'x' },
      ['$.number is not in the contract, got "x" (string)'],
    ],
    ['none of unlike alternatives', { anyOf: [{ type: 'string' }, card] }, 7, ['$ expected string or object, got 7 (number)']],
    [
      'what a condition asks for',
      { if: { properties: { a: { const: 1 } } }, then: { required: ['b'] } },
      { a: 1 },
      ['$.b expected a value, and it is missing'],
    ],
    ['what is forbidden', { not: { type: 'string' } }, 'x', ['$ expected not string, got "x" (string)']],
    ['anything', { properties: { a: false } as never }, { a: 1 }, []],
  ])('is told for %s', (_, schema, value, expected) => {
    expect(issues(schema, value)).toEqual(expected)
  })

  it('is what ajv refuses too, for the keywords that schemas of the libraries are made of', () => {
    const scalar = fc.constantFrom<JsonSchema>(
      { type: 'string' },
      { type: 'integer' },
      { type: 'number', minimum: 1 },
      { type: 'null' },
      { enum: ['a', 1] },
      { type: ['string', 'null'] },
    )
    const { schema } = fc.letrec<{ schema: JsonSchema }>((tie) => ({
      schema: fc.oneof(
        { maxDepth: 3 },
        scalar,
        fc.record({ type: fc.constant('array'), items: tie('schema') }),
        fc.record({
          type: fc.constant('object'),
          properties: fc.record({ a: tie('schema'), b: tie('schema') }),
          required: fc.subarray(['a', 'b']),
          additionalProperties: fc.constantFrom(true, false),
        }),
        fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
      ),
    }))
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom('a', 'b', 0, 1, 1.5, null, true),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.record({ a: tie('value'), b: tie('value'), c: tie('value') }, { requiredKeys: [] }),
      ),
    }))
    fc.assert(
      fc.property(schema, value, (schema, value) => {
        const fits = new Ajv({ strict: false }).compile(schema)(value)
        expect(issues(schema, value).length === 0).toBe(fits)
      }),
      { numRuns: 300 },
    )
  })
})
