import { openSdkDoor } from './adapters/sdk/openSdkDoor'
import { createMockLambda } from './mockLambda'

/**
 * Puts a whole Lambda in memory in place of AWS's: every LambdaClient of this process, old and new, speaks to it.
 *
 * @param options see MockLambdaOptions; a LambdaClient class or client is short for `{ clients }`
 * @throws UsageError if an option is unknown or @aws-sdk/client-lambda is not installed
 * @example
 * const lambda = mockLambda()
 * lambda.function('orders', async (event) => ({ id: event.id, ok: true }))
 */
export const mockLambda = createMockLambda(openSdkDoor)

/**
 * The same under the name that users of aws-sdk-client-mock know.
 * @example const lambdaMock = mockClient(LambdaClient)
 */
export const mockClient = mockLambda

export { streamify } from './runtime/streaming/streamify'
export { coldStart } from './runtime/coldStart'
export { HttpResponseStream } from './runtime/streaming/responseStream'
export { defineConfig, type LambdaConfig } from './double/defineConfig'
export { ServiceError } from './errors/serviceError'
export { UsageError } from './errors/usageError'
export type { AwsClientStub, AwsStub, MockLambda } from './double/mock'
export type { ReceivedCommand } from './double/clientMock'
export type { MockClock } from './double/mockClock'
export type { RegionView } from './double/regionView'
export type { Inspection } from './double/inspection/inspection'
export type { CallView } from './double/inspection/callView'
export type { FunctionView } from './double/inspection/functionView'
export type { DeliveryView, InvocationView } from './double/inspection/runView'
export type { RuleView } from './double/inspection/ruleView'
export type { Happening } from './double/watch'
export type { Snapshot } from './double/snapshot'
export type { SentCommand, TypedClient } from './double/typedClient'
export type { Clients, MockLambdaOptions } from './double/options'
export type { S3Refusal, WebExchange, WebOutcome, WebReply, WebRequest } from './webExchange'
export type { EventSourceFinder } from './builders/event-sources/buildEventSource'
export type { QueueAttributes, QueueSource } from './builders/event-sources/queueSource'
export type { AttributeInput, MessageInput } from './builders/event-sources/queueMessage'
export type { LogSource } from './builders/event-sources/logSource'
export type { BrokerSettings, ClusterSettings, StreamSettings, TableStreamSettings } from './builders/event-sources/logForms'
export type { StreamRecordInput, TableChangeInput } from './builders/event-sources/streamRecords'
export type {
  ActiveMqMessageInput,
  DocumentChangeInput,
  RabbitMqMessageInput,
  TopicRecordInput,
} from './builders/event-sources/clusterRecords'
export type { SourceBatch, SourceMessage, SourceMessages } from './runtime/event-sources/sourceMessages'
export type { FunctionBuilder, HandlerFunction } from './builders/functionBuilder'
export type { AlbPush, ApiGatewayPush, EventPush, PushEvents, RequestPush } from './events/pushEvents'
export type { Time } from './events/eventPlace'
export type { SnsAttribute, SnsEvent, SnsMessage } from './events/snsEvent'
export type { S3Change, S3Event, S3EventName } from './events/s3Event'
export type { BusEvent, EventBridgeEvent, Schedule, ScheduledEvent } from './events/eventBridgeEvent'
export type { LogLine, LogLines, LogsEvent } from './events/logsEvent'
export type { HttpRequest } from './events/http/httpRequest'
export type { ApiRequest, HttpApiEvent, RestApiEvent } from './events/http/apiGatewayEvent'
export type { AlbEvent, AlbRequest } from './events/http/albEvent'
export type { HttpAnswer } from './events/http/httpAnswer'
export type { CognitoEvent, CognitoRequest } from './events/cognito/cognitoEvent'
export type { TriggerSource } from './events/cognito/triggers'
export type { FunctionSettings } from './builders/configureFunction'
export type { AliasTarget } from './builders/seedAlias'
export type { AsyncSettings, Target } from './builders/seedAsync'
export type { CodeSigningSettings, SeededCodeSigningConfig } from './builders/seedCodeSigningConfig'
export type { LayerBuilder, LayerSettings, PublishedLayer } from './builders/layerBuilder'
export type { LayerChoice } from './builders/seedLayers'
export type { ObjectReference } from './builders/seedObject'
export type { PermissionSettings } from './builders/seedPermission'
export type { TriggerSettings } from './builders/seedTrigger'
export type { CorsSettings, UrlSettings } from './builders/seedUrl'
export type { Contract } from './contracts/contract'
export type { HonourOptions } from './contracts/consumer/honourOptions'
export type { HandWritten, On, RuleBuilder, TypedCommand } from './faults/ruleBuilder'
export type { Chaos, ChaosSettings, SetChaos } from './faults/chaos'
export type { Latency } from './faults/requireAmount'
export type { NetworkCode } from './faults/networkCode'
export type { Throttle, ThrottleReason } from './faults/behaviours/throttles'
export type { ForeignAnswer } from './faults/behaviours/answers'
export type { Truncation } from './faults/behaviours/truncates'
export type { Garbling } from './faults/behaviours/garbles'
export type { Drip } from './faults/behaviours/drips'
export type { StreamPlace } from './faults/streamPlace'
export type { InputMatch, Match, AsymmetricMatcher } from './matching/match'
export type { CallEntry } from './journal/callEntry'
export type { Invocation } from './runtime/invocation'
export type { Delivery, MessageAttribute } from './runtime/destinations/delivery'
export type { Deliverer } from './double/deliverers'
export type { Context } from './runtime/context'
export type { StreamingHandler } from './runtime/streaming/streamify'
export type { HttpResponseMetadata, ResponseStream } from './runtime/streaming/responseStream'
export type { StreamChunk } from './builders/streamChunks'
export type { Duration } from './clock/duration'
export type { Input, Output, OperationName, ErrorName, ErrorMembers } from './model/api'
