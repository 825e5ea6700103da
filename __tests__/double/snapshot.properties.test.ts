import fc from 'fast-check'
import { isServiceError } from '../../src/errors/serviceError'
import { createSnapshots } from '../../src/double/snapshot'
import type { OperationName } from '../../src/model/api'
import { createApi, type Api } from '../support/api'
import { createProvider } from '../support/capacityProvider'
import { zip } from '../support/zip'

type Values = Record<string, unknown>
type Step = readonly [name: OperationName, input: Values]

const account = '123456789012'
const arn = (rest: string) => `arn:aws:lambda:us-east-1:${account}:${rest}`
const queue = `arn:aws:sqs:us-east-1:${account}:jobs`
const provider = arn('capacity-provider:fleet')

const names = fc.constantFrom('orders', 'mails', 'reports')
const versions = fc.constantFrom('1', '2')
const aliases = fc.constantFrom('live', 'next')
const qualifiers = fc.oneof(versions, aliases)
const texts = fc.string({ maxLength: 20 })
const step = <Name extends OperationName>(name: Name, input: Values | fc.Arbitrary<Values>): fc.Arbitrary<Step> =>
  (input instanceof fc.Arbitrary ? input : fc.constant(input)).map((values) => [name, values] as const)
const withName = (more: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ FunctionName: names, ...more }) as fc.Arbitrary<Values>

const archives = fc.constantFrom('one', 'two').map((content) => ({ ZipFile: zip([{ name: 'index.js', content }]) }))
const variables = fc.dictionary(fc.constantFrom('STAGE', 'KEY', '__proto__'), texts).map((Variables) => ({ Variables }))

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: step(
      'CreateFunction',
      withName({
        Code: archives,
        Role: fc.constant(`arn:aws:iam::${account}:role/any`),
        Runtime: fc.constant('nodejs24.x'),
        Handler: fc.constant('index.handler'),
        Description: texts,
        Environment: variables,
        Tags: fc.dictionary(fc.constantFrom('team', 'cost'), fc.constantFrom('a', 'b')),
      }),
    ),
  },
  step('UpdateFunctionConfiguration', withName({ MemorySize: fc.constantFrom(128, 256), Environment: variables })),
  step(
    'UpdateFunctionCode',
    withName({}).chain((input) => archives.map((code) => ({ ...input, ...code }))),
  ),
  step('DeleteFunction', withName({})),
  { weight: 3, arbitrary: step('PublishVersion', withName({ Description: texts })) },
  { weight: 2, arbitrary: step('CreateAlias', withName({ Name: aliases, FunctionVersion: versions, Description: texts })) },
  step('UpdateAlias', withName({ Name: aliases, RoutingConfig: fc.constant({ AdditionalVersionWeights: { '2': 0.25 } }) })),
  step('DeleteAlias', withName({ Name: aliases })),
  step('PutFunctionConcurrency', withName({ ReservedConcurrentExecutions: fc.nat(20) })),
  step('PutProvisionedConcurrencyConfig', withName({ Qualifier: qualifiers, ProvisionedConcurrentExecutions: fc.constant(2) })),
  step('PutFunctionEventInvokeConfig', withName({ MaximumRetryAttempts: fc.nat(2) })),
  step('CreateFunctionUrlConfig', withName({ AuthType: fc.constantFrom('NONE', 'AWS_IAM') })),
  step(
    'AddPermission',
    withName({
      StatementId: fc.constantFrom('a', 'b'),
      Action: fc.constant('lambda:InvokeFunction'),
      Principal: fc.constant('s3.amazonaws.com'),
    }),
  ),
  step('PutFunctionRecursionConfig', withName({ RecursiveLoop: fc.constant('Allow') })),
  step('PutRuntimeManagementConfig', withName({ UpdateRuntimeOn: fc.constant('FunctionUpdate') })),
  step('CreateEventSourceMapping', withName({ EventSourceArn: fc.constant(queue), BatchSize: fc.constantFrom(5, 10) })),
  step(
    'PublishLayerVersion',
    fc.record({ LayerName: fc.constantFrom('tools', 'fonts'), Content: archives, Description: texts }) as fc.Arbitrary<Values>,
  ),
  step('DeleteLayerVersion', { LayerName: 'tools', VersionNumber: 1 }),
  step('AddLayerVersionPermission', {
    LayerName: 'tools',
    VersionNumber: 1,
    StatementId: 'all',
    Action: 'lambda:GetLayerVersion',
    Principal: '*',
  }),
  step('CreateCodeSigningConfig', {
    AllowedPublishers: { SigningProfileVersionArns: [`arn:aws:signer:us-east-1:${account}:/signing-profiles/p/v`] },
  }),
)

