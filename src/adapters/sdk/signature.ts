import { UsageError } from '../../errors/usageError'
import type { SdkConfig, SdkHttpRequest } from './sdkShapes'

/** A way of signing, as the SDK's clients have them in `httpAuthSchemes`. */
interface AuthScheme {
  readonly schemeId: string
  identityProvider(config: { getIdentityProvider(schemeId: string): unknown }): Provider | undefined
  readonly signer: { sign(request: SdkHttpRequest, identity: unknown, properties: object): Promise<SdkHttpRequest> }
}

interface AuthOption {
  readonly schemeId: string
  readonly identityProperties?: object
  readonly signingProperties?: object
  propertiesExtractor?(
    config: unknown,
    context: unknown,
  ): { readonly identityProperties?: object; readonly signingProperties?: object }
}

type Provider = (properties: object) => Promise<unknown>

/**
 * Signs requests as the client itself would have done, by what its configuration says now and will no longer say once the double has
 * taken it over. The same steps as in the SDK's own middleware for authentication.
 */
export function createSignature(config: SdkConfig): (request: SdkHttpRequest) => Promise<SdkHttpRequest> {
  const provider = config.httpAuthSchemeProvider as (parameters: object) => readonly AuthOption[]
  const schemes = config.httpAuthSchemes as readonly AuthScheme[]
  const { credentials, token } = config as { readonly credentials?: Provider; readonly token?: Provider }
  const getIdentityProvider = (schemeId: string) =>
    schemeId.startsWith('aws.auth#sigv4') ? credentials : schemeId === 'smithy.api#httpBearerAuth' ? token : undefined

  return async (request) => {
    for (const option of provider({ operation: undefined, region: await config.region() })) {
      const scheme = schemes.find(({ schemeId }) => schemeId === option.schemeId)
      const identityOf = scheme?.identityProvider({ getIdentityProvider })
      if (scheme === undefined || identityOf === undefined) continue
      const more = option.propertiesExtractor?.(config, {}) ?? {}
      const identity = await identityOf({ ...option.identityProperties, ...more.identityProperties })
      return scheme.signer.sign(request, identity, { ...option.signingProperties, ...more.signingProperties })
    }
    throw new UsageError(
      'A request was to be passed on to AWS, and its client has no way of signing that works. Give it credentials, or seed the function.',
    )
  }
}
