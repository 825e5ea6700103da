import type { SdkAbortSignal } from './sdkShapes'

/** What a call rejects with once its signal has fired, as Node's HTTP handler makes it (observed). */
export function abortError(signal: SdkAbortSignal): Error {
  const { reason } = signal
  // An Error by its looks: in Jest the signal's reason comes from another realm.
  const cause = typeof reason === 'object' && reason !== null && 'message' in reason
  const error = new Error(
    reason === undefined || cause ? 'Request aborted' : String(reason),
    cause ? { cause: reason } : undefined,
  )
  error.name = 'AbortError'
  return error
}
