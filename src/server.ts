import { openEndpoint, type Endpoint, type ServeOptions } from './adapters/http/openEndpoint'
import type { MockLambda } from './double/mock'

/**
 * Opens a double to clients outside this process: AWS CLI, boto3, other languages, child processes.
 *
 * @param lambda what mockLambda() returned
 * @param options port (default: a free one) and host (default: 127.0.0.1, which only this machine reaches)
 * @returns the endpoint's URL, for AWS_ENDPOINT_URL_LAMBDA, and how to close it
 * @throws UsageError if the port is taken
 * @example
 * const { endpoint, close } = await serve(lambda, { port: 9001 })
 */
export function serve(lambda: MockLambda, options?: ServeOptions): Promise<Endpoint> {
  return openEndpoint(lambda, options)
}

export { defineConfig, type LambdaConfig } from './double/defineConfig'
export type { Endpoint, ServeOptions } from './adapters/http/openEndpoint'
