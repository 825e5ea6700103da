import * as z from 'zod'
import { defineContract } from '../../src/contract'
import { isUsageError } from '../../src/errors/usageError'
import { nested } from '../support/nested'

const good = {
  function: 'orders-create',
  consumer: 'checkout',
  provider: 'orders',
  event: z.object({ sku: z.string() }),
  response: z.object({ orderId: z.string() }),
  errors: { OutOfStock: z.object({ errorType: z.literal('OutOfStock') }) },
  examples: { 'new order': { event: { sku: 'a' }, response: { orderId: 'o-1' } } },
}

function refusal(change: object): string {
  try {
    defineContract({ ...good, ...change } as never)
  } catch (error) {
    if (isUsageError(error)) return error.message.split('\n')[0]!
    throw error
  }
  throw new Error('It was accepted.')
}

const example = (change: object) => ({ examples: { 'new order': { event: { sku: 'a' }, ...change } } })

describe('defineContract', () => {
  it('names a contract by its sides and the function, and freezes it', () => {
    const contract = defineContract(good)
    expect(contract.name).toBe('checkout -> orders: orders-create')
    expect(Object.isFrozen(contract)).toBe(true)
  })

  it.each<[what: string, change: object, message: string]>([
    ['a name that is none', { consumer: '' }, `defineContract(...): consumer has to be a name, such as 'orders'; got "".`],
    [
      'an example that is nested in thousands',
      { examples: { deep: { event: nested(20_000), response: {} } } },
      'defineContract(...): examples.deep.event is nested more than 200 levels deep: contracts go no further.',
    ],
    ['a member that it does not have', { respons: {} }, `defineContract(...) has no member 'respons'. Did you mean 'response'?`],
    [
      'an event without a schema',
      { event: undefined },
      'defineContract(...): event has to be a schema: one of zod, valibot or arktype, a JSON Schema, or a type guard; got undefined.',
    ],
    [
      'a schema of an error that is none',
      { errors: { Boom: 7 } },
      'defineContract(...): errors.Boom has to be a schema: one of zod, valibot or arktype, a JSON Schema, or a type guard; got 7.',
    ],
    [
      'a JSON Schema of another draft',
      { response: { $schema: 'http://json-schema.org/draft-07/schema#' } },
      'defineContract(...): response is a JSON Schema of another draft: contracts use https://json-schema.org/draft/2020-12/schema, this is http://json-schema.org/draft-07/schema#.',
    ],
    [
      'an example without an event',
      { examples: { 'new order': { response: {} } } },
      'defineContract(...): examples["new order"] has no event: an example is { event, response } or { event, error }.',
    ],
    [
      'an example with two endings',
      example({ response: {}, error: 'OutOfStock' }),
      'defineContract(...): examples["new order"] has a response and an error: an example is { event, response } or { event, error }.',
    ],
    [
      'an example with none',
      example({}),
      'defineContract(...): examples["new order"] has neither a response nor an error: an example is { event, response } or { event, error }.',
    ],
    [
      'an error that the contract does not have',
      example({ error: 'OutOfStok' }),
      `defineContract(...): examples["new order"].error names 'OutOfStok', which is not in errors. Did you mean 'OutOfStock'?`,
    ],
    [
      'an example that is no JSON',
      example({ response: { at: [new Date(0)] } }),
      'defineContract(...): examples["new order"].response.at[0] has to be JSON, as it travels and as it stands in a file; got Date 1970-01-01T00:00:00.000Z.',
    ],
    [
      'a number that is none',
      example({ response: { price: NaN } }),
      'defineContract(...): examples["new order"].response.price has to be JSON, as it travels and as it stands in a file; got NaN.',
    ],
    [
      'a mistyped member of an example',
      example({ response: {}, givn: 'x' }),
      `defineContract(...): examples["new order"] has no member 'givn'. Did you mean 'given'?`,
    ],
    [
      'sensitive members that are no names',
      { sensitive: 'pin' },
      `defineContract(...): sensitive has to be names, such as ['pin', 'card.number']; got "pin".`,
    ],
    ['strictness that is none', { strict: 'yes' }, 'defineContract(...): strict has to be true or false; got "yes".'],
  ])('refuses %s', (_, change, message) => {
    expect(refusal(change)).toBe(message)
  })
})
