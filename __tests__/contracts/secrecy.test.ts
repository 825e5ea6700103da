import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import * as v from 'valibot'
import * as z from 'zod'
import {
  type Contract,
  type ContractBreach,
  defineContract,
  jsonReport,
  junitReport,
  readContract,
  recordContract,
  textReport,
  verifyContract,
  writeContract,
} from '../../src/contract'
import { stableJson } from '../../src/contracts/file/stableJson'
import { mockLambda } from '../../src/index'

const canary = 'canary-4711'
const folder = mkdtempSync(join(tmpdir(), 'lambdouble-secrecy-'))
afterAll(() => rmSync(folder, { recursive: true }))

const text = z.string()
/** The same payload with a secret that is marked in every way there is. */
const marked: Readonly<Record<string, readonly [schema: unknown, sensitive: readonly string[]]>> = {
  'the contract, by a name': [z.object({ id: text, pin: text }), ['pin']],
  'the contract, by a path': [z.object({ id: text, card: z.object({ pin: z.array(text) }) }), ['card.pin']],
  'zod’s metadata': [z.object({ id: text, pin: text.meta({ sensitive: true }) }), []],
  'valibot’s metadata': [v.object({ id: v.string(), pin: v.pipe(v.string(), v.metadata({ sensitive: true })) }), []],
  'JSON Schema’s writeOnly': [
    { type: 'object', properties: { id: { type: 'string' }, pin: { writeOnly: true, type: 'string' } } },
    [],
  ],
  'JSON Schema’s format password': [
    { type: 'object', properties: { id: { type: 'string' }, pin: { format: 'password', type: 'string' } } },
    [],
  ],
  'the name of a credential': [z.object({ id: text, authorization: text }), []],
}

const payloads = (mark: string): readonly Record<string, unknown>[] => {
  if (mark.includes('path'))
    return [
      { id: 7, card: { pin: [canary] } },
      { id: 'a', card: { pin: canary } },
      { id: 'a', card: { pin: [canary], x: 1 } },
    ]
  const name = mark.includes('credential') ? 'authorization' : 'pin'
  return [
    { id: 7, [name]: canary },
    { id: 'a', [name]: [canary] },
    { id: 'a', [name]: canary, extra: 1 },
  ]
}

describe.each(Object.entries(marked))('a member that is marked by %s', (mark, [schema, sensitive]) => {
  const contractFor = (event: unknown, response: unknown = event): Contract =>
    defineContract({
      function: 'orders',
      consumer: 'c',
      provider: 'p',
      event: schema as z.ZodType,
      response: schema as z.ZodType,
      errors: {},
      examples: { one: { event, response } },
      strict: true,
      sensitive,
    })

  it('is in no text of a consumer’s breach', async () => {
    const lambda = mockLambda()
    for (const payload of payloads(mark)) {
      lambda.function('orders').honours(contractFor(payload))
      const call = new LambdaClient().send(new InvokeCommand({ FunctionName: 'orders', Payload: JSON.stringify(payload) }))
      const error = await call.then(
        () => undefined,
        (error: ContractBreach) => error,
      )
      expect(error?.name).toBe('ContractBreach')
      expect(inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).not.toContain(canary)
    }
    const texts = [() => lambda.verify(), () => lambda.assert.honours(contractFor(payloads(mark)[0]))].map((run) => {
      try {
        run()
        return ''
      } catch (error) {
        return String(error)
      }
    })
    expect(texts.join()).not.toContain(canary)
    lambda.restore()
  })

  it('is in no report of a verification, by value or by file', async () => {
    const [, , last] = payloads(mark)
    const { extra: _, ...fine } = last as { extra?: unknown; card?: object }
    const good = 'card' in fine ? { id: 'a', card: { pin: [canary] } } : fine
    const value = contractFor(good)
    const file = await readContract(await writeContract(value, folder))
    const answers = [
      ...payloads(mark).map((payload) => async () => payload),
      async () => Promise.reject(new Error(`refused ${canary}`)),
      async () => ({ ...good, id: 'b' }),
    ]
    for (const contract of [value, file])
      for (const handler of answers) {
        const error = (await verifyContract(contract, handler).catch((error: unknown) => error)) as ContractBreach
        expect(error.name).toBe('ContractBreach')
        const { report } = error
        const all = [inspect(error, { depth: 9 }), textReport(report!), jsonReport(report!), await junitReport(report!)]
        expect(all.join()).not.toContain(canary)
      }
  })
})

it('a draft keeps no secret that is listed, and no credential', async () => {
  const lambda = mockLambda()
  lambda.function('orders').returns({ token: { value: canary }, pin: canary })
  const event = { authorization: canary, card: { pin: canary, count: 4711 } }
  await new LambdaClient().send(new InvokeCommand({ FunctionName: 'orders', Payload: JSON.stringify(event) }))
  const draft = recordContract(lambda, { sensitive: ['pin', 'count', 'token'] })
  expect(stableJson(draft)).not.toContain('4711')
  expect(draft.examples.answers!.event).toEqual({ authorization: '***', card: { count: 0, pin: '***' } })
  lambda.restore()
})