/** Calls an operation; a refusal is an answer too. */
async function answer(api: Api, name: OperationName, input: Values): Promise<unknown> {
  try {
    return await api.call(name, input as never)
  } catch (error) {
    if (!isServiceError(error)) throw error
    return { refused: error.name, message: error.message }
  }
}

async function listed(api: Api, name: OperationName, input: Values, member: string): Promise<readonly Values[]> {
  return ((await answer(api, name, input)) as Record<string, readonly Values[] | undefined>)[member] ?? []
}

/** What Lambda has to say about all that there is. */
async function everything(api: Api): Promise<unknown> {
  const said: unknown[] = []
  const ask = async (name: OperationName, input: Values = {}) => void said.push([name, input, await answer(api, name, input)])
  await ask('ListFunctions', { FunctionVersion: 'ALL' })
  await ask('ListFunctions', { MaxItems: 1 })
  await ask('ListLayers')
  await ask('ListEventSourceMappings')
  await ask('ListCapacityProviders')
  await ask('GetCapacityProvider', { CapacityProviderName: provider })
  await ask('GetAccountSettings')
  await ask('ListCodeSigningConfigs')
  for (const { FunctionName } of await listed(api, 'ListFunctions', {}, 'Functions')) {
    const about = { FunctionName }
    await ask('GetFunction', about)
    await ask('ListTags', { Resource: arn(`function:${String(FunctionName)}`) })
    for (const name of [
      ...(['GetFunctionConcurrency', 'GetPolicy', 'GetFunctionRecursionConfig', 'GetRuntimeManagementConfig'] as const),
      ...([
        'GetFunctionEventInvokeConfig',
        'ListFunctionEventInvokeConfigs',
        'GetFunctionUrlConfig',
        'ListFunctionUrlConfigs',
      ] as const),
      ...([
        'ListVersionsByFunction',
        'ListAliases',
        'ListProvisionedConcurrencyConfigs',
        'GetFunctionCodeSigningConfig',
      ] as const),
    ])
      await ask(name, about)
    for (const Qualifier of ['$LATEST', '1', '2', 'live', 'next']) {
      await ask('GetFunctionConfiguration', { ...about, Qualifier })
      await ask('GetPolicy', { ...about, Qualifier })
      await ask('GetProvisionedConcurrencyConfig', { ...about, Qualifier })
    }
    for (const Name of ['live', 'next']) await ask('GetAlias', { ...about, Name })
  }
  for (const { UUID } of await listed(api, 'ListEventSourceMappings', {}, 'EventSourceMappings'))
    await ask('GetEventSourceMapping', { UUID })
  for (const { LayerName } of await listed(api, 'ListLayers', {}, 'Layers')) {
    await ask('ListLayerVersions', { LayerName })
    for (const VersionNumber of [1, 2, 3]) {
      await ask('GetLayerVersion', { LayerName, VersionNumber })
      await ask('GetLayerVersionPolicy', { LayerName, VersionNumber })
    }
  }
  return said
}

describe('a snapshot', () => {
  it('that went through JSON gives a double that answers every question in the same way, whatever was done before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(steps, { maxLength: 25 }),
        fc.constantFrom('settled' as const, 'staged' as const),
        async (done, functionStates) => {
          const one = createApi({ functionStates })
          await createProvider(one, 'fleet')
          for (const [name, input] of done) {
            await answer(one, name, input)
            await one.house.clock.advance(functionStates === 'staged' ? 1_500 : 0)
          }
          const other = createApi({ functionStates, seed: 2, now: one.house.clock.now() })
          await answer(other, 'PublishLayerVersion', { LayerName: 'gone', Content: { ZipFile: zip([]) } })
          const snapshot = createSnapshots(() => one.house).snapshot()
          createSnapshots(() => other.house).load(JSON.parse(JSON.stringify(snapshot)) as typeof snapshot)
          expect(await everything(other)).toEqual(await everything(one))
          await one.house.clock.advance(120_000)
          await other.house.clock.advance(120_000)
          expect(await everything(other)).toEqual(await everything(one))
        },
      ),
      { numRuns: 40, seed: 7 },
    )
  })
})
