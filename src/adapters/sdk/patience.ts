import type { SdkRequestHandler } from './sdkShapes'

/** How long a caller waits for an answer, and what it says then. */
export interface Limit {
  readonly milliseconds: number
  readonly error: () => Error
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
export function createPatience(
  handler: SettingsHolder,
): (requestTimeout?: number) => Limit | undefined | Promise<Limit | undefined> {
  let known: HandlerSettings | undefined
  let source: Promise<HandlerSettings> | undefined
  return (requestTimeout) => {
    const { config, configProvider } = handler
    if (config !== undefined) return limitOf(config, requestTimeout)
    if (configProvider === undefined) return undefined
    if (configProvider === source && known !== undefined) return limitOf(known, requestTimeout)
    return configProvider.then((settings) => {
      ;[known, source] = [settings, configProvider]
      return limitOf(settings, requestTimeout)
    })
  }
}

/**
 * Node's HTTP handler gives up a request that takes too long only with `throwOnRequestTimeout`, and otherwise logs a warning;
 * an idle socket it always gives up. Handlers before mid-2025, and those for fetch and HTTP/2, give up at `requestTimeout` (observed).
 */
function limitOf(settings: HandlerSettings, perCall: number | undefined): Limit | undefined {
  if (!('throwOnRequestTimeout' in settings)) {
    const ownOnly = 'httpsAgent' in settings
    return limit((ownOnly ? undefined : perCall) ?? settings.requestTimeout ?? settings.socketTimeout, (milliseconds) =>
      timeoutError(`Connection timed out after ${milliseconds} ms`),
    )
  }
  const request = limit(settings.throwOnRequestTimeout ? (perCall ?? settings.requestTimeout) : undefined, (milliseconds) =>
    Object.assign(
      timeoutError(
        `@smithy/node-http-handler - [ERROR] a request has exceeded the configured ${milliseconds} ms requestTimeout.`,
      ),
      { code: 'ETIMEDOUT' },
    ),
  )
  const idle = limit(settings.socketTimeout ?? settings.defaultSocketTimeout, (milliseconds) =>
    timeoutError(
      `@smithy/node-http-handler - the request socket timed out after ${milliseconds} ms of inactivity (configured by client requestHandler).`,
    ),
  )
  return request && idle && idle.milliseconds < request.milliseconds ? idle : (request ?? idle)
}

function limit(milliseconds: number | undefined, error: (milliseconds: number) => Error): Limit | undefined {
  if (milliseconds === undefined || !(milliseconds > 0) || !Number.isFinite(milliseconds)) return undefined
  return { milliseconds, error: () => error(milliseconds) }
}

function timeoutError(message: string): Error {
  return Object.assign(new Error(message), { name: 'TimeoutError' })
}
