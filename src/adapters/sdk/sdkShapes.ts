/** What the door touches of an SDK client, whichever version or copy of the SDK it comes from. */
export interface SdkClient {
  readonly config: SdkConfig
  /** Resolved handlers, kept where `cacheMiddleware` is on. */
  handlers?: unknown
}

export interface SdkConfig {
  readonly serviceId?: string
  readonly requestHandler: SdkRequestHandler
  readonly httpAuthSchemeProvider?: unknown
  readonly httpAuthSchemes?: readonly SdkAuthScheme[]
  /** Milliseconds by which the SDK corrects the machine's clock when it signs. */
  readonly systemClockOffset?: number
  readonly retryStrategy: () => Promise<SdkRetryStrategy>
  readonly region: () => Promise<string>
}

/** A way to sign requests. */
export interface SdkAuthScheme {
  readonly schemeId: string
  readonly identityProvider?: unknown
  readonly signer?: {
    /** What the signer makes of a failed attempt, and of an answer: it corrects its clock by their `Date`. */
    errorHandler?(properties: unknown): (error: unknown) => never
    successHandler?(response: unknown, properties: unknown): void
  }
}

/** An HTTP request as the SDK has built it. */
export interface SdkHttpRequest {
  readonly method: string
  readonly protocol?: string
  readonly hostname: string
  readonly port?: number
  readonly path: string
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** An HTTP answer as the SDK reads it: recognised by its members, so that no class of the SDK's is needed. */
export interface SdkHttpResponse {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly body: unknown
}

/** An abort signal: Node's, or the SDK's own older one that knows `onabort` only. */
export interface SdkAbortSignal {
  readonly aborted: boolean
  readonly reason?: unknown
  onabort?: unknown
  addEventListener?(type: 'abort', listener: () => void, options?: { once: boolean }): void
  removeEventListener?(type: 'abort', listener: () => void): void
}

export interface SdkHandlerOptions {
  readonly abortSignal?: SdkAbortSignal | undefined
  /** Milliseconds, for this call only. */
  readonly requestTimeout?: number | undefined
}

export interface SdkRequestHandler {
  readonly metadata?: unknown
  handle(request: SdkHttpRequest, options?: SdkHandlerOptions): Promise<{ response: SdkHttpResponse }>
  destroy?(): void
  httpHandlerConfigs?(): unknown
  updateHttpClientConfig?(key: unknown, value: unknown): void
}

/** What a failed attempt looks like to a retry strategy. */
export interface SdkRetryErrorInfo {
  readonly error?: unknown
}

export interface SdkRetryToken {
  getRetryCount(): number
  /** Milliseconds that the retry loop sleeps itself. */
  getRetryDelay(): number
  /** There since the strategy sleeps by itself, before it hands out the token. */
  readonly $retryLog?: unknown
}

export interface SdkRetryStrategy {
  acquireInitialRetryToken?(scope: string): Promise<SdkRetryToken>
  refreshRetryTokenForRetry?(token: SdkRetryToken, errorInfo: SdkRetryErrorInfo): Promise<SdkRetryToken>
}
