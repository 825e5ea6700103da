import { buildEventSource, type EventSourceFinder } from '../builders/event-sources/buildEventSource'
import { buildFunction } from '../builders/buildFunction'
import type { FunctionBuilder, HandlerFunction } from '../builders/functionBuilder'
import { buildLayer, type LayerBuilder } from '../builders/layerBuilder'
import type { Seed } from '../builders/seed'
import { seedCodeSigningConfig, type CodeSigningSettings, type SeededCodeSigningConfig } from '../builders/seedCodeSigningConfig'
import { seedObject, type ObjectReference } from '../builders/seedObject'
import type { PushEvents } from '../events/pushEvents'
import type { StreamingHandler } from '../runtime/streaming/streamify'
import { createPushEvents } from './events'
import type { PushTarget } from './pushTarget'

/** Seeding one region. */
export interface RegionView {
  /** Finds or creates a function and hands out its builder. */
  function(name: string, handler?: HandlerFunction): FunctionBuilder
  function(name: string, handler: StreamingHandler): FunctionBuilder
  /** Hands out the builder of a layer, which publishes its versions. */
  layer(name: string): LayerBuilder
  /**
   * Creates a code signing configuration. Members of CreateCodeSigningConfig, in AWS's spelling.
   * @example lambda.function('orders').configure({ CodeSigningConfigArn: lambda.codeSigningConfig().arn })
   */
  codeSigningConfig(settings?: CodeSigningSettings): SeededCodeSigningConfig
  /**
   * Finds or makes what mappings read (a queue, a stream, a cluster, a broker), to send to and to look into. What it is follows from
   * the ARN; settings are in AWS's spelling.
   * @throws UsageError for what Lambda cannot read, another region, unknown settings, and records that AWS would refuse
   * @example lambda.eventSource('arn:aws:sqs:us-east-1:123456789012:jobs').send({ id: 7 })
   */
  readonly eventSource: EventSourceFinder
  /** Services that push events: SNS, S3, EventBridge, API Gateway and others, as they would. */
  readonly events: PushEvents
  /**
   * Puts bytes where code that is given by S3 reference finds them, and returns the reference.
   * @param version for references that name a version of the object
   * @example lambda.function('orders').configure({ Code: lambda.object('my-bucket', 'orders.zip', readFileSync('orders.zip')) })
   */
  object(bucket: string, key: string, bytes: Uint8Array, version?: string): ObjectReference
}

/** @param seed asked at each call, as is the target: a reset, or an isolated test, has another one */
export function createRegionView(seed: () => Seed, target: () => PushTarget): RegionView {
  return {
    function: (name: string, handler?: HandlerFunction | StreamingHandler) => buildFunction(seed(), name, handler),
    layer: (name) => buildLayer(seed(), name),
    codeSigningConfig: (settings) => seedCodeSigningConfig(seed(), settings),
    eventSource: ((arn: string, settings?: object) => buildEventSource(seed(), arn, settings)) as EventSourceFinder,
    events: createPushEvents(target),
    object: (bucket, key, bytes, version) => seedObject(seed(), { bucket, key, bytes, version }),
  }
}
