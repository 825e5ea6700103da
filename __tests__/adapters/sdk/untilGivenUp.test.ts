import { onAbort, untilGivenUp } from '../../../src/adapters/sdk/untilGivenUp'

const never = () => new Promise<string>(() => {})
const limit = (milliseconds: number) => ({ milliseconds, error: () => new Error(`${milliseconds} ms`) })

afterEach(() => jest.useRealTimers())

describe('untilGivenUp', () => {
  it('hands no signal on where nobody can give up', async () => {
    const start = jest.fn(async () => 'answer')
    await expect(untilGivenUp(undefined, undefined, start)).resolves.toBe('answer')
    expect(start).toHaveBeenCalledWith(undefined)
  })

  it('sees an abort from before', async () => {
    const start = jest.fn(never)
    await expect(untilGivenUp(AbortSignal.abort(), undefined, start)).rejects.toMatchObject({ name: 'AbortError' })
    expect(start).not.toHaveBeenCalled()
  })

  it.each([
    ['nothing', undefined, 'Request aborted', undefined],
    ['an error', new Error('enough'), 'Request aborted', 'enough'],
    ['a word', 'enough', 'enough', undefined],
  ])('says why it was aborted as the HTTP handler does: %s', async (_, reason, message, cause) => {
    const signal = { aborted: true, reason }
    const error = await untilGivenUp(signal, undefined, never).catch((each: Error) => each)
    expect(error).toMatchObject({ name: 'AbortError', message })
    expect(((error as Error).cause as Error | undefined)?.message).toBe(cause)
  })

  it('ends with the limit, and tells the other side with the same error', async () => {
    jest.useFakeTimers()
    let seen: AbortSignal | undefined
    const waiting = untilGivenUp(undefined, limit(5_000), (signal) => ((seen = signal), never())).catch((error: Error) => error)
    await jest.advanceTimersByTimeAsync(5_000)
    const error = await waiting
    expect(error).toMatchObject({ message: '5000 ms' })
    expect(seen!.reason).toBe(error)
  })

  it('hands a failure on', async () => {
    jest.useFakeTimers()
    const error = new Error('refused')
    await expect(untilGivenUp(undefined, limit(5_000), () => Promise.reject(error))).rejects.toBe(error)
    await Promise.resolve()
    expect(jest.getTimerCount()).toBe(0)
  })
})

describe('onAbort', () => {
  it('uses onabort where a signal has no listeners, and puts back what was there', () => {
    const found = () => {}
    const signal: { aborted: boolean; onabort: unknown } = { aborted: false, onabort: found }
    const listener = jest.fn()
    const stop = onAbort(signal, listener)
    expect(signal.onabort).toBe(listener)
    stop()
    expect(signal.onabort).toBe(found)
  })
})
