import type { SetChaos } from '../faults/chaos'
import type { On } from '../faults/ruleBuilder'
import type { WebExchange } from '../webExchange'
import type { Exchange } from '../wire/messages'
import type { ClientMock } from './clientMock'
import type { Deliverer } from './deliverers'
import type { LookingBack } from './lookingBack'
import type { MockClock } from './mockClock'
import type { RegionView } from './regionView'
import type { Inspection } from './inspection/inspection'
import type { Snapshots } from './snapshot'
import type { TypedClient } from './typedClient'
import type { Isolation } from './worlds'

/** A whole Lambda in memory. See the README for what each word does. */
export interface MockLambda extends RegionView, LookingBack, ClientMock, Snapshots, Isolation {
  /**
   * Says what happens to calls of an operation: throttles, failures, hand-written answers.
   * @example lambda.on('Invoke', { FunctionName: 'orders' }).throttles().times(2)
   */
  readonly on: On
  /**
   * Lets a share of the calls go wrong, of all operations or of those that a match names as in `on`. Which ones follows from the seed,
   * the function and the number of the call, so that it is the same serially and in parallel. Chaos stands in front of the rules, as
   * a bad network does: a call that it refuses uses up no rule, and what it lets pass is for rules and state. Of two that fit, the more
   * specific one counts. The journal's `rule` says what it did.
   * @example
   * const chaos = lambda.chaos({ throttle: 0.1, error: 0.05, drop: 0.01, latency: [5, 200] })
   * lambda.chaos({ lostReply: 0.2 }, 'Invoke', { FunctionName: 'orders' })
   * chaos.off()
   */
  readonly chaos: SetChaos
  /**
   * Hands deliveries on, such as to a client of a local SQS; `settled()` waits for it. One that fails is not tried again, as AWS
   * drops what it cannot deliver: its `error` says why, and `verify()` complains. Forgotten by `reset()`.
   * @param arn whose deliveries; in a text `*` stands for anything
   * @example lambda.deliverTo('arn:aws:sqs:*', ({ arn, body }) => sqs.send(new SendMessageCommand({ QueueUrl: urlOf(arn), MessageBody: body })))
   */
  deliverTo(arn: string | RegExp, deliverer: Deliverer): void
  /**
   * Time inside the double.
   * @example await lambda.clock.advance('2m')
   */
  readonly clock: MockClock
  /** Runs everything that is due or scheduled to its end, in virtual time. */
  settled(): Promise<void>
  /** The same builders for another region of the account. */
  region(name: string): RegionView
  /**
   * A real LambdaClient of the installed SDK that always speaks to this double.
   * @param config as `new LambdaClient(config)` takes it; the region is the double's unless it is given
   * @example
   * const reply = await lambda.client().send(new InvokeCommand({ FunctionName: 'orders' }))
   * const whole: LambdaClient = lambda.client<LambdaClient>()
   */
  client<Client = TypedClient>(config?: object): Client
  /** The way in, for a door of your own: a request as it stood on the wire, and what Lambda answers. */
  readonly exchange: Exchange
  /**
   * The other way in, for a door of your own: HTTP requests to function URLs, and by the links to code that GetFunction and
   * GetLayerVersion give. `fetch` takes it by itself, and so does `serve`.
   */
  readonly web: WebExchange
  /** For tools: what is there and what happens, as plain data without secrets. */
  readonly inspection: Inspection
  /** Forgets functions, rules and journal, and stays installed. Inside `isolate` it begins that world anew, and no other. */
  reset(): void
  /** Takes itself out and leaves the SDK exactly as found. */
  restore(): void
  [Symbol.dispose](): void
}

/**
 * A double under the name that suites for aws-sdk-client-mock have for it.
 * @example let lambdaMock: AwsClientStub<LambdaClient>
 */
export type AwsClientStub<_Client = unknown> = MockLambda

/** The same, as named with the types of the client: `AwsStub<ServiceInputTypes, ServiceOutputTypes, LambdaClientResolvedConfig>`. */
export type AwsStub<_Input = unknown, _Output = unknown, _Configuration = unknown> = MockLambda
