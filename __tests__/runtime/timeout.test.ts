import { createSystemClock } from '../../src/clock/systemClock'
import { runVersion } from '../../src/runtime/runVersion'
import { newRequest, newRuntimeHouse, newVersion, noon, requestId, run } from '../support/runtime'

type Callback = (error?: unknown, result?: unknown) => void
const never = () => new Promise(() => undefined)
const timedOut = (seconds: string) =>
  `{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: ${requestId} Error: Task timed out after ${seconds} seconds"}`

describe('under fake timers', () => {
  beforeEach(() => void jest.useFakeTimers())
  afterEach(() => void jest.useRealTimers())

  test('a handler that does not answer within its Timeout fails with Sandbox.Timedout, not a millisecond before', async () => {
    let ended = false
    const running = run(never, { timeout: 5 }).finally(() => (ended = true))
    await jest.advanceTimersByTimeAsync(4999)
    expect(ended).toBe(false)
    await jest.advanceTimersByTimeAsync(1)
    const { text, outcome, seen } = await running
    expect(text).toBe(timedOut('5.00'))
    expect(outcome.functionError).toBe('Unhandled')
    expect(seen).toMatchObject({ result: undefined, error: JSON.parse(text), duration: 5000 })
    expect(seen.hint).toBe(
      "The handler of orders did not answer within its Timeout of 5 s. Raise it with .configure({ Timeout: 50 }), or run with timeouts: 'off' under a debugger.",
    )
    expect(jest.getTimerCount()).toBe(0)
  })

  test('a handler whose own timer is shorter answers', async () => {
    const running = run(() => new Promise((resolve) => setTimeout(resolve, 2999, 'in time')))
    await jest.advanceTimersByTimeAsync(3000)
    expect((await running).text).toBe('"in time"')
    expect(jest.getTimerCount()).toBe(0)
  })

  test('no timer is set for a handler that has answered, and none is left after one that answers later', async () => {
    await run(() => 1, { runtime: 'nodejs24.x' })
    expect(jest.getTimerCount()).toBe(0)
    let answer!: (value: unknown) => void
    const running = run(() => new Promise((resolve) => (answer = resolve)))
    await jest.advanceTimersByTimeAsync(0)
    expect(jest.getTimerCount()).toBe(1)
    answer(1)
    await running
    expect(jest.getTimerCount()).toBe(0)
  })

  test('a late result changes nothing', async () => {
    const house = newRuntimeHouse()
    let answer!: (value: unknown) => void
    const running = run(() => new Promise((resolve) => (answer = resolve)), {}, { house })
    await jest.advanceTimersByTimeAsync(3000)
    const { text, outcome } = await running
    const before = JSON.stringify(house.observed)
    const toJSON = jest.fn()
    answer({ toJSON })
    await jest.advanceTimersByTimeAsync(10_000)
    expect(text).toBe(timedOut('3.00'))
    expect(new TextDecoder().decode(outcome.payload)).toBe(timedOut('3.00'))
    expect(JSON.stringify(house.observed)).toBe(before)
    expect(house.observed).toHaveLength(1)
    expect(toJSON).not.toHaveBeenCalled()
  })

  test('a late rejection is nobody’s unhandled rejection', async () => {
    const unhandled = jest.fn()
    process.on('unhandledRejection', unhandled)
    let refuse!: (reason: unknown) => void
    const running = run(() => new Promise((_, reject) => (refuse = reject)))
    await jest.advanceTimersByTimeAsync(3000)
    await running
    refuse(new Error('late'))
    await jest.advanceTimersByTimeAsync(1)
    process.off('unhandledRejection', unhandled)
    expect(unhandled).not.toHaveBeenCalled()
  })

  test('a callback that never comes is a time-out that says so, and one that comes late is ignored', async () => {
    let callback!: Callback
    const running = run((_event: unknown, _context: unknown, given: Callback) => {
      callback = given
    })
    await jest.advanceTimersByTimeAsync(3000)
    const { text, seen } = await running
    callback(null, 'late')
    expect(text).toBe(timedOut('3.00'))
    expect(seen.hint).toMatch(
      /^The handler of orders returned without a promise and did not call its callback within its Timeout of 3 s\./,
    )
  })

  test('what a handler says that kept the thread past its time is too late', async () => {
    const { text } = await run(() => {
      jest.setSystemTime(Date.now())
      jest.advanceTimersByTime(3000)
      return 'late'
    })
    expect(text).toBe(timedOut('3.00'))
    const sleeping = run(async () => {
      jest.advanceTimersByTime(3000)
      return 'late'
    })
    expect((await sleeping).text).toBe(timedOut('3.00'))
    expect(jest.getTimerCount()).toBe(0)
  })

  test("with timeouts: 'off' a handler may take for ever", async () => {
    const house = newRuntimeHouse({ timeouts: 'off' })
    const running = run(() => new Promise((resolve) => setTimeout(resolve, 3_600_000, 'at last')), {}, { house })
    await jest.advanceTimersByTimeAsync(3_599_999)
    expect(jest.getTimerCount()).toBe(1)
    await jest.advanceTimersByTimeAsync(1)
    expect((await running).text).toBe('"at last"')
  })
})

