import { logTail } from '../../src/runtime/log'
import { runVersion } from '../../src/runtime/runVersion'
import type { Configuration, FunctionBody, Handler } from '../../src/state/functionRecord'
import { newRequest, newRuntimeHouse, newVersion, requestId, run } from '../support/runtime'

const noon = '2026-01-31T12:00:00.000Z'

async function linesOf(
  body: Partial<FunctionBody> | Handler,
  configuration: Partial<Configuration> = {},
  more: Parameters<typeof run>[2] = {},
) {
  const { outcome, seen } = await run(body, configuration, more)
  expect(outcome.log()).toBe(`${seen.logs.join('\n')}\n`)
  return seen.logs
}

/** A house in which every run takes 1.234 ms. */
function steadyHouse() {
  const house = newRuntimeHouse()
  return { ...house, clock: { ...house.clock, stopwatch: () => () => 1.234 } }
}

describe('text', () => {
  test('START, END and REPORT, with tabs between the fields of the report and one at its end', async () => {
    expect(await linesOf(async () => 1, {}, { house: steadyHouse() })).toEqual([
      `START RequestId: ${requestId} Version: $LATEST`,
      `END RequestId: ${requestId}`,
      `REPORT RequestId: ${requestId}\tDuration: 1.23 ms\tBilled Duration: 2 ms\tMemory Size: 128 MB\tMax Memory Used: 70 MB\tInit Duration: 100.00 ms\t`,
    ])
  })

  test('the report of a warm start has no Init Duration, the memory is the one configured', async () => {
    const house = steadyHouse()
    const version = newVersion(async () => 1, { memorySize: 1769 })
    await runVersion(newRequest(version), house)
    await runVersion(newRequest(version), house)
    expect(house.observed.map(({ logs }) => logs[2]!.split('\tMax Memory Used: 70 MB\t'))).toEqual([
      [
        `REPORT RequestId: ${requestId}\tDuration: 1.23 ms\tBilled Duration: 2 ms\tMemory Size: 1769 MB`,
        'Init Duration: 100.00 ms\t',
      ],
      [`REPORT RequestId: ${requestId}\tDuration: 1.23 ms\tBilled Duration: 2 ms\tMemory Size: 1769 MB`, ''],
    ])
  })

  test('the least that is billed is a millisecond', async () => {
    const house = newRuntimeHouse()
    const still = { ...house, clock: { ...house.clock, stopwatch: () => () => 0 } }
    expect((await linesOf(async () => 1, {}, { house: still }))[2]).toContain('\tDuration: 0.00 ms\tBilled Duration: 1 ms\t')
  })

  test('a failed run has a line with the error as JSON: its own members, its code, its stack', async () => {
    const cause = new RangeError('inner')
    const error = Object.assign(new TypeError('x'), { code: 'E_X', sku: 'A1', related: cause })
    const stack = (of: Error) => JSON.stringify(of.stack!.split('\n'))
    const lines = await linesOf(async () => Promise.reject(error))
    expect(lines).toHaveLength(4)
    expect(lines[1]).toBe(
      `${noon}\t${requestId}\tERROR\tInvoke Error \t{"errorType":"TypeError","errorMessage":"x","code":"E_X","sku":"A1",` +
        `"related":{"errorType":"RangeError","errorMessage":"inner","stack":${stack(cause)}},"stack":${stack(error)}}`,
    )
    expect(lines[3]).not.toContain('Status')
  })

  test('what is thrown that is no error is logged as one', async () => {
    expect((await linesOf(async () => Promise.reject('text')))[1]).toBe(
      `${noon}\t${requestId}\tERROR\tInvoke Error \t{"errorType":"Error","errorMessage":"text","stack":["Error: text"]}`,
    )
  })

  test('an error with a circle in it is logged as its payload', async () => {
    const circular: Record<string, unknown> = {}
    circular['circle'] = circular
    const { text, seen } = await run(async () => Promise.reject(Object.assign(new Error('x'), { circular })))
    expect(seen.logs[1]).toBe(`${noon}\t${requestId}\tERROR\tInvoke Error \t${text}`)
  })

  test('a time-out', async () => {
    const lines = await linesOf({ always: { kind: 'timesOut' } })
    expect(lines.slice(1)).toEqual([
      `2026-01-31T12:00:03.000Z ${requestId} Task timed out after 3.00 seconds`,
      `END RequestId: ${requestId}`,
      `REPORT RequestId: ${requestId}\tDuration: 3000.00 ms\tBilled Duration: 3000 ms\tMemory Size: 128 MB\tMax Memory Used: 70 MB\tInit Duration: 100.00 ms\tStatus: timeout`,
    ])
  })

  test('an exit', async () => {
    const lines = await linesOf({ always: { kind: 'exits', code: 3 } }, {}, { house: steadyHouse() })
    expect(lines.slice(1, 3)).toEqual([
      `RequestId: ${requestId} Error: Runtime exited with error: exit status 3`,
      'Runtime.ExitError',
    ])
    expect(lines.at(-1)).toMatch(/\tInit Duration: 100\.00 ms\tStatus: error\tError Type: Runtime\.ExitError$/)
  })

  test('a function that used up its memory reports all of it', async () => {
    const lines = await linesOf({ always: { kind: 'outOfMemory' } }, { memorySize: 256 })
    expect(lines.at(-1)).toContain('\tMemory Size: 256 MB\tMax Memory Used: 256 MB\t')
    expect(lines.at(-1)).toMatch(/\tStatus: error\tError Type: Runtime\.OutOfMemory$/)
  })

  test('a function that does not start has no request yet', async () => {
    const [, newer] = await linesOf({}, { runtime: 'nodejs24.x' })
    expect(newer).toMatch(
      /^2026-01-31T12:00:00\.000Z\t-\tERROR\tInit Error \t\{"errorType":"Runtime\.HandlerNotFound","errorMessage":"index\.handler is .*","name":"Runtime\.HandlerNotFound","stack":\["Error: /,
    )
    const [, older] = await linesOf({}, { runtime: 'nodejs20.x' })
    expect(older).toMatch(
      /^2026-01-31T12:00:00\.000Z\tundefined\tERROR\tUncaught Exception \t\{"errorType":"Runtime\.HandlerNotFound","errorMessage":"index\.handler is .*","stack":\["Runtime\.HandlerNotFound: /,
    )
  })
})

describe('LogFormat JSON', () => {
  const configuration = { loggingConfig: { LogFormat: 'JSON' } } as const

  test('platform.start and platform.report', async () => {
    expect(await linesOf(async () => 1, configuration, { house: steadyHouse() })).toEqual([
      `{"time":"${noon}","type":"platform.start","record":{"requestId":"${requestId}","version":"$LATEST"}}`,
      `{"time":"${noon}","type":"platform.report","record":{"requestId":"${requestId}","metrics":{"durationMs":1.23,"billedDurationMs":2,"memorySizeMB":128,"maxMemoryUsedMB":70,"initDurationMs":100},"status":"success"}}`,
    ])
  })

  test('an error is the message of a line of level ERROR, with the name of its class', async () => {
    class OutOfStock extends Error {
      readonly sku = 'A1'
    }
    const error = new OutOfStock('none left')
    const lines = await linesOf(async () => Promise.reject(error), configuration, { tenantId: 'blue' })
    expect(lines[1]).toBe(
      `{"timestamp":"${noon}","level":"ERROR","requestId":"${requestId}","tenantId":"blue","message":{"errorType":"OutOfStock","errorMessage":"none left","stackTrace":${JSON.stringify(error.stack!.split('\n'))},"sku":"A1"}}`,
    )
    expect(JSON.parse(lines[2]!).record).toMatchObject({ status: 'failure', errorType: 'Error' })
  })

  test.each([
    [{ kind: 'timesOut' }, 'timeout', 'Sandbox.Timedout'],
    [{ kind: 'exits', code: 1 }, 'error', 'Runtime.ExitError'],
    [{ kind: 'outOfMemory' }, 'error', 'Runtime.OutOfMemory'],
  ] as const)('%j', async (always, status, errorType) => {
    const lines = await linesOf({ always }, configuration)
    expect(lines.map((line) => (JSON.parse(line) as { type: string }).type)).toEqual([
      'platform.start',
      'platform.runtimeDone',
      'platform.report',
    ])
    expect(JSON.parse(lines[2]!).record).toMatchObject({ status, errorType })
  })

  test('an error with a circle in it is logged as text', async () => {
    const circular: Record<string, unknown> = {}
    circular['circle'] = circular
    const lines = await linesOf(async () => Promise.reject(Object.assign(new Error('round'), { circular })), configuration)
    expect(JSON.parse(lines[1]!).message).toMatch(/^Error: round\n/)
  })
})

describe('logTail', () => {
  test('is base64 of the whole log if it is short', () => {
    expect(Buffer.from(logTail('START é\n'), 'base64').toString()).toBe('START é\n')
  })

  test('is the last 4,096 bytes of a longer one', () => {
    const log = `${'a'.repeat(5000)}${'b'.repeat(4000)}`
    expect(Buffer.from(logTail(log), 'base64').toString()).toBe(`${'a'.repeat(96)}${'b'.repeat(4000)}`)
    expect(Buffer.from(logTail('é'.repeat(3000)), 'base64').byteLength).toBe(4096)
  })
})
