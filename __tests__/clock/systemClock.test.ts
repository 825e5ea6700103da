import { createSystemClock } from '../../src/clock/systemClock'

const day = 86_400_000

describe('system clock', () => {
  beforeEach(() => void jest.useFakeTimers())
  afterEach(() => void jest.useRealTimers())

  it.each(['schedule' as const, 'limit' as const])('%s waits for longer than one timer of Node can', async (kind) => {
    const clock = createSystemClock()
    const task = jest.fn()
    clock[kind](clock.now() + 60 * day, task)
    await jest.advanceTimersByTimeAsync(60 * day - 1)
    expect(task).not.toHaveBeenCalled()
    await jest.advanceTimersByTimeAsync(1)
    expect(task).toHaveBeenCalledTimes(1)
  })

  it('settles once the work is done, whatever limits are left', async () => {
    const clock = createSystemClock()
    const work = jest.fn()
    const limit = jest.fn()
    clock.schedule(clock.now() + 1_000, work)
    clock.limit(clock.now() + 2_000, limit)
    const settled = clock.settle()
    await jest.advanceTimersByTimeAsync(1_000)
    await settled
    expect(work).toHaveBeenCalledTimes(1)
    expect(limit).not.toHaveBeenCalled()
  })

  it('forgets what is scheduled when it is cleared', async () => {
    const clock = createSystemClock()
    const task = jest.fn()
    clock.schedule(clock.now() + 60 * day, task)
    clock.limit(clock.now() + 1_000, task)
    await jest.advanceTimersByTimeAsync(30 * day - 1)
    clock.clear()
    await jest.advanceTimersByTimeAsync(60 * day)
    expect(task).toHaveBeenCalledTimes(1)
  })
})
