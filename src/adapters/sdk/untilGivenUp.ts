import { abortError } from './abortError'
import type { Limit } from './patience'
import type { SdkAbortSignal } from './sdkShapes'

/**
 * Waits for an answer until the caller aborts or has waited long enough: then rejects at once, whatever the double is doing,
 * and tells it through the signal. Leaves no timer and no listener behind.
 */
export function untilGivenUp<Answer>(
  abortSignal: SdkAbortSignal | undefined,
  limit: Limit | undefined,
  start: (signal: AbortSignal | undefined) => Promise<Answer>,
): Promise<Answer> {
  if (abortSignal === undefined && limit === undefined) return start(undefined)
  if (abortSignal?.aborted) return Promise.reject(abortError(abortSignal))
  return new Promise((resolve, reject) => {
    const controller = new AbortController()
    const giveUp = (error: Error) => {
      end()
      reject(error)
      controller.abort(error)
    }
    const stopListening = abortSignal ? onAbort(abortSignal, () => giveUp(abortError(abortSignal))) : () => {}
    const timer = limit && setTimeout(() => giveUp(limit.error()), limit.milliseconds)
    const end = () => {
      clearTimeout(timer)
      stopListening()
    }
    start(controller.signal).then(resolve, reject).finally(end)
  })
}

/** Listens once, and gives the way to stop. The SDK's own older signals know `onabort` only. */
export function onAbort(signal: SdkAbortSignal, listener: () => void): () => void {
  if (signal.addEventListener) {
    signal.addEventListener('abort', listener, { once: true })
    return () => signal.removeEventListener?.('abort', listener)
  }
  const found = signal.onabort
  signal.onabort = listener
  return () => {
    if (signal.onabort === listener) signal.onabort = found
  }
}
