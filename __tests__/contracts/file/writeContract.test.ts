import fc from 'fast-check'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { defineContract, readContract, verifyContracts, writeContract } from '../../../src/contract'
import { readJson } from '../../../src/contracts/file/readJson'
import { stableJson } from '../../../src/contracts/file/stableJson'
import { isUsageError } from '../../../src/errors/usageError'
import { createOrder } from '../orders'
import { contractOf, schemas } from '../schemas'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lambdouble-contracts-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Writes the contract, changes the text of the file, and gives the first line of what reading it says, without the folder. */
async function refusalOf(change: (text: string) => string): Promise<string> {
  const file = await writeContract(createOrder, folder)
  const text = change(readFileSync(file, 'utf8'))
  writeFileSync(file, text)
  const error = await readContract(file).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!isUsageError(error)) throw new Error('It was read.', { cause: error })
  return error.message.split('\n')[0]!.replace(/^.*(?=checkout-orders\.)/, '')
}

const replace = (from: string | RegExp, to: string) => (text: string) => {
  expect(text).toMatch(from)
  return text.replace(from, to)
}

describe('the file of a contract', () => {
  it('is named by its sides and the function, and is this text', async () => {
    const file = await writeContract(createOrder, folder)
    expect(file).toBe(join(folder, 'checkout-orders.orders-create.json'))
    const { schemas: _, ...document } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    expect(document).toEqual({
      consumer: { name: 'checkout' },
      interactions: [
        {
          description: 'new order',
          pending: false,
          request: { contents: { content: { qty: 1, sku: 'a' }, contentType: 'application/json', encoded: false } },
          response: [
            {
              contents: { content: { items: [{ sku: 'a' }], orderId: 'o-1' }, contentType: 'application/json', encoded: false },
              matchingRules: { body: { '$.orderId': { combine: 'AND', matchers: [{ match: 'type' }] } } },
            },
          ],
          type: 'Synchronous/Messages',
        },
        {
          description: 'none left',
          pending: false,
          providerStates: [{ name: 'no stock' }],
          request: { contents: { content: { qty: 1, sku: 'b' }, contentType: 'application/json', encoded: false } },
          response: [
            {
              contents: { content: { errorType: 'OutOfStock' }, contentType: 'application/json', encoded: false },
              metadata: { functionError: 'Unhandled' },
            },
          ],
          type: 'Synchronous/Messages',
        },
      ],
      metadata: {
        lambdouble: { function: 'orders-create', sensitive: ['card.number'], version: 1 },
        pactSpecification: { version: '4.0' },
      },
      provider: { name: 'orders' },
    })
  })

  it('has the same bytes whenever it is written, from the value and from the file', async () => {
    const once = readFileSync(await writeContract(createOrder, folder), 'utf8')
    const twice = readFileSync(await writeContract(createOrder, folder), 'utf8')
    const again = await readContract(join(folder, 'checkout-orders.orders-create.json'))
    const thrice = readFileSync(await writeContract(again, folder), 'utf8')
    expect([twice, thrice]).toEqual([once, once])
    expect(once.endsWith('}\n')).toBe(true)
  })

  it.each(Object.keys(schemas) as (keyof typeof schemas)[])(
    'reads back as the same contract from a schema of %s',
    async (library) => {
      const contract = contractOf(schemas[library])
      const { name, examples, strict, sensitive } = await readContract(await writeContract(contract, folder))
      expect({ name, examples, strict, sensitive }).toEqual({
        name: contract.name,
        examples: contract.examples,
        strict: true,
        sensitive: [],
      })
    },
  )

  it('is compared under check, and nothing is written', async () => {
    await expect(writeContract(createOrder, folder, { check: true })).rejects.toThrow('is not there: write the contract')
    const file = await writeContract(createOrder, folder)
    await expect(writeContract(createOrder, folder, { check: true })).resolves.toBe(file)
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'))
    await expect(writeContract(createOrder, folder, { check: true })).resolves.toBe(file)
    writeFileSync(file, readFileSync(file, 'utf8').replace('"no stock"', '"other"'))
    await expect(writeContract(createOrder, folder, { check: true })).rejects.toThrow(
      /orders-create\.json:\d+ is not what the contract says/,
    )
  })

  it.each<[string, (text: string) => string, string]>([
    ['no JSON', (text) => text.slice(0, 200), 'expected the name of a member in double quotes, got the end of the file'],
    [
      'a comma that is missing',
      replace('"pending": false,', '"pending": false'),
      "json:9:7: expected ',' between two members, got '\"'",
    ],
    ['a word', replace('false', 'nope'), 'json:8:18: nope is no JSON'],
    [
      'a member that is there twice',
      replace('"pending": false', '"description": "x"'),
      'json:8:7: the member "description" is there twice',
    ],
    ['text after the end', (text) => `${text}x`, "expected the end of the file, got 'x'"],
    ['nothing', () => '', 'json:1:1: expected a value, got the end of the file'],
    ['another value', () => '[]', 'json:1: a contract has to be an object'],
    [
      'interactions that are no list',
      replace(/"interactions": \[/, '"interactions": 7, "others": ['),
      'json:5: interactions has to be a list',
    ],
    [
      'an interaction of another type',
      replace('Synchronous/Messages', 'Asynchronous/Messages'),
      "interactions[0].type has to be 'Synchronous/Messages'",
    ],
    [
      'an example without a name',
      replace('"new order"', '7'),
      'json:7: interactions[0].description has to be the name of an example',
    ],
    [
      'two examples of one name',
      replace('"none left"', '"new order"'),
      "interactions[1].description 'new order' is the name of another example",
    ],
    [
      'no event',
      replace(/"content": \{\s+"qty": 1,\s+"sku": "a"\s+\},/, ''),
      'interactions[0].request.contents.content is missing',
    ],
    [
      'an error that is not in the schemas',
      replace('"errorType": "OutOfStock"', '"errorType": "OutOfStok"'),
      "names 'OutOfStok', which is not in errors.",
    ],
    ['a provider without a name', replace('"name": "orders"', '"name": ""'), 'provider.name has to be a name'],
    ['another version of the format', replace('"version": 1', '"version": 2'), 'metadata.lambdouble.version has to be 1'],
    [
      'a function without a name',
      replace('"function": "orders-create"', '"function": 7'),
      "metadata.lambdouble.function has to be a name, such as 'orders'; got 7.",
    ],
    [
      'a schema that is none',
      replace('"type": "integer"', '"type": "whole number"'),
      'A schema of a contract is no JSON Schema 2020-12',
    ],
  ])('says where it is wrong and what to do, when it has %s', async (_, change, message) => {
    const text = await refusalOf(change)
    expect(text).toContain(message)
    expect(text).toMatch(/^checkout-orders\.orders-create\.json:\d+/)
  })

  it('is read or refused, and never crashes, whatever somebody makes of it', async () => {
    const file = await writeContract(createOrder, folder)
    const text = readFileSync(file, 'utf8')
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 10 }), async (at, length, typed) => {
        writeFileSync(file, text.slice(0, at) + typed + text.slice(at + length))
        await readContract(file).catch((error: unknown) => {
          if (!isUsageError(error)) throw error
        })
      }),
      { numRuns: 40 },
    )
  })

  it('needs schemas that have a JSON Schema', async () => {
    const at = { ...createOrder, event: z.object({ at: z.date() }), examples: {} }
    const contract = (event: unknown) =>
      defineContract({ function: 'f', consumer: 'c', provider: 'p', event: event as typeof at.event })
    await expect(writeContract(contract(at.event), folder)).rejects.toThrow(
      'event of the contract c -> p: f has no JSON Schema, and a file needs one: Date cannot be represented in JSON Schema.',
    )
    const isOrder = (value: unknown): value is string => typeof value === 'string'
    await expect(writeContract(contract(isOrder), folder)).rejects.toThrow('event of the contract c -> p: f has no JSON Schema')
  })

  it('is not written with an example that does not fit the schemas', async () => {
    const contract = defineContract({
      function: 'f',
      consumer: 'c',
      provider: 'p',
      event: z.object({ id: z.int() }),
      examples: { one: { event: { id: 'x' as never }, response: 1 as never } },
    })
    await expect(writeContract(contract, folder)).rejects.toThrow(
      "Contract 'c -> p: f' / 'one' / event\n  at $.id  expected integer, got \"x\" (string)",
    )
  })

  it('is found by patterns; one that fits no file is refused', async () => {
    await writeContract(createOrder, join(folder, 'a'))
    await writeContract(contractOf(schemas.zod), join(folder, 'b/c'))
    const handlers = {
      'orders-create': async (event: { id?: number }) => (event.id ? event : { orderId: 'x', items: [{ sku: 'a' }] }),
    }
    const states = { 'no stock': () => undefined }
    const verify = (pattern: string) =>
      verifyContracts(join(folder, pattern), handlers, { states }).then(
        ({ contracts }) => contracts.length,
        (error: { report?: { contracts: unknown[] } }) => error.report?.contracts.length ?? error,
      )
    expect([await verify('*/*.json'), await verify('**/*.json'), await verify('{a,b}/**/checkout-?rders.*.json')]).toEqual([
      1, 2, 2,
    ])
    expect(await verify('a/checkout-orders.orders-create.json')).toBe(1)
    expect(String(await verify('*.json'))).toContain('No contract is at')
    expect(String(await verify('none.json'))).toContain('No contract is at')
  })
})

describe('stable JSON', () => {
  it('is the same for every order of members, and is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = stableJson(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(stableJson(JSON.parse(text))).toBe(text)
      }),
    )
    expect(stableJson({ b: 1, a: [], 10: {}, 9: undefined })).toBe('{\n  "10": {},\n  "a": [],\n  "b": 1\n}\n')
  })

  it('is read with its lines', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read = readJson(stableJson(value))
        expect('value' in read && read.value).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
    const read = readJson('{\n "a": [\n  1,\n  {"b": 2}\n ]\n}')
    expect('lineOf' in read && [['a'], ['a', 1], ['a', 1, 'b'], ['a', 7], ['x']].map((keys) => read.lineOf(keys))).toEqual([
      2, 4, 4, 2, 1,
    ])
  })
})
