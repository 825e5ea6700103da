import { openNockDoor, type NockDoorOptions } from './adapters/nock/openNockDoor'
import type { MockLambda } from './double/mock'
import { optionNames, type Clients, type MockLambdaOptions } from './double/options'
import { nearest } from './errors/nearest'
import { UsageError } from './errors/usageError'
import { formatValue } from './matching/formatValue'
import { createMockLambda } from './mockLambda'

/** What this `mockLambda` takes besides the options of `lambdouble`'s. Everything has a default. */
export interface NockLambdaOptions extends MockLambdaOptions {
  /** Your nock: 13, 14 or 15. Default: the one that your test file resolves. Has to be passed where it can only be imported. */
  readonly nock?: NockModule
  /**
   * Endpoints that stand for Lambda besides AWS's own, such as LocalStack's. Default: none.
   * @example ['http://localhost:4566']
   */
  readonly endpoints?: readonly string[]
  /**
   * Where credentials come from that requests are signed with. 'placed' (default): AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are
   * set to something, while nothing in the environment names a source. 'answered': STS (AssumeRole, AssumeRoleWithWebIdentity,
   * GetCallerIdentity) and the metadata of containers and instances are answered, so that the SDK's default chain works as on AWS;
   * STS's XML takes fast-xml-parser. 'own': you have some.
   */
  readonly credentials?: 'placed' | 'answered' | 'own'
}

/** What `import nock from 'nock'` gives, whichever version it is. */
export interface NockModule {
  (origin: RegExp): object
  isActive(): boolean
  activate(): void
  restore(): void
  cleanAll(): void
}

const own: Readonly<Record<keyof NockDoorOptions, readonly string[] | undefined>> = {
  nock: undefined,
  endpoints: undefined,
  credentials: ['placed', 'answered', 'own'],
}

/**
 * Puts a whole Lambda in memory in place of AWS's, through nock: requests of this process to any host of Lambda's, function URL or
 * link to code are answered, whoever sends them: SDK v3 of any copy, also after `jest.resetModules()`, SDK v2, `https`, `fetch`.
 *
 * @param options see NockLambdaOptions; a LambdaClient class or client is short for `{ clients }`, which says what `lambda.client()` makes
 * @throws UsageError if an option is unknown, or there is no nock that works on this Node.js
 * @example
 * import { mockLambda } from 'lambdouble/nock'
 * const lambda = mockLambda()
 * lambda.function('orders').returns({ ok: true })
 * await new AWS.Lambda().invoke({ FunctionName: 'orders' }).promise() // aws-sdk v2
 */
export function mockLambda(options: NockLambdaOptions | Clients = {}): MockLambda {
  // null is for the options of every double to refuse.
  const isOptions =
    typeof options === 'object' && (options as unknown) !== null && !Array.isArray(options) && !('send' in options)
  if (!isOptions) return createMockLambda(openNockDoor({}))(options)
  const { nock, endpoints, credentials, ...rest } = options as NockLambdaOptions
  requireOwn({ endpoints, credentials }, Object.keys(rest))
  return createMockLambda(openNockDoor({ nock, endpoints, credentials }))(rest)
}

/**
 * The same under the name that users of aws-sdk-client-mock know.
 * @example const lambdaMock = mockClient(LambdaClient)
 */
export const mockClient = mockLambda

function requireOwn({ endpoints, credentials }: NockDoorOptions, others: readonly string[]): void {
  // What is near to none of ours is left to the options of every double.
  for (const name of others) {
    const close = optionNames.includes(name) ? undefined : nearest(name, Object.keys(own))
    if (close !== undefined) throw new UsageError(`mockLambda has no option '${name}'. Did you mean '${close}'?`)
  }
  if (credentials !== undefined && !own.credentials!.includes(credentials)) {
    throw new UsageError(
      `mockLambda({ credentials: ${formatValue(credentials)} }) is none of: ${own.credentials!.map((each) => `'${each}'`).join(', ')}.`,
    )
  }
  if (endpoints !== undefined && !Array.isArray(endpoints)) {
    throw new UsageError(`mockLambda({ endpoints }) takes a list of URLs, such as ['http://localhost:4566'].`)
  }
}
