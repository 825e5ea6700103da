import type { HonourOptions } from '../contracts/consumer/honourOptions'
import type { Contract } from '../contracts/contract'
import type { Context } from '../runtime/context'
import type { StreamingHandler } from '../runtime/streaming/streamify'
import type { FunctionSettings } from './configureFunction'
import type { AliasTarget } from './seedAlias'
import type { AsyncSettings } from './seedAsync'
import type { LayerChoice } from './seedLayers'
import type { PermissionSettings } from './seedPermission'
import type { TriggerSettings } from './seedTrigger'
import type { UrlSettings } from './seedUrl'
import type { StreamChunk } from './streamChunks'

/** A handler as users write it: async `(event, context)`, or `(event, context, callback)`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the event's type is the user's own
export type HandlerFunction = (event: any, context: Context, callback: (error?: unknown, result?: unknown) => void) => unknown

/**
 * What `lambda.function(name)` returns. Every call takes effect at once, through the operation of the API that AWS has for it.
 * @throws {UsageError} what AWS would refuse is refused, with AWS's error in the message
 * @example lambda.function('orders').configure({ Timeout: 10 }).version().alias('live', 1).returns({ ok: true })
 */
export interface FunctionBuilder {
  readonly name: string
  /** Without a qualifier. */
  readonly arn: string
  /**
   * Runs this function of yours for each invocation; one that streams is marked by `streamify`, one made anew by `coldStart`.
   * @example .handler(async (event, context) => ({ id: event.id, left: context.getRemainingTimeInMillis() }))
   */
  handler(handler: HandlerFunction): FunctionBuilder
  handler(handler: StreamingHandler): FunctionBuilder
  /**
   * Answers every invocation with this JSON value.
   * @example .returns({ ok: true })
   */
  returns(result: unknown): FunctionBuilder
  /**
   * Answers one invocation with this JSON value; calls queue up, those of the other words that end in Once as well.
   * @example .returnsOnce({ id: 1 }).throwsOnce(new Error('full')).returns({ id: 3 })
   */
  returnsOnce(result: unknown): FunctionBuilder
  /**
   * Fails every invocation as if the handler had thrown this: FunctionError `Unhandled`.
   * @example .throws(new TypeError('no id'))
   */
  throws(error: unknown): FunctionBuilder
  throwsOnce(error: unknown): FunctionBuilder
  /** Fails as a handler does that runs into its Timeout; costs no time. */
  timesOut(): FunctionBuilder
  timesOutOnce(): FunctionBuilder
  /** Fails as a handler does that ends its process with an exit code, by default 1. */
  exits(code?: number): FunctionBuilder
  exitsOnce(code?: number): FunctionBuilder
  /** Fails as a handler does that uses up its memory. */
  runsOutOfMemory(): FunctionBuilder
  runsOutOfMemoryOnce(): FunctionBuilder
  /**
   * Streams these chunks to InvokeWithResponseStream; Invoke answers with all of them in one.
   * @example .streams(['first ', 'last'])
   */
  streams(chunks: Iterable<StreamChunk>): FunctionBuilder
  streamsOnce(chunks: Iterable<StreamChunk>): FunctionBuilder
  /**
   * Sets any field of CreateFunction or UpdateFunctionConfiguration, in AWS's spelling and units.
   * @example .configure({ Timeout: 10, MemorySize: 512, Environment: { Variables: { TABLE: 'orders' } } })
   */
  configure(settings: FunctionSettings): FunctionBuilder
  /**
   * Publishes what the function is now, its handler included, as the next version: 1, 2 and so on, one for every call.
   * @example .handler(before).version().handler(after).version('with discounts')
   */
  version(description?: string): FunctionBuilder
  /**
   * Points an alias to a version, and shifts a share of its traffic to a second one.
   * @param target a version, or one with the shares of others, from 0 to 1
   * @example .alias('live', { version: 1, weights: { 2: 0.1 } })
   */
  alias(name: string, target: AliasTarget): FunctionBuilder
  /**
   * Lets somebody use the function. Members of AddPermission, in AWS's spelling.
   * @example .permission({ StatementId: 's3', Action: 'lambda:InvokeFunction', Principal: 's3.amazonaws.com' })
   */
  permission(settings: PermissionSettings): FunctionBuilder
  /**
   * Adds layers: by ARN, by name for the newest version, or as `lambda.layer(name).publish()` returned them. A version that the
   * function has already stays where it is.
   * @example .layer(lambda.layer('tools').publish())
   */
  layer(...layers: readonly LayerChoice[]): FunctionBuilder
  /**
   * Adds tags.
   * @example .tags({ team: 'checkout' })
   */
  tags(tags: Readonly<Record<string, string>>): FunctionBuilder
  /**
   * Reserves concurrent executions for all versions together, and holds them to it; 0 stops the function.
   * @example .reservedConcurrency(5)
   */
  reservedConcurrency(executions: number): FunctionBuilder
  /**
   * Keeps environments of a published version or an alias ready.
   * @example .version().alias('live', 1).provisionedConcurrency('live', 2)
   */
  provisionedConcurrency(qualifier: string | number, executions: number): FunctionBuilder
  /**
   * Sets how asynchronous invocations are retried and where their records go.
   * @example .async({ maximumRetryAttempts: 1, maximumEventAge: '1h', onFailure: 'arn:aws:sqs:us-east-1:123456789012:failed' })
   */
  async(settings: AsyncSettings): FunctionBuilder
  /**
   * Gives the function a URL, or changes the one it has; GetFunctionUrlConfig says where it is. With authType 'NONE' everybody is
   * allowed to use it, as in a URL made in Lambda's console; one made by the API alone is closed until AddPermission.
   * @example .url({ cors: { allowOrigins: ['https://example.com'] } })
   */
  url(settings?: UrlSettings): FunctionBuilder
  /**
   * Lets a queue, stream or cluster invoke the function. Members of CreateEventSourceMapping, in AWS's spelling;
   * self-managed Kafka has no ARN and starts with them.
   * @example .trigger('arn:aws:sqs:us-east-1:123456789012:jobs', { BatchSize: 5 })
   */
  trigger(eventSourceArn: string, settings?: Omit<TriggerSettings, 'EventSourceArn'>): FunctionBuilder
  trigger(settings: TriggerSettings): FunctionBuilder
  /**
   * Holds the function to a contract: every event that a client sends to it is checked, and every answer, written by hand or by a
   * handler. A breach rejects the call with a `ContractBreach`, which no SDK retries, and fails `verify()`. Without a handler the
   * function answers as the examples of the contract say.
   * @example .honours(createOrder, { given: 'no stock' })
   */
  honours(contract: Contract, options?: HonourOptions): FunctionBuilder
}
