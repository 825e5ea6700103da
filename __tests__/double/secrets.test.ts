import { inspect } from 'node:util'
import {
  CreateFunctionCommand,
  GetFunctionCommand,
  InvokeCommand,
  type ListFunctionsCommand,
  PublishLayerVersionCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda'
import { mockLambda, type MockLambda } from '../../src'
import { matchers } from '../../src/matchers'
import { zip } from '../support/zip'

const canary = 'canary-7f3a'
const code = zip([{ name: 'index.js', content: canary }])
const forms = [canary, Buffer.from(canary).toString('base64').slice(0, 12), Buffer.from(code).toString('base64').slice(0, 60)]

/** Everything that was printed, as far as it has a secret in it. */
const leaks = (texts: readonly (string | undefined)[]) => texts.filter((text) => forms.some((form) => text?.includes(form)))

const failure = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return inspect(error)
  }
  throw new Error('It was expected to fail.')
}

describe('credentials, values of environment variables and code', () => {
  let lambda: MockLambda
  beforeEach(async () => {
    lambda = mockLambda({ seed: 1, strict: true })
    const client = lambda.client({ maxAttempts: 1 })
    const variables = { Variables: { API_KEY: canary } }
    const send = (command: object) => client.send(command as ListFunctionsCommand).catch(() => undefined)
    const role = 'arn:aws:iam::123456789012:role/any'
    await send(
      new CreateFunctionCommand({
        FunctionName: 'orders',
        Role: role,
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Code: { ZipFile: code },
        Environment: variables,
      }),
    )
    lambda.function('orders').handler(async (event) => event)
    lambda.object('bucket', 'orders.zip', code)
    await send(new PublishLayerVersionCommand({ LayerName: 'tools', Content: { ZipFile: code } }))
    await send(new GetFunctionCommand({ FunctionName: 'orders' }))
    await send(
      new UpdateFunctionConfigurationCommand({ FunctionName: 'orders', Environment: { Variables: { 'no name': canary } } }),
    )
    await send(new UpdateFunctionConfigurationCommand({ FunctionName: 'mails', Environment: variables }))
    const event = { authorization: canary, nested: { aws_secret_access_key: canary, 'X-Amz-Security-Token': canary }, id: 7 }
    await send(new InvokeCommand({ FunctionName: 'orders', Payload: JSON.stringify(event) }))
    await send(new InvokeCommand({ FunctionName: 'mails', Payload: JSON.stringify(event) }))
    lambda
      .function('failing')
      .throws(new Error('failed'))
      .async({ maximumRetryAttempts: 0, onFailure: 'arn:aws:sqs:us-east-1:123456789012:failed' })
    await send(new InvokeCommand({ FunctionName: 'failing', InvocationType: 'Event', Payload: JSON.stringify(event) }))
    await lambda.settled()
    // As over the HTTP endpoint: signed, and with a token.
    const headers = { authorization: `AWS4-HMAC-SHA256 Credential=${canary}`, 'x-amz-security-token': canary }
    const request = { query: '', headers, body: new Uint8Array() }
    await lambda.exchange({ ...request, method: 'GET', path: '/2015-03-31/functions' })
    await lambda.exchange({ ...request, method: 'GET', path: '/nowhere' }).catch(() => undefined)
  })
  afterEach(() => lambda.restore())

  it('are in the entries for whoever reads them, and in nothing that is printed of them', () => {
    const entries = [...lambda.calls(), ...lambda.invocations(), ...lambda.deliveries()]
    expect(lambda.calls('CreateFunction')[0]!.input).toMatchObject({ Environment: { Variables: { API_KEY: canary } } })
    expect(entries).toHaveLength(13)
    const printed = entries.flatMap((entry) => [
      inspect(entry, { depth: Infinity, maxStringLength: Infinity }),
      failure(() => expect(entry).toBe(0)),
      JSON.stringify(entry),
    ])
    expect(leaks(printed)).toEqual([])
    expect(printed.join()).toContain('***')
    expect(printed.join()).toContain('"id":7')
  })

  it('are not printed with the double, its snapshots, or what is made of it', () => {
    const all = { depth: Infinity, showHidden: true, maxStringLength: Infinity }
    const things = [lambda, lambda.snapshot(), lambda.function('orders'), lambda.on('Invoke'), lambda.region('eu-west-1')]
    expect(leaks(things.flatMap((thing) => [inspect(thing), inspect(thing, all)]))).toEqual([])
    expect(
      leaks(
        things
          .filter((thing) => !('format' in thing))
          .flatMap((thing) => [failure(() => expect(thing).toBe(0)), JSON.stringify(thing)]),
      ),
    ).toEqual([])
  })

  it('are in no failure text of a matcher', () => {
    const secret = { authorization: canary, id: 8 }
    const results = [
      matchers.toHaveInvoked(lambda, 'orders', secret),
      matchers.toHaveInvoked(lambda, 'ordres'),
      matchers.toHaveInvokedOnceWith(lambda, 'orders', secret),
      matchers.toHaveInvokedNthWith(lambda, 3, 'orders', secret),
      matchers.toHaveInvokedTimes(lambda, 'orders', 9),
      matchers.toHaveReceivedCommandWith(lambda, 'UpdateFunctionConfiguration', {
        Environment: { Variables: { API_KEY: `${canary}!` } },
      }),
      matchers.toHaveReceivedCommandWith(lambda, 'CreateFunction', { Code: { ZipFile: Buffer.from(canary) } }),
      matchers.toHaveReceivedCommandTimes(lambda, 'CreateFunction', 9),
      matchers.toHaveReceivedNoOtherCommands(lambda, ['Invoke']),
      matchers.toHaveDelivered(lambda, 'arn:aws:sqs:us-east-1:123456789012:failed', { requestPayload: secret }),
      matchers.toHaveBeenThrottled(lambda),
      matchers.toHaveRetried(lambda, 'CreateFunction'),
    ]
    expect(results.filter(({ pass }) => pass)).toEqual([])
    expect(leaks(results.map(({ message }) => message()))).toEqual([])
    const passing = [matchers.toHaveInvoked(lambda, 'orders'), matchers.toHaveReceivedCommandWith(lambda, 'CreateFunction', { Environment: { Variables: { API_KEY: canary } } })] // prettier-ignore
    expect(passing.every(({ pass }) => pass)).toBe(true)
    expect(leaks(passing.map(({ message }) => message()))).toEqual([])
  })

  it('are in no complaint of verify(), hint or view for tools', () => {
    lambda
      .on('UpdateFunctionConfiguration', { Environment: { Variables: { API_KEY: `${canary}!` } } })
      .throttles()
      .once()
    lambda
      .on('Invoke', { Payload: { authorization: `${canary}!` } })
      .throttles()
      .once()
    const { inspection } = lambda
    const views = [
      inspection.calls(),
      inspection.invocations(),
      inspection.deliveries(),
      inspection.rules(),
      inspection.functions(),
    ]
    expect(
      leaks([
        failure(() => lambda.verify()),
        ...lambda.calls().map(({ hint }) => hint),
        ...views.map((view) => JSON.stringify(view)),
      ]),
    ).toEqual([])
  })

  it('are in no UsageError', () => {
    const wrong = [
      () => lambda.function('orders').configure({ Environment: { Variables: { 'no name': canary } } }),
      () => lambda.function('orders').configure({ Environment: { Variables: { A: canary.repeat(1_000) } } }),
      () => lambda.function('orders').configure({ Enviroment: { Variables: { A: canary } } } as never),
      () => lambda.on('UpdateFunctionConfiguration', { Environment: { Variable: { A: canary } } } as never),
      () => lambda.on('UpdateFunctionConfiguration', { Environment: { Variables: { A: canary } } }).once(),
      () => lambda.on('Invoke', { Payload: { authorization: canary } }).times(-1),
      () => lambda.load({ format: canary } as never),
    ]
    expect(leaks(wrong.map(failure))).toEqual([])
  })
})
