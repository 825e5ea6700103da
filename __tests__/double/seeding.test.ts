import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda'
import { seedingSymbol, type Seeding } from '../../src/double/seeding'
import { defineConfig, mockLambda, type MockLambda } from '../../src/index'

let lambda: MockLambda
let seeding: Seeding
beforeEach(() => {
  lambda = mockLambda({ region: 'us-east-1' })
  seeding = (lambda as unknown as { [seedingSymbol]: Seeding })[seedingSymbol]
})
afterEach(() => lambda.restore())

async function invoke(name: string, event: unknown = {}): Promise<unknown> {
  const { Payload } = await (lambda.client() as LambdaClient).send(
    new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event) }),
  )
  return JSON.parse(Payload!.transformToString())
}

const config = (answer: string) =>
  defineConfig((double) => {
    const tools = double.layer('tools').publish()
    double
      .function('orders', async () => answer)
      .configure({ Timeout: answer.length })
      .layer(tools)
      .version()
      .alias('live', 1)
      .permission({ StatementId: 's3', Action: 'lambda:InvokeFunction', Principal: 's3.amazonaws.com' })
      .trigger('arn:aws:sqs:us-east-1:123456789012:jobs')
    double
      .region('eu-west-1')
      .function('far', async () => answer)
      .version()
  })

describe('a configuration that runs again', () => {
  it('gives new handlers and settings, and seeds nothing twice', async () => {
    await config('one')(seeding.again())
    expect(await invoke('orders:live')).toBe('one')
    await config('three')(seeding.again())
    expect(await invoke('orders')).toBe('three')
    expect(await invoke('orders:live')).toBe('three')
    expect(lambda.inspection.functions()).toMatchObject([
      { name: 'orders', timeout: 5, versions: ['1'], triggers: [{}], layers: [expect.stringMatching(/tools:1$/)] },
      { name: 'far', versions: ['1'] },
    ])
  })

  it('leaves what clients have made', async () => {
    await config('one')(seeding.again())
    lambda.function('made').returns(1).version()
    lambda.function('orders').alias('next', '$LATEST')
    await config('two')(seeding.again())
    expect(lambda.inspection.functions()).toMatchObject([
      { aliases: [{ name: 'live' }, { name: 'next' }] },
      { name: 'made' },
      { name: 'far' },
    ])
  })

  it('has its new functions whole', async () => {
    await config('one')(seeding.again())
    await defineConfig(
      (double) =>
        void double
          .function('jobs', async () => 1)
          .version()
          .alias('live', 1),
    )(seeding.again())
    expect(await invoke('jobs:live')).toBe(1)
  })

  it('has its rules and deliverers once, and leaves those of others', async () => {
    const delivered: string[] = []
    const run = (name: string) =>
      defineConfig((double) => {
        double.on('GetFunction').throttles()
        double.deliverTo(/./, () => void delivered.push(name))
        double
          .function('jobs')
          .throws(new Error('no'))
          .async({ maximumRetryAttempts: 0, onFailure: 'arn:aws:sqs:us-east-1:123456789012:q' })
      })(seeding.again())
    await run('first')
    lambda.on('Invoke', { FunctionName: 'other' }).throttles()
    await run('second')
    expect(lambda.inspection.rules().map(({ text, steps }) => [text, steps.length])).toEqual([
      [`on('Invoke', {"FunctionName":"other"})`, 1],
      [`on('GetFunction')`, 1],
    ])
    await (lambda.client() as LambdaClient).send(new InvokeCommand({ FunctionName: 'jobs', InvocationType: 'Event' }))
    await lambda.settled()
    expect(delivered).toEqual(['second'])
  })

  it('begins with its rules after a reset', async () => {
    await defineConfig((double) => void double.on('GetFunction').throttles())(seeding.again())
    lambda.reset()
    lambda.on('Invoke').throttles()
    await defineConfig((double) => void double.on('GetFunction').throttles())(seeding.again())
    expect(lambda.inspection.rules().map(({ text }) => text)).toEqual([`on('Invoke')`, `on('GetFunction')`])
  })
})

describe('defineConfig', () => {
  it('refuses what is no function', () => {
    expect(() => defineConfig({} as never)).toThrow('defineConfig needs a function of the double')
  })
})
