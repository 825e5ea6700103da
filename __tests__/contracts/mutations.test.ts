import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Contract, isContractBreach, readContract, verifyContract, writeContract } from '../../src/contract'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda, type MockLambda } from '../../src/index'
import { contractOf, mutations, order, schemas } from './schemas'

const folder = mkdtempSync(join(tmpdir(), 'lambdouble-contracts-'))
afterAll(() => rmSync(folder, { recursive: true }))

const event = '  event: {"id":7,"items":[{"qty":2,"sku":"a"}],"kind":"new"}'

/** The text of the breach without its last line, which says where the contract stands. */
async function breachOf(run: Promise<unknown>): Promise<string> {
  const error = await run.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!isContractBreach(error)) throw new Error('There was no breach.', { cause: error })
  return error.message.replace(/\n {2}change: .*$/, '')
}

const cases = Object.keys(schemas).flatMap((library) =>
  (['its value', 'its file'] as const).flatMap((from) =>
    Object.keys(mutations).map((mutation) => [library, from, mutation] as const),
  ),
)

const made = new Map<string, Promise<Contract>>()

function contractFrom(library: string, from: 'its value' | 'its file'): Promise<Contract> {
  const name = `${library} ${from}`
  const contract = made.get(name) ?? makeContract(library, from)
  made.set(name, contract)
  return contract
}

async function makeContract(library: string, from: 'its value' | 'its file'): Promise<Contract> {
  const contract = contractOf(schemas[library as keyof typeof schemas])
  return from === 'its value' ? contract : readContract(await writeContract(contract, join(folder, library)))
}

describe.each(cases)('a contract with a schema of %s, by %s, catches what is %s', (library, from, mutation) => {
  const [payload, issue] = mutations[mutation]!
  let lambda: MockLambda
  beforeEach(() => {
    lambda = mockLambda()
  })
  afterEach(() => lambda.restore())
  const invoke = (event: unknown) =>
    new LambdaClient().send(new InvokeCommand({ FunctionName: 'orders-create', Payload: JSON.stringify(event) }))

  it('in an event', async () => {
    lambda.function('orders-create').honours(await contractFrom(library, from))
    const text = await breachOf(invoke(payload))
    expect(text.split('\n').slice(0, 2)).toEqual(["Contract 'checkout -> orders: orders-create' / event", issue])
  })

  it('in a response of a consumer’s test', async () => {
    lambda
      .function('orders-create')
      .honours(await contractFrom(library, from))
      .returns(payload)
    expect(await breachOf(invoke(order))).toBe(
      ["Contract 'checkout -> orders: orders-create' / response", issue, event].join('\n'),
    )
  })

  it('in a response of the provider', async () => {
    const contract = await contractFrom(library, from)
    const lines = (await breachOf(verifyContract(contract, async () => payload))).split('\n')
    expect(lines.slice(0, 2)).toEqual(["Contract 'checkout -> orders: orders-create' / 'new order' / response", issue])
    expect(lines.at(-1)).toBe(event)
  })
})
