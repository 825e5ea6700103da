import { connectionLost } from './brokenConnection'
import type { SdkRequestHandler } from './sdkShapes'

/** How long a caller waits for an answer, and what it says then. */
export interface Limit {
  readonly milliseconds: number
  readonly error: () => Error
}

/** How long a caller waits. */
export interface Patience {
  /** For the answer. */
  readonly answer: Limit | undefined
  /** For the next byte of a body. */
  readonly idle: Limit | undefined
}

/** The settings of a request handler of the SDK's, which keeps them to itself. */
interface HandlerSettings {
  readonly requestTimeout?: number
  readonly socketTimeout?: number
  readonly defaultSocketTimeout?: number
  readonly throwOnRequestTimeout?: boolean
  readonly httpsAgent?: unknown
}

interface SettingsHolder extends SdkRequestHandler {
  readonly config?: HandlerSettings
  readonly configProvider?: Promise<HandlerSettings>
}

/**
 * Reads from the client's own request handler how long it waits, per call, as it may be told otherwise at any time.
 * `requestTimeout` may be given with the call too. Without any limit there is none, as with the SDK.
 */
export function createPatience(handler: SettingsHolder): (requestTimeout?: number) => Patience | Promise<Patience> {
  let known: HandlerSettings | undefined
  let source: Promise<HandlerSettings> | undefined
  return (requestTimeout) => {
    const { config, configProvider } = handler
    if (config !== undefined) return patienceOf(config, requestTimeout)
    if (configProvider === undefined) return { answer: undefined, idle: undefined }
    if (configProvider === source && known !== undefined) return patienceOf(known, requestTimeout)
    return configProvider.then((settings) => {
      ;[known, source] = [settings, configProvider]
      return patienceOf(settings, requestTimeout)
    })
  }
}

/**
 * Node's HTTP handler gives up a request that takes too long only with `throwOnRequestTimeout`, and otherwise logs a warning;
 * an idle socket it always gives up. Handlers before mid-2025 know idle sockets only, which they call a request's time-out, and those
 * for fetch and HTTP/2 give up at `requestTimeout` (observed).
 */
function patienceOf(settings: HandlerSettings, perCall: number | undefined): Patience {
  const { requestTimeout, socketTimeout, defaultSocketTimeout, throwOnRequestTimeout } = settings
  if (!('throwOnRequestTimeout' in settings)) {
    const ownOnly = 'httpsAgent' in settings
    const most = (ownOnly ? undefined : perCall) ?? requestTimeout ?? socketTimeout
    return {
      answer: limit(most, (milliseconds) => timeoutError(`Connection timed out after ${milliseconds} ms`)),
      idle: ownOnly ? limit(most, () => connectionLost()) : undefined,
    }
  }
  const request = limit(throwOnRequestTimeout ? (perCall ?? requestTimeout) : undefined, (milliseconds) =>
    Object.assign(
      timeoutError(
        `@smithy/node-http-handler - [ERROR] a request has exceeded the configured ${milliseconds} ms requestTimeout.`,
      ),
      { code: 'ETIMEDOUT' },
    ),
  )
  const origin = socketTimeout === undefined ? 'service default socket timeout' : 'configured by client requestHandler'
  const idle = limit(socketTimeout ?? defaultSocketTimeout, (milliseconds) =>
    timeoutError(`@smithy/node-http-handler - the request socket timed out after ${milliseconds} ms of inactivity (${origin}).`),
  )
  return { answer: request && idle && idle.milliseconds < request.milliseconds ? idle : (request ?? idle), idle }
}

function limit(milliseconds: number | undefined, error: (milliseconds: number) => Error): Limit | undefined {
  if (milliseconds === undefined || !(milliseconds > 0) || !Number.isFinite(milliseconds)) return undefined
  return { milliseconds, error: () => error(milliseconds) }
}

function timeoutError(message: string): Error {
  return Object.assign(new Error(message), { name: 'TimeoutError' })
}
