import { skipSleep } from '../../../src/adapters/sdk/skipSleep'

describe('skipSleep', () => {
  const found = globalThis.setTimeout
  const slept = jest.fn()
  const wake = jest.fn()
  beforeEach(() => jest.clearAllMocks())
  afterEach(() => {
    expect(globalThis.setTimeout).toBe(found)
    jest.useRealTimers()
  })

  it('runs the next timer at once and tells its length', () => {
    skipSleep(slept)
    setTimeout(wake, 500)
    expect(wake).toHaveBeenCalledTimes(1)
    expect(slept.mock.calls).toEqual([[500]])
  })

  it('leaves the timer after that one alone', () => {
    skipSleep(slept)
    setTimeout(() => {}, 500)
    clearTimeout(setTimeout(wake, 500))
    expect(wake).not.toHaveBeenCalled()
  })

  it('is over before anything else runs', async () => {
    skipSleep(slept)
    await Promise.resolve()
    clearTimeout(setTimeout(wake, 500))
    expect(wake).not.toHaveBeenCalled()
  })

  it('leaves timers of another length alone', () => {
    skipSleep(slept, 500)
    clearTimeout(setTimeout(wake, 499))
    expect(wake).not.toHaveBeenCalled()
    setTimeout(wake, 500)
    expect(wake).toHaveBeenCalledTimes(1)
  })
})

it('works with fake timers, and leaves them in place', () => {
  jest.useFakeTimers()
  const fake = globalThis.setTimeout
  const wake = jest.fn()
  skipSleep(() => {})
  setTimeout(wake, 500)
  expect(wake).toHaveBeenCalledTimes(1)
  expect(globalThis.setTimeout).toBe(fake)
  jest.useRealTimers()
})
