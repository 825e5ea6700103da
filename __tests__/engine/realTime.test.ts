import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda, type MockLambda } from '../../src/index'

let lambda: MockLambda
beforeEach(() => {
  lambda = mockLambda({ time: 'real' })
})
afterEach(() => lambda.restore())

const send = () => new LambdaClient({}).send(new InvokeCommand({ FunctionName: 'orders', InvocationType: 'Event' }))

describe('in real time', () => {
  it('an event runs by itself, and settled() waits for it', async () => {
    lambda.function('orders', async () => {
      await new Promise((resolve) => setTimeout(resolve, 10))
      return 'ok'
    })
    await send()
    await lambda.settled()
    expect(lambda.invocations('orders')).toMatchObject([{ result: 'ok' }])
  })

  it('a throttled event comes again after its second', async () => {
    let open!: () => void
    const opened = new Promise<void>((resolve) => (open = resolve))
    lambda.function('orders', () => opened).reservedConcurrency(1)
    await send()
    await send()
    setTimeout(open, 100)
    await lambda.settled()
    expect(lambda.invocations('orders').map(({ attempt, error }) => [attempt, error])).toEqual([
      [1, undefined],
      [1, undefined],
    ])
  })

  it.each(['real', 'virtual'])('nothing keeps the process alive: a retry that is a minute away (%s)', (time) => {
    const script = `
      const { InvokeCommand, LambdaClient } = require('@aws-sdk/client-lambda')
      const { mockLambda } = require('./src/index')
      const lambda = mockLambda({ time: '${time}' })
      const awake = setInterval(() => undefined, 1_000)
      lambda.function('orders', () => {
        console.log('run')
        setTimeout(() => clearInterval(awake), 20)
        throw new Error('no')
      })
      process.on('exit', () => console.log('over'))
      new LambdaClient({}).send(new InvokeCommand({ FunctionName: 'orders', InvocationType: 'Event' }))`
    const output = execFileSync(process.execPath, ['-r', 'esbuild-register', '--eval', script], {
      cwd: join(__dirname, '../..'),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      // Well before the retry would be made.
      timeout: 50_000,
    })
    expect(output.trim().split('\n')).toEqual(['run', 'over'])
  })
})
