import type { Context } from '../runtime/context'
import type { Contract } from '../contracts/contract'
import type { HonourOptions } from '../contracts/consumer/honourOptions'
import type { StreamingHandler } from '../runtime/streaming/streamify'
import { UsageError } from '../errors/usageError'
import { lambdaArn } from '../state/arns'
import type { CannedOutcome, FunctionBody, FunctionRecord } from '../state/functionRecord'
import { isStreaming } from '../state/handlerMark'
import { configureFunction, type FunctionSettings } from './configureFunction'
import { createFunction } from './createFunction'
import type { Seed } from './seed'
import { seedAlias, type AliasTarget } from './seedAlias'
import { seedAsync, type AsyncSettings } from './seedAsync'
import { provisionConcurrency, reserveConcurrency } from './seedConcurrency'
import { seedLayers, type LayerChoice } from './seedLayers'
import { seedPermission, type PermissionSettings } from './seedPermission'
import { seedTags } from './seedTags'
import { seedTrigger, type TriggerSettings } from './seedTrigger'
import { seedUrl, type UrlSettings } from './seedUrl'
import { seedVersion } from './seedVersion'
import { streamChunks, type StreamChunk } from './streamChunks'

/** A handler as users write it: async `(event, context)`, or `(event, context, callback)`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the event's type is the user's own
export type HandlerFunction = (event: any, context: Context, callback: (error?: unknown, result?: unknown) => void) => unknown

/** What `lambda.function(name)` returns. Every call takes effect at once. */
export interface FunctionBuilder {
  readonly name: string
  /** Without a qualifier. */
  readonly arn: string
  /** Runs this function of yours for each invocation; one that streams is marked by `streamify`, one made anew by `coldStart`. */
  handler(handler: HandlerFunction): FunctionBuilder
  handler(handler: StreamingHandler): FunctionBuilder
  /** Answers every invocation with this JSON value. */
  returns(result: unknown): FunctionBuilder
  /** Answers one invocation with this JSON value; calls queue up. */
  returnsOnce(result: unknown): FunctionBuilder
  /** Fails every invocation as if the handler had thrown this: FunctionError `Unhandled`. */
  throws(error: unknown): FunctionBuilder
  throwsOnce(error: unknown): FunctionBuilder
  /** Fails as a handler does that runs into its Timeout; costs no time. */
  timesOut(): FunctionBuilder
  timesOutOnce(): FunctionBuilder
  /** Fails as a handler does that ends its process. */
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
  /** Sets any field of CreateFunction or UpdateFunctionConfiguration, in AWS's spelling. */
  configure(settings: FunctionSettings): FunctionBuilder
  /** Publishes what the function is now, its handler included, as the next version: 1, 2 and so on, one for every call. */
  version(description?: string): FunctionBuilder
  /**
   * Points an alias to a version, and shifts a share of its traffic to a second one.
   * @example .alias('live', { version: 1, weights: { 2: 0.1 } })
   */
  alias(name: string, target: AliasTarget): FunctionBuilder
  /**
   * Lets somebody use the function. Members of AddPermission, in AWS's spelling.
   * @example .permission({ StatementId: 's3', Action: 'lambda:InvokeFunction', Principal: 's3.amazonaws.com' })
   */
  permission(settings: PermissionSettings): FunctionBuilder
  /**
   * Adds layers: by ARN, by name for the newest version, or as `lambda.layer(name).publish()` returned them.
   * @example .layer(lambda.layer('tools').publish())
   */
  layer(...layers: readonly LayerChoice[]): FunctionBuilder
  /** Adds tags. */
  tags(tags: Readonly<Record<string, string>>): FunctionBuilder
  /** Reserves concurrent executions for all versions together, and holds them to it; 0 stops the function. */
  reservedConcurrency(executions: number): FunctionBuilder
  /** Keeps environments of a published version or an alias ready. */
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

/** Finds the function, or creates it through CreateFunction, and hands out its builder. */
export function buildFunction(seed: Seed, name: string, handler?: HandlerFunction | StreamingHandler): FunctionBuilder {
  if (typeof name !== 'string')
    throw new UsageError(`lambda.function(name) needs the function's name as a string, not ${String(name)}.`)
  const where = `lambda.function('${name}')`
  const record = (): FunctionRecord => seed.region().functions.get(name) ?? createFunction(seed, where, name)
  const change = (body: Partial<FunctionBody>) => {
    const { latest } = record()
    latest.body = { ...latest.body, ...body }
    return builder
  }
  const always = (outcome: CannedOutcome) => change({ always: outcome, handler: undefined })
  const once = (outcome: CannedOutcome) => {
    record().latest.body.once.push(outcome)
    return builder
  }

  const builder: FunctionBuilder = {
    name,
    arn: lambdaArn(seed.region(), `function:${name}`),
    handler(fn: HandlerFunction | StreamingHandler) {
      if (typeof fn !== 'function')
        throw new UsageError(`${where}.handler(fn) needs a function, not ${fn === null ? 'null' : typeof fn}.`)
      chooseRuntime(record(), fn)
      giveLostHandlers(record(), fn)
      return change({ handler: fn, always: undefined })
    },
    returns: (value) => always({ kind: 'returns', value }),
    returnsOnce: (value) => once({ kind: 'returns', value }),
    throws: (error) => always({ kind: 'throws', error }),
    throwsOnce: (error) => once({ kind: 'throws', error }),
    timesOut: () => always({ kind: 'timesOut' }),
    timesOutOnce: () => once({ kind: 'timesOut' }),
    exits: (code = 1) => always({ kind: 'exits', code }),
    exitsOnce: (code = 1) => once({ kind: 'exits', code }),
    runsOutOfMemory: () => always({ kind: 'outOfMemory' }),
    runsOutOfMemoryOnce: () => once({ kind: 'outOfMemory' }),
    streams: (chunks) => always({ kind: 'streams', chunks: streamChunks(chunks, where) }),
    streamsOnce: (chunks) => once({ kind: 'streams', chunks: streamChunks(chunks, where) }),
    configure(settings) {
      configureFunction(seed, record(), settings, where)
      return builder
    },
    version(description) {
      seedVersion(seed, record(), description, where)
      return builder
    },
    alias(alias, target) {
      seedAlias(seed, record(), { name: alias, target }, where)
      return builder
    },
    permission(settings) {
      seedPermission(seed, record(), settings, where)
      return builder
    },
    layer(...layers) {
      seedLayers(seed, record(), layers, where)
      return builder
    },
    tags(tags) {
      seedTags(seed, record(), tags, where)
      return builder
    },
    reservedConcurrency(executions) {
      reserveConcurrency(seed, record(), executions, where)
      return builder
    },
    provisionedConcurrency(qualifier, executions) {
      provisionConcurrency(seed, record(), { qualifier, executions }, where)
      return builder
    },
    async(settings) {
      seedAsync(seed, record(), settings, where)
      return builder
    },
    url(settings = {}) {
      seedUrl(seed, record(), settings, where)
      return builder
    },
    trigger(source: string | TriggerSettings, settings?: TriggerSettings) {
      seedTrigger(seed, record(), typeof source === 'string' ? { ...settings, EventSourceArn: source } : source, where)
      return builder
    },
    honours(contract, options) {
      const byExample = seed.honour(`${where}.honours`, name, contract, options)
      const { handler, always } = record().latest.body
      return handler === undefined && always === undefined ? change({ handler: byExample }) : builder
    },
  }
  record()
  return handler === undefined ? builder : builder.handler(handler as HandlerFunction)
}

/** Versions that came out of a file without their handlers get this one; any other keeps the one it was published with. */
function giveLostHandlers({ latest, versions }: FunctionRecord, handler: HandlerFunction | StreamingHandler): void {
  for (const version of [latest, ...versions.values()])
    if (version.body.lostHandler) version.body = { ...version.body, handler, lostHandler: undefined }
}

/** Callbacks ended with Node.js 24, so a handler that takes one gets the runtime before, unless a Runtime was chosen. */
function chooseRuntime(fn: FunctionRecord, handler: HandlerFunction | StreamingHandler): void {
  if (!fn.runtimeByDefault) return
  const runtime = handler.length >= 3 && !isStreaming(handler) ? 'nodejs22.x' : 'nodejs24.x'
  fn.latest.configuration = { ...fn.latest.configuration, runtime }
}
