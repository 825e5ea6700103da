import { UsageError } from '../../errors/usageError'
import { createRequestHandler } from './requestHandler'
import { watchRetryStrategy } from './retryStrategy'
import type { Switchboard } from './switchboard'
import type { SdkAuthScheme, SdkClient, SdkConfig, SdkRetryStrategy } from './sdkShapes'
import { swapProperty } from './swapProperty'

/**
 * Connects a client to the double: its requests end there instead of at the network, unsigned, so that neither credentials nor
 * their many sources are asked for. Serialiser, retry loop and deserialiser stay the SDK's own. Gives the way back.
 */
export function takeOverClient(client: object, switchboard: Switchboard): () => void {
  if (!isSdkClient(client)) return () => {}
  const { config } = client
  requireLambda(client)
  const { requestHandler, retryStrategy, httpAuthSchemes, systemClockOffset } = config
  const undo = [
    swapProperty(config, 'requestHandler', createRequestHandler(requestHandler, config, switchboard)),
    swapProperty(config, 'httpAuthSchemeProvider', () => [{ schemeId: unsigned, propertiesExtractor }]),
    swapProperty(config, 'httpAuthSchemes', [unsignedScheme(httpAuthSchemes)]),
    swapProperty(config, 'retryStrategy', watchedStrategy(retryStrategy, switchboard)),
    // The clock that the double may have shown is nobody's.
    () => void (systemClockOffset !== undefined && Object.assign(config, { systemClockOffset })),
  ]
  forgetResolvedHandlers(client)
  return () => {
    for (const step of undo.reverse()) step()
    forgetResolvedHandlers(client)
  }
}

/** A client hands out the same strategy at every call, or a new one (before 2025). */
export function watchedStrategy(provider: SdkConfig['retryStrategy'], switchboard: Switchboard): SdkConfig['retryStrategy'] {
  let known: SdkRetryStrategy | undefined
  let watched: SdkRetryStrategy | undefined
  return async () => {
    const strategy = await provider()
    if (watched === undefined || strategy !== known) [known, watched] = [strategy, watchRetryStrategy(strategy, switchboard)]
    return watched
  }
}

/** The SDK's own scheme for operations that take no credentials. */
const unsigned = 'smithy.api#noAuth'

/** What the signer is told with each request: by these its clock is corrected. */
const propertiesExtractor = (config: unknown, context: unknown) => ({ signingProperties: { config, context } })

/** Signs nothing. What the client's own signer does with an answer, which is to correct its clock, it still does. */
function unsignedScheme(found: SdkConfig['httpAuthSchemes']): SdkAuthScheme {
  const own = found?.find(({ schemeId }) => schemeId === 'aws.auth#sigv4')?.signer
  const { errorHandler, successHandler } = own ?? {}
  const signer = {
    sign: async (request: unknown) => request,
    ...(errorHandler && { errorHandler: errorHandler.bind(own) }),
    ...(successHandler && { successHandler: successHandler.bind(own) }),
  }
  return { schemeId: unsigned, identityProvider: () => async () => ({}), signer }
}

/** With `cacheMiddleware` a client keeps handlers that have its request handler built in. */
export function forgetResolvedHandlers(client: SdkClient): void {
  // Only where there is something: an object that has lost a member is slow to read from then on.
  if (client.handlers !== undefined) delete client.handlers
}

/** A mocked client has no config to speak of; what it answers is its own affair. */
export function isSdkClient(client: object): client is SdkClient {
  const { config } = client as Partial<SdkClient>
  return typeof config?.requestHandler?.handle === 'function' && typeof config.retryStrategy === 'function'
}

function requireLambda({ config }: SdkClient): void {
  if (config.serviceId !== undefined && config.serviceId !== 'Lambda') {
    throw new UsageError(`mockLambda was given a client of ${config.serviceId}. Pass a LambdaClient, its class, or nothing.`)
  }
  if (typeof config.httpAuthSchemeProvider !== 'function') {
    throw new UsageError('This version of @aws-sdk/client-lambda is too old for lambdouble. Install 3.600 or newer.')
  }
}
