import { Console } from 'node:console'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda, type FunctionSettings, type MockLambda } from '../../src/index'

const now = '2026-01-31T12:00:00.000Z'
const methods = ['trace', 'debug', 'log', 'info', 'warn', 'error'] as const
const turn = () => new Promise((resolve) => setImmediate(resolve))

let lambda: MockLambda
let printed: unknown[][]
let written: string[]
const found = { ...console }
/** In the process of the runner itself it has put something there. */
const hasOwnWrite = Object.hasOwn(process.stdout, 'write')
const globalConsole = console

beforeEach(() => {
  lambda = mockLambda({ seed: 1, now })
  printed = []
  written = []
  for (const name of methods) jest.spyOn(console, name).mockImplementation((...input) => void printed.push([name, ...input]))
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0)
})
afterEach(() => {
  jest.restoreAllMocks()
  lambda.restore()
})

/** The log of one invocation without what Lambda writes, and its request id. */
async function logsOf(handler: () => unknown, settings: FunctionSettings = {}) {
  lambda.function('orders', handler).configure(settings)
  const reply = await new LambdaClient({}).send(new InvokeCommand({ FunctionName: 'orders', LogType: 'Tail' }))
  const { logs, requestId } = lambda.invocations('orders').at(-1)!
  expect(Buffer.from(reply.LogResult!, 'base64').toString()).toBe(`${logs.join('\n')}\n`.slice(-4096))
  return { logs, requestId, own: logs.filter((line) => !/^(START|END|REPORT) |"type":"platform\./.test(line)) }
}

const json = { LoggingConfig: { LogFormat: 'JSON' } } as const
const jsonAt = (ApplicationLogLevel: 'TRACE' | 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'FATAL') => ({
  LoggingConfig: { LogFormat: 'JSON' as const, ApplicationLogLevel },
})

describe('what a handler says to console', () => {
  test('is in its log with time, request and level', async () => {
    const { logs, requestId } = await logsOf(async () => {
      console.log('one', { a: 1 })
      await turn()
      for (const name of methods) console[name]('%s is %d', name, 7)
    })
    expect(logs.map((line) => line.split('\t').slice(0, 4).join('|'))).toEqual([
      `START RequestId: ${requestId} Version: $LATEST`,
      `${now}|${requestId}|INFO|one { a: 1 }`,
      `${now}|${requestId}|TRACE|trace is 7`,
      `${now}|${requestId}|DEBUG|debug is 7`,
      `${now}|${requestId}|INFO|log is 7`,
      `${now}|${requestId}|INFO|info is 7`,
      `${now}|${requestId}|WARN|warn is 7`,
      `${now}|${requestId}|ERROR|error is 7`,
      `END RequestId: ${requestId}`,
      expect.stringMatching(/^REPORT /),
    ])
  })

  test('is printed as well, by the console that was there, be it a spy', async () => {
    await logsOf(async () => {
      console.log('one', { a: 1 })
      await turn()
      console.error('two')
    })
    expect(printed).toEqual([
      ['log', 'one', { a: 1 }],
      ['error', 'two'],
    ])
    expect(console.log).toHaveBeenCalledWith('one', { a: 1 })
  })

  test('is taken down as it is then: what becomes of the values does not show', async () => {
    const value = { items: [1] }
    const { own } = await logsOf(async () => {
      console.log(value)
      value.items.push(2)
    })
    expect(own[0]).toMatch(/\tINFO\t\{ items: \[ 1 \] \}$/)
  })

  test('comes before the line of its failure', async () => {
    const { own } = await logsOf(async () => {
      console.log('before')
      throw new Error('x')
    })
    expect(own).toEqual([expect.stringMatching(/\tINFO\tbefore$/), expect.stringMatching(/\tERROR\tInvoke Error \t/)])
  })

  test('is kept apart from what others say at the same time', async () => {
    lambda.function('a', async () => {
      for (let n = 0; n < 3; n++) {
        console.log(`a${n}`)
        await turn()
      }
    })
    lambda.function('b', async () => {
      for (let n = 0; n < 3; n++) {
        console.log(`b${n}`)
        await turn()
      }
    })
    const client = new LambdaClient({})
    const running = ['a', 'b', 'a'].map((FunctionName) => client.send(new InvokeCommand({ FunctionName })))
    await turn()
    console.log('the test')
    await Promise.all(running)
    const texts = lambda.invocations().map(({ logs }) => logs.slice(1, -2).map((line) => line.split('\t')[3]))
    expect(texts.sort()).toEqual([['a0', 'a1', 'a2'], ['a0', 'a1', 'a2'], ['b0', 'b1', 'b2']]) // prettier-ignore
    expect(printed).toContainEqual(['log', 'the test'])
  })

  test('after the answer is not in its log, but printed', async () => {
    let late!: Promise<void>
    const { own } = await logsOf(async () => {
      late = turn().then(() => console.log('late'))
    })
    await late
    expect(own).toEqual([])
    expect(printed).toEqual([['log', 'late']])
  })

  test('is not held back by a spy of its own', async () => {
    const { own } = await logsOf(async () => {
      const spy = jest.spyOn(console, 'warn')
      console.warn('spied')
      expect(spy).toHaveBeenCalledWith('spied')
      spy.mockRestore()
      console.warn('plain')
    })
    expect(own.map((line) => line.split('\t')[3])).toEqual(['spied', 'plain'])
  })

  test('reaches a spy that outlives the run, and no call comes twice', async () => {
    jest.restoreAllMocks()
    const real = jest.spyOn(console, 'info').mockImplementation(() => {})
    const handler = async () => {
      if (!jest.isMockFunction(console.info)) jest.spyOn(console, 'info')
      console.info('x')
    }
    for (let n = 0; n < 3; n++) expect((await logsOf(handler)).own).toHaveLength(1)
    expect(real).toHaveBeenCalledTimes(3)
  })
})

describe('LogFormat JSON', () => {
  test('one value is the message as it is, several are text', async () => {
    const { own, requestId } = await logsOf(async () => {
      console.log('text')
      console.warn({ a: { b: 1 } })
      console.log('one', 2, { three: 3 })
      console.log()
    }, json)
    const event = { timestamp: now, level: 'INFO', requestId }
    expect(own.map((line) => JSON.parse(line))).toEqual([
      { ...event, message: 'text' },
      { ...event, level: 'WARN', message: { a: { b: 1 } } },
      { ...event, message: 'one 2 { three: 3 }' },
      { ...event, message: '' },
    ])
  })

  test('an error is taken apart', async () => {
    const error = Object.assign(new RangeError('x'), { sku: 'A1' })
    const stackTrace = error.stack!.split('\n')
    const { own } = await logsOf(async () => {
      console.error(error)
      console.error('failed:', error)
      const circle: Record<string, unknown> = {}
      circle['self'] = circle
      console.log(circle)
    }, json)
    const [alone, among, circular] = own.map((line) => JSON.parse(line))
    expect(alone.message).toEqual({ errorType: 'RangeError', errorMessage: 'x', stackTrace, sku: 'A1' })
    expect(among).toMatchObject({ level: 'ERROR', message: expect.stringMatching(/^failed: RangeError: x\n/), errorType: 'RangeError', errorMessage: 'x', stackTrace }) // prettier-ignore
    expect(circular.message).toMatch(/\[Circular \*1\]/)
  })

  test.each([
    ['TRACE', ['trace', 'debug', 'log', 'info', 'warn', 'error']],
    ['DEBUG', ['debug', 'log', 'info', 'warn', 'error']],
    ['INFO', ['log', 'info', 'warn', 'error']],
    ['WARN', ['warn', 'error']],
    ['ERROR', ['error']],
    ['FATAL', []],
  ] as const)('ApplicationLogLevel %s leaves out what weighs less; it is printed all the same', async (level, expected) => {
    const { own } = await logsOf(async () => methods.forEach((name) => console[name](name)), jsonAt(level))
    expect(own.map((line) => JSON.parse(line).message)).toEqual(expected)
    expect(printed).toHaveLength(6)
  })

  test('the level is INFO unless it is set, and the handler can read it', async () => {
    const { own } = await logsOf(async () => {
      console.debug('quiet')
      console.log(process.env.AWS_LAMBDA_LOG_FORMAT, process.env.AWS_LAMBDA_LOG_LEVEL)
    }, json)
    expect(own.map((line) => JSON.parse(line).message)).toEqual(['JSON INFO'])
  })

  const types = (logs: readonly string[]) => logs.flatMap((line) => (JSON.parse(line) as { type?: string }).type ?? [])

  test.each([
    ['DEBUG', ['platform.start', 'platform.runtimeDone', 'platform.report']],
    ['INFO', ['platform.start', 'platform.report']],
    ['WARN', []],
  ] as const)('SystemLogLevel %s of a run that succeeded', async (SystemLogLevel, expected) => {
    const { logs } = await logsOf(async () => 1, { LoggingConfig: { LogFormat: 'JSON', SystemLogLevel } })
    expect(types(logs)).toEqual(expected)
  })

  test('SystemLogLevel WARN has what is said of a run that failed', async () => {
    const settings = { LoggingConfig: { LogFormat: 'JSON', SystemLogLevel: 'WARN' } } as const
    const { logs, requestId } = await logsOf(async () => Promise.reject(new Error('x')), settings)
    expect(types(logs)).toEqual(['platform.runtimeDone', 'platform.report'])
    const [, done, report] = logs.map((line) => JSON.parse(line))
    expect(done.record).toEqual({ requestId, status: 'failure', errorType: 'Error', metrics: { durationMs: expect.any(Number), producedBytes: 0 } }) // prettier-ignore
    expect(report.record).toMatchObject({
      requestId,
      status: 'failure',
      errorType: 'Error',
      metrics: { billedDurationMs: expect.any(Number) },
    })
  })

  test('the error of a run is a line of level ERROR: FATAL leaves it out', async () => {
    const handler = async () => Promise.reject(new Error('x'))
    expect((await logsOf(handler, jsonAt('ERROR'))).own).toHaveLength(1)
    expect((await logsOf(handler, jsonAt('FATAL'))).own).toEqual([])
  })
})

describe('what a handler writes to stdout', () => {
  test('is in its log as it is, a line each, and is written', async () => {
    const { own } = await logsOf(async () => {
      process.stdout.write('one\ntw')
      await turn()
      process.stdout.write(Buffer.from('o\nunfinished'))
    })
    expect(own).toEqual(['one', 'two', 'unfinished'])
    expect(written).toEqual(['one\ntw', 'o\nunfinished'])
  })

  test('is also what a console of its own writes there', async () => {
    const { own } = await logsOf(async () => {
      new Console(process.stdout, process.stderr).log('{"message":"from a logger"}')
    })
    expect(own).toEqual(['{"message":"from a logger"}'])
  })

  test('is not taken down twice if console leads there', async () => {
    jest.mocked(console.log).mockImplementation((text) => void process.stdout.write(`${text}\n`))
    const { own } = await logsOf(async () => console.log('once'))
    expect(own).toHaveLength(1)
    expect(written).toEqual(['once\n'])
  })
})

test('LogResult is the last 4,096 bytes, with what the handler said', async () => {
  const { logs } = await logsOf(async () => {
    for (let n = 0; n < 100; n++) console.log('x'.repeat(100))
  })
  expect(logs).toHaveLength(103)
})

test('with no run under way console is as it was found', async () => {
  jest.restoreAllMocks()
  // A spy that was made in the middle of a run has put back what it found then.
  Object.assign(console, found)
  await logsOf(async () => 1)
  for (const name of methods) expect(console[name]).toBe(found[name])
  expect(console).toBe(globalConsole)
  expect(Object.hasOwn(process.stdout, 'write')).toBe(hasOwnWrite)
})
