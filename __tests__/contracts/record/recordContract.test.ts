import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { readContract, recordContract, verifyContract, writeContract } from '../../../src/contract'
import { explain } from '../../../src/contracts/explain'
import { inferSchema } from '../../../src/contracts/record/inferSchema'
import { mockLambda, type MockLambda } from '../../../src/index'
import { nestedJson } from '../../support/nested'

let lambda: MockLambda
beforeEach(() => {
  lambda = mockLambda()
})
afterEach(() => lambda.restore())
const invoke = (event: unknown, name = 'orders') =>
  new LambdaClient().send(new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event) }))

function orders(event: { sku: string; qty: number }) {
  if (event.sku === 'none') throw Object.assign(new Error('none left'), { name: 'OutOfStock' })
  return { id: event.qty, note: event.qty > 1 ? 'many' : null }
}

describe('recordContract', () => {
  it('drafts schemas from types, and an example for each kind of event and answer', async () => {
    lambda.function('orders', async (event) => orders(event))
    for (const event of [
      { sku: 'a', qty: 1 },
      { sku: 'b', qty: 2.5, gift: true },
      { sku: 'c', qty: 3 },
      { sku: 'none', qty: 1 },
    ])
      await invoke(event)
    lambda.function('orders').timesOutOnce()
    await invoke({ sku: 'd', qty: 1 })
    const draft = recordContract(lambda, { consumer: 'checkout', provider: 'orders' })
    expect(draft).toEqual({
      name: 'checkout -> orders: orders',
      function: 'orders',
      consumer: 'checkout',
      provider: 'orders',
      event: {
        type: 'object',
        properties: { gift: { type: 'boolean' }, qty: { type: 'number' }, sku: { type: 'string' } },
        required: ['qty', 'sku'],
      },
      response: {
        type: 'object',
        properties: { id: { type: 'number' }, note: { type: ['null', 'string'] } },
        required: ['id', 'note'],
      },
      errors: {
        OutOfStock: {
          type: 'object',
          properties: { errorMessage: { type: 'string' }, errorType: { const: 'OutOfStock' } },
          required: ['errorMessage', 'errorType'],
        },
      },
      examples: {
        answers: { event: { sku: 'a', qty: 1 }, response: { id: 1, note: null } },
        'answers 2': { event: { sku: 'b', qty: 2.5, gift: true }, response: { id: 2.5, note: 'many' } },
        'answers 3': { event: { sku: 'c', qty: 3 }, response: { id: 3, note: 'many' } },
        'fails with OutOfStock': {
          event: { sku: 'none', qty: 1 },
          error: { errorType: 'OutOfStock', errorMessage: 'none left' },
        },
      },
      strict: false,
      sensitive: [],
    })
  })

  it('drafts what can be written, read and verified', async () => {
    lambda.function('orders', async (event) => orders(event))
    await invoke({ sku: 'a', qty: 1 })
    await invoke({ sku: 'none', qty: 1 })
    const folder = mkdtempSync(join(tmpdir(), 'lambdouble-record-'))
    const contract = await readContract(await writeContract(recordContract(lambda), folder))
    rmSync(folder, { recursive: true })
    expect((await verifyContract(contract, async (event: any) => orders(event))).passed).toBe(2)
  })

  it('finds places whose value varies', async () => {
    let count = 0
    lambda.function('orders', async () => ({ id: ++count, items: [{ at: count, sku: 'a' }] }))
    await invoke({ sku: 'a' })
    await invoke({ sku: 'a' })
    expect(recordContract(lambda).examples.answers).toMatchObject({ varies: ['id', 'items[*].at'] })
  })

  it('refuses when there is nothing to draft from, or not one function', async () => {
    expect(() => recordContract(lambda)).toThrow('no function was run')
    lambda.function('orders').returns(1)
    lambda.function('payments').returns(1)
    await invoke({})
    await invoke({}, 'payments')
    expect(() => recordContract(lambda)).toThrow("Say which: { function: 'orders' }. There are: orders, payments.")
    expect(() => recordContract(lambda, { function: 'payment' })).toThrow('payment was not run. Did you mean payments?')
    expect(recordContract(lambda, { function: 'payments' }).function).toBe('payments')
  })
})

describe('an inferred schema', () => {
  it('is one that all the values fit', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 }), (values) => {
        const json = JSON.parse(JSON.stringify(values)) as unknown[]
        const schema = inferSchema(json)
        for (const value of json) expect(explain(schema, value, { root: schema, secrecy: () => 'open' })).toEqual([])
      }),
    )
  })
})

it('a recording with a payload nested in thousands is refused in a sentence', async () => {
  lambda.function('orders').returns('ok')
  await new LambdaClient().send(new InvokeCommand({ FunctionName: 'orders', Payload: nestedJson(5000) }))
  expect(() => recordContract(lambda)).toThrow(
    'recordContract(lambda): an event or a result of orders is nested more than 200 levels deep: contracts go no further.',
  )
})
