import { openEndpoint, type Endpoint, type ServeOptions } from './adapters/http/openEndpoint'
import { connectEngine, requireSourceArn, type Connection } from './adapters/engines/connectEngine'
import type { EngineClient } from './adapters/engines/engineClient'
import { realPace } from './adapters/engines/pace'
import { enginesOf } from './double/engines'
import type { MockLambda } from './double/mock'
import { UsageError } from './errors/usageError'
import { requireText, requireWhole, shown } from './usage/readMembers'
import { requireOptions } from './usage/requireOptions'

/**
 * Opens a double to clients outside this process: AWS CLI, boto3, other languages, child processes.
 *
 * @param lambda what mockLambda() returned
 * @param options port (default: a free one) and host (default: 127.0.0.1, which only this machine reaches)
 * @returns the endpoint's URL, for AWS_ENDPOINT_URL_LAMBDA, and how to close it
 * @throws UsageError if the port is taken, or an option is none
 * @example
 * const { endpoint, close } = await serve(lambda, { port: 9001 })
 */
export async function serve(lambda: MockLambda, options: ServeOptions = {}): Promise<Endpoint> {
  if (typeof (lambda as Partial<MockLambda> | null | undefined)?.exchange !== 'function')
    throw new UsageError(`serve(lambda) needs what mockLambda() returned, not ${shown(lambda)}.`)
  requireOptions(options, ['port', 'host'], 'serve(lambda, options)')
  const { port, host } = options
  if (port !== undefined) requireWhole('serve(lambda, { port })', 'port', port, [0, 65_535])
  if (host !== undefined) requireText('serve(lambda, { host })', 'host', host)
  return openEndpoint(lambda, options)
}

/** A queue or stream of a real engine. Give a client of your own, or the engine's address. */
export interface ConnectOptions {
  /** As mappings and destinations name it. */
  readonly arn: string
  /** A client of @aws-sdk/client-sqs or @aws-sdk/client-kinesis. It is not closed. */
  readonly client?: EngineClient
  /** E.g. http://127.0.0.1:9324. */
  readonly endpoint?: string
  /** Told when the engine cannot be reached, and when it is back. Default: nobody. */
  readonly log?: (line: string) => void
}

/** A queue of a real engine. */
export interface ConnectQueueOptions extends ConnectOptions {
  /** Default: asked of the engine by the queue's name. */
  readonly queueUrl?: string
}

/**
 * Connects a double with a real SQS queue, such as ElasticMQ's: its mappings of the queue receive from there, and what Lambda sends to
 * the queue (destinations, dead letters) goes there. A message is deleted after the function has processed it, and not before;
 * one that failed comes back as the queue says. In real time, so the double should have `time: 'real'`.
 *
 * @throws UsageError if @aws-sdk/client-sqs is not installed, or an option is none
 * @example
 * const jobs = await connectQueue(lambda, { arn: 'arn:aws:sqs:us-east-1:123456789012:jobs', endpoint: 'http://127.0.0.1:9324' })
 * await jobs.close()
 */
export function connectQueue(lambda: MockLambda, options: ConnectQueueOptions): Promise<Connection> {
  return connect(lambda, 'connectQueue', 'sqs', options)
}

/**
 * Connects a double with a real Kinesis stream: its mappings of the stream read from there, each for itself, under Lambda's rules for
 * retries, halves, age and failure destinations. How far a mapping has got is part of its state, as `lambda.snapshot()` has it: another
 * connection goes on there.
 *
 * @throws UsageError if @aws-sdk/client-kinesis is not installed, or an option is none
 * @example
 * const clicks = await connectStream(lambda, { arn: 'arn:aws:kinesis:us-east-1:123456789012:stream/clicks', endpoint: 'http://127.0.0.1:4567' })
 */
export function connectStream(lambda: MockLambda, options: ConnectOptions): Promise<Connection> {
  return connect(lambda, 'connectStream', 'kinesis', options)
}

async function connect(
  lambda: MockLambda,
  name: string,
  service: 'sqs' | 'kinesis',
  options: ConnectQueueOptions,
): Promise<Connection> {
  const where = `${name}(lambda, options)`
  requireOptions(options, ['arn', 'client', 'endpoint', 'log', ...(service === 'sqs' ? ['queueUrl'] : [])], where)
  const arn = requireSourceArn(where, options.arn, service)
  const { client, endpoint, queueUrl, log = () => undefined } = options
  const choice = { service, where, region: arn.split(':')[3]!, arn, client, endpoint, queueUrl }
  return connectEngine(enginesOf(lambda), choice, realPace(log))
}

export type { Connection } from './adapters/engines/connectEngine'
export type { EngineClient } from './adapters/engines/engineClient'
export { defineConfig, type LambdaConfig } from './double/defineConfig'
export type { Endpoint, ServeOptions } from './adapters/http/openEndpoint'