test('the timer of a time-out does not keep the process alive', async () => {
  const unref = jest.fn()
  const spy = jest.spyOn(globalThis, 'setTimeout').mockImplementation(() => ({ unref }) as never)
  let answer!: (value: unknown) => void
  const running = run(() => new Promise((resolve) => (answer = resolve)))
  await new Promise((resolve) => setImmediate(resolve))
  expect(unref).toHaveBeenCalledTimes(1)
  spy.mockRestore()
  answer(1)
  await running
})

test('timers that are plain numbers, as some fakes hand out, do as well', async () => {
  const spy = jest.spyOn(globalThis, 'setTimeout').mockImplementation(() => 1 as never)
  const running = run(async () => 'fine')
  spy.mockRestore()
  expect((await running).text).toBe('"fine"')
})

test('virtual time that passes meanwhile does not time a handler out: its Timeout is real', async () => {
  const house = newRuntimeHouse()
  const { text, seen } = await run(async () => { await house.clock.sleep(60_000); return 'done' }, {}, { house }) // prettier-ignore
  expect(text).toBe('"done"')
  expect(seen.duration).toBeGreaterThanOrEqual(60_000)
})

describe('a canned time-out', () => {
  test('lets the Timeout pass in virtual time', async () => {
    const house = newRuntimeHouse()
    const { text, seen } = await run({ always: { kind: 'timesOut' } }, { timeout: 900 }, { house })
    expect(text).toBe(timedOut('900.00'))
    expect(house.clock.now()).toBe(noon + 900_000)
    expect(seen).toMatchObject({ at: noon, duration: 900_000, hint: undefined })
  })

  test('two at a time pass together', async () => {
    const house = newRuntimeHouse()
    const body = { always: { kind: 'timesOut' } } as const
    await Promise.all([run(body, {}, { house }), run(body, { timeout: 2 }, { house })])
    expect(house.clock.now()).toBe(noon + 3000)
  })

  test("happens with timeouts: 'off' too", async () => {
    const { text } = await run({ always: { kind: 'timesOut' } }, {}, { house: newRuntimeHouse({ timeouts: 'off' }) })
    expect(text).toBe(timedOut('3.00'))
  })

  test('takes its time in real time', async () => {
    jest.useFakeTimers()
    const house = { ...newRuntimeHouse(), clock: createSystemClock() }
    const running = runVersion(newRequest(newVersion({ always: { kind: 'timesOut' } })), house)
    await jest.advanceTimersByTimeAsync(3000)
    const { payload } = await running
    jest.useRealTimers()
    expect(new TextDecoder().decode(payload)).toBe(timedOut('3.00'))
  })
})
