import { CreateFunctionCommand, InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda'
import type { Happening } from '../../src/double/watch'
import { mockLambda, type MockLambda } from '../../src/index'
import { placeholderCode } from '../../src/builders/placeholderCode'

let lambda: MockLambda
let client: LambdaClient

beforeEach(() => {
  lambda = mockLambda({ region: 'eu-west-1' })
  client = lambda.client() as LambdaClient
})
afterEach(() => lambda.restore())

const invoke = (event: unknown, name = 'orders') =>
  client.send(new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event) }))

describe('who watches a double', () => {
  it('is told of each call, run and reset once it is over, until it has seen enough', async () => {
    lambda.function('orders', async () => ({ ok: true }))
    const seen: Happening[] = []
    const stop = lambda.inspection.watch((happening) => void seen.push(happening))
    await invoke({ id: 7 })
    expect(seen.map(({ kind }) => kind)).toEqual(['invocation', 'call'])
    const [run, call] = seen
    expect(run?.kind === 'invocation' && run.entry()).toMatchObject({ functionName: 'orders', result: { ok: true } })
    expect(call?.kind === 'call' && call.entry()).toMatchObject({ operation: 'Invoke', payload: { id: 7 } })
    lambda.reset()
    expect(seen.at(-1)).toEqual({ kind: 'reset' })
    stop()
    await invoke({}).catch(() => undefined)
    expect(seen).toHaveLength(3)
  })

  it('is shown an event that is nested in thousands, as far down as one can look', async () => {
    lambda.function('orders').returns('ok')
    const seen: string[] = []
    lambda.inspection.follow((...happened) => void seen.push(JSON.stringify(happened)))
    const Payload = Buffer.from('['.repeat(100_000) + ']'.repeat(100_000))
    await client.send(new InvokeCommand({ FunctionName: 'orders', Payload }))
    expect(seen.map((each) => each.includes('(nested more deeply)'))).toEqual([true, true])
    expect(JSON.stringify(lambda.calls('Invoke')[0])).toContain('(nested more deeply)')
  })

  it('hears of refused calls, deliveries and requests that are no operation', async () => {
    const seen: unknown[] = []
    lambda.inspection.follow((...happened) => seen.push(happened))
    lambda
      .function('jobs')
      .throws(new Error('no'))
      .async({ maximumRetryAttempts: 0, onFailure: 'arn:aws:sqs:eu-west-1:123456789012:failed' })
    await client.send(new InvokeCommand({ FunctionName: 'jobs', InvocationType: 'Event' }))
    await lambda.settled()
    await invoke({}).catch(() => undefined)
    const request = { method: 'GET', path: '/nothing', query: '', headers: {}, body: new Uint8Array() }
    await lambda.exchange(request).catch(() => undefined)
    expect(seen).toEqual([
      ['call', expect.objectContaining({ operation: 'Invoke', status: 202 })],
      ['invocation', expect.objectContaining({ functionName: 'jobs', type: 'Event' })],
      ['delivery', expect.objectContaining({ condition: 'RetriesExhausted' })],
      ['call', expect.objectContaining({ status: 404, error: expect.objectContaining({ name: 'ResourceNotFoundException' }) })],
      ['call', expect.objectContaining({ operation: undefined, path: '/nothing' })],
    ])
  })
})

describe('a view', () => {
  it('is plain data without values of variables, code and credentials', async () => {
    await client.send(
      new CreateFunctionCommand({
        FunctionName: 'arn:aws:lambda:eu-west-1:123456789012:function:secret',
        Role: 'arn:aws:iam::123456789012:role/r',
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Code: placeholderCode(),
        Environment: { Variables: { PASSWORD: 'hunter2-canary' } },
      }),
    )
    lambda.function('secret').returns({ token: 1, sessionToken: 'session-canary' })
    await invoke({ id: 7, headers: { Authorization: 'header-canary' } }, 'secret')
    const { inspection } = lambda
    const text = JSON.stringify([inspection.calls(), inspection.functions(), inspection.invocations(), inspection.deliveries()])
    expect(text).not.toMatch(/canary|UEsDB/)
    expect(inspection.functions()).toMatchObject([{ name: 'secret', variables: ['PASSWORD'], runs: 'canned result' }])
    expect(inspection.calls(1)).toMatchObject([
      {
        functionName: 'secret',
        payload: { id: 7, headers: { Authorization: '***' } },
        result: { token: 1, sessionToken: '***' },
      },
    ])
    expect(inspection.calls()[0]).toMatchObject({ operation: 'CreateFunction', functionName: 'secret', status: 201 })
  })

  it('of a function has what hangs on it', () => {
    lambda
      .function('orders', async () => 1)
      .version()
      .alias('live', 1)
      .url({ authType: 'AWS_IAM' })
      .trigger('arn:aws:sqs:eu-west-1:123456789012:jobs')
      .reservedConcurrency(3)
    expect(lambda.inspection.functions()).toMatchObject([
      {
        name: 'orders',
        region: 'eu-west-1',
        runs: 'handler',
        versions: ['1'],
        aliases: [{ name: 'live', version: '1', weights: {} }],
        urls: [{ authType: 'AWS_IAM', url: expect.stringMatching(/^https:\/\/\w{32}\.lambda-url\.eu-west-1\.on\.aws\/$/) }],
        triggers: [{ source: 'arn:aws:sqs:eu-west-1:123456789012:jobs', state: 'Enabled' }],
        reservedConcurrency: 3,
      },
    ])
  })

  it('of a rule says what is left of it, and a rule can be taken away', async () => {
    lambda.function('orders', async () => 1)
    lambda.on('Invoke', { FunctionName: 'orders' }).throttles().times(5)
    lambda.on('GetFunction').throttles()
    await invoke({}).catch(() => undefined)
    const [rule, other] = lambda.inspection.rules()
    expect(rule).toMatchObject({
      operation: 'Invoke',
      text: `on('Invoke', {"FunctionName":"orders"})`,
      steps: [{ text: 'throttles()', times: 5, used: 3, after: 0, probability: 1 }],
    })
    expect(lambda.inspection.removeRules([rule!.id])).toBe(1)
    expect(lambda.inspection.rules()).toEqual([other])
    expect(lambda.inspection.removeRules()).toBe(1)
    await expect(invoke({})).resolves.toMatchObject({ StatusCode: 200 })
  })
})
