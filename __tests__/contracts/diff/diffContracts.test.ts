import * as z from 'zod'
import { defineContract, diffContracts, textReport, type Contract } from '../../../src/contract'

const base = {
  function: 'f',
  consumer: 'c',
  provider: 'p',
  event: z.object({ id: z.int(), kind: z.enum(['a', 'b']), note: z.string().optional() }),
  response: z.object({ id: z.int(), state: z.enum(['new', 'paid']), items: z.array(z.object({ qty: z.int() })) }),
  errors: { Boom: z.object({ errorType: z.literal('Boom') }) },
  examples: { one: { event: { id: 1, kind: 'a' }, response: { id: 1, state: 'new', items: [] } } },
}
const contract = (change: object) => defineContract({ ...base, ...change } as never) as Contract
const changesTo = async (change: object) =>
  (await diffContracts(contract({}), contract(change))).changes.map(
    ({ place, change, breaks }) => `${breaks ?? 'nobody'}: ${place} ${change}`,
  )
const event = (change: object) => ({ event: base.event.extend(change as never) })
const response = (change: object) => ({ response: base.response.extend(change as never) })

describe('two versions of a contract', () => {
  it.each<[what: string, change: object, expected: readonly string[]]>([
    ['nothing', {}, []],
    ['a member of the event that may be sent', event({ gift: z.boolean().optional() }), ['provider: event $.gift is new']],
    [
      'a member of the event that has to be sent',
      event({ gift: z.boolean() }),
      ['consumer: event $.gift is new and required', 'provider: event $.gift is new'],
    ],
    ['a member of the event that is gone', { event: base.event.omit({ note: true }) }, ['consumer: event $.note is gone']],
    ['a value of the event that is gone', event({ kind: z.enum(['a']) }), ['consumer: event $.kind is no longer "b"']],
    ['a value of the event that is new', event({ kind: z.enum(['a', 'b', 'c']) }), ['provider: event $.kind may be "c" as well']],
    [
      'a narrower limit of the event',
      event({ id: z.int().min(1) }),
      ['consumer: event $.id minimum was -9007199254740991, is 1'],
    ],
    [
      'another type of the event',
      event({ id: z.string() }),
      expect.arrayContaining([
        'consumer: event $.id was integer, is string',
        'provider: event $.id was integer, is string',
      ]) as never,
    ],
    [
      'a wider type of the event',
      event({ note: z.string().nullish() }),
      ['provider: event $.note was string, is string or null'],
    ],
    ['a member of the response that is new', response({ at: z.string().optional() }), ['nobody: response $.at is new']],
    ['a member of the response that is promised', response({ at: z.string() }), ['provider: response $.at is new and required']],
    [
      'a member of the response that is gone',
      { response: base.response.omit({ id: true }) },
      ['consumer: response $.id is gone'],
    ],
    [
      'a member of the response that is promised no more',
      response({ id: z.int().optional() }),
      ['consumer: response $.id was required, is optional'],
    ],
    [
      'a value of the response that is new',
      response({ state: z.enum(['new', 'paid', 'lost']) }),
      ['consumer: response $.state may be "lost" as well'],
    ],
    [
      'a value of the response that is gone',
      response({ state: z.enum(['new']) }),
      ['provider: response $.state is no longer "paid"'],
    ],
    [
      'an item of a list',
      response({ items: z.array(z.object({ qty: z.int().nullable() })) }),
      expect.arrayContaining(['consumer: response $.items[*].qty was integer, is integer or null']) as never,
    ],
    ['an error that is new', { errors: { ...base.errors, Bang: base.errors.Boom } }, ['consumer: error Bang is new']],
    ['an error that is gone', { errors: {} }, ['provider: error Boom is gone']],
    ['strictness', { strict: true }, ['provider: strict is true now']],
    ['examples', { examples: { two: base.examples.one } }, ["nobody: example 'one' is gone", "nobody: example 'two' is new"]],
    [
      'what cannot be compared',
      { event: { not: { type: 'null' } }, examples: {} },
      expect.arrayContaining(['consumer: event $ has another not, which cannot be compared']) as never,
    ],
  ])('differ in %s, and say whom it breaks', async (_, change, expected) => {
    expect(await changesTo(change)).toEqual(expected)
  })

  it('are told for people', async () => {
    expect(textReport(await diffContracts(contract({}), contract(response({ id: z.int().optional() }))))).toBe(
      [
        'c -> p: f: 1 change, breaks the consumer.',
        '  breaks the consumer: response $.id was required, is optional; a consumer that has not moved may get what it does not know',
      ].join('\n'),
    )
    expect(textReport(await diffContracts(contract({}), contract({})))).toBe('c -> p: f: nothing changed.')
  })

  it('with recursive schemas come to an end', async () => {
    const tree = (type: string) => ({
      type: 'object',
      properties: { value: { type }, kids: { type: 'array', items: { $ref: '#' } } },
    })
    expect(
      await diffContracts(contract({ event: tree('string'), examples: {} }), contract({ event: tree('number'), examples: {} })),
    ).toMatchObject({
      breaks: ['consumer', 'provider'],
    })
  })

  it('have to be of one contract', async () => {
    await expect(diffContracts(contract({}), contract({ consumer: 'other' }))).rejects.toThrow(
      'compares two versions of one contract, not c -> p: f with other -> p: f.',
    )
  })
})
