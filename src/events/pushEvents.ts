import type { CognitoEvent, CognitoRequest } from './cognito/cognitoEvent'
import type { BusEvent, EventBridgeEvent, Schedule, ScheduledEvent } from './eventBridgeEvent'
import type { AlbEvent, AlbRequest } from './http/albEvent'
import type { ApiRequest, HttpApiEvent, RestApiEvent } from './http/apiGatewayEvent'
import type { HttpAnswer } from './http/httpAnswer'
import type { LogLines, LogsEvent } from './logsEvent'
import type { S3Change, S3Event } from './s3Event'
import type { SnsEvent, SnsMessage } from './snsEvent'

/**
 * A service that hands Lambda an event and does not wait: the event goes through Lambda's own queue, with its retries, destinations
 * and dead letters. The promise is kept once Lambda has the event, with the event.
 * @throws UsageError if the function, a member or a value is none
 */
export interface EventPush<Given, Event> {
  /** @param functionName a name, `name:alias`, or an ARN */
  (functionName: string, given: Given): Promise<Event>
  /** The event alone, for tests that call a handler themselves. */
  event(given: Given): Event
}

/** A service that waits for the function and makes an answer of its result. */
export interface RequestPush<Given, Event, Answer> {
  /** @param functionName a name, `name:alias`, or an ARN */
  (functionName: string, given: Given): Promise<Answer>
  /** The event alone, for tests that call a handler themselves. */
  event(given: Given): Event
}

/** API Gateway: the form of the event follows from the version. */
export interface ApiGatewayPush {
  <Body = unknown>(functionName: string, given: ApiRequest): Promise<HttpAnswer<Body>>
  event(given: ApiRequest & { readonly version: '2.0' }): HttpApiEvent
  event(given: ApiRequest & { readonly version?: '1.0' }): RestApiEvent
}

/** A load balancer. */
export interface AlbPush {
  <Body = unknown>(functionName: string, given: AlbRequest): Promise<HttpAnswer<Body>>
  event(given: AlbRequest): AlbEvent
}

/**
 * Services that push events, as they would. The permission that each of them needs on AWS is not asked for. What they run is in
 * `invocations()`; it is no call of the API by the code under test, so rules do not concern it and it is not in `calls()`.
 */
export interface PushEvents {
  /**
   * SNS notifies a function of a message.
   * @example await lambda.events.sns('orders', { topicArn, message: { id: 7 }, subject: 'new order', attributes: { kind: 'express' } })
   */
  readonly sns: EventPush<SnsMessage, SnsEvent>
  /**
   * S3 tells a function of a change in a bucket.
   * @example await lambda.events.s3('thumbnails', { bucket: 'photos', key: 'cats/a cat.png', eventName: 'ObjectCreated:Put' })
   */
  readonly s3: EventPush<S3Change, S3Event>
  /**
   * EventBridge hands a function an event that fits its rule.
   * @example await lambda.events.eventBridge('billing', { source: 'shop', detailType: 'OrderPlaced', detail: { id: 7 } })
   */
  readonly eventBridge: EventPush<BusEvent, EventBridgeEvent>
  /**
   * The time of an EventBridge rule has come.
   * @example await lambda.events.scheduled('nightly')
   */
  readonly scheduled: EventPush<Schedule, ScheduledEvent> &
    ((functionName: string) => Promise<ScheduledEvent>) & { event(): ScheduledEvent }
  /**
   * CloudWatch Logs hands a function lines that fit its subscription filter.
   * @example await lambda.events.logs('alarms', { logGroup: '/aws/lambda/orders', messages: ['ERROR out of tea'] })
   */
  readonly logs: EventPush<LogLines, LogsEvent>
  /**
   * A client sends API Gateway a request; the answer is what the client gets, errors of API Gateway included.
   * @example
   * const { statusCode, body } = await lambda.events.apiGateway('api', { method: 'POST', path: '/orders', body: { sku: 'tea' } })
   * await lambda.events.apiGateway('api', { version: '2.0', path: '/orders/7', resource: '/orders/{id}' })
   */
  readonly apiGateway: ApiGatewayPush
  /**
   * A client sends a load balancer a request; the answer is what the client gets.
   * @example const { statusCode, body } = await lambda.events.alb('api', { path: '/orders?limit=5' })
   */
  readonly alb: AlbPush
  /**
   * A user pool asks a function. The event comes as the function handed it back.
   * @throws what a client of Cognito gets if the function fails or hands back something else: an error whose name is
   * UserLambdaValidationException, InvalidLambdaResponseException or UnexpectedLambdaException
   * @example
   * const { response } = await lambda.events.cognito('check', { triggerSource: 'PreSignUp_SignUp', userAttributes: { email: 'a@b.c' } })
   */
  readonly cognito: RequestPush<CognitoRequest, CognitoEvent, CognitoEvent>
}
