/** A command of the SDK's, such as `new InvokeCommand({ ... })`, of any copy and version; it says what the answer looks like. */
export interface SentCommand<Out> {
  readonly input: object
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the SDK's own types differ from version to version
  resolveMiddleware(...parts: any[]): (...parts: any[]) => Promise<{ output: Out }>
}

/** What one may do with a client of any version of the SDK. `lambda.client<LambdaClient>()` has the whole type of the installed one. */
export interface TypedClient {
  /**
   * Sends a command. Rejects with an exception of the SDK's, as Lambda's answer asks for.
   * @param options.requestTimeout milliseconds, in versions of the SDK that know it
   */
  send<Out extends object>(
    command: SentCommand<Out>,
    options?: { readonly abortSignal?: AbortSignal; readonly requestTimeout?: number },
  ): Promise<Out>
  destroy(): void
  /** The resolved configuration. */
  readonly config: { readonly region: () => Promise<string>; readonly maxAttempts: () => Promise<number> }
}
