import type { Input } from '../../src/model/api'
import { archive, type World } from './world'

/** What has to be there before an example; the answer is what an example's input cannot know, such as the id of a mapping. */
export type SetUp = (world: World, output: any) => Promise<object | void> | object | void

const FunctionName = 'my-function'
const LayerName = 'my-layer'

/** A function with those of an example's members that can be set, and a published version, 1. */
const theFunction: SetUp = async ({ createFunction }, output = {}) => {
  const { Description, Environment, Handler, KMSKeyArn, MemorySize, Role, Runtime, Timeout, TracingConfig } =
    output.Configuration ?? output
  const settings = { Description, Environment, Handler, KMSKeyArn, MemorySize, Role, Runtime, Timeout, TracingConfig }
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
  await createFunction(output.FunctionName ?? FunctionName, { ...given, Publish: true })
}

const theUnpublishedFunction: SetUp = async ({ createFunction }, output) => {
  const { Description, Handler, Role, Runtime, Timeout } = output
  await createFunction(FunctionName, { Description, Handler, Role, Runtime, Timeout })
}

/** Publishes versions up to a number. */
async function publish({ call }: World, last: number): Promise<void> {
  for (let version = 2; version <= last; version++) {
    await call('UpdateFunctionConfiguration', { FunctionName, Description: `version ${version}` })
    await call('PublishVersion', { FunctionName })
  }
}

async function alias(world: World, Name: string, FunctionVersion = '1', more: Partial<Input<'CreateAlias'>> = {}): Promise<void> {
  await world.call('CreateAlias', { FunctionName, Name, FunctionVersion, ...more })
}

const theAlias =
  (name: string): SetUp =>
  async (world) => {
    await theFunction(world, {})
    await alias(world, name)
  }

/** Aliases BLUE and GREEN of two versions, each with 100 environments. */
const provisioned: SetUp = async (world) => {
  await theFunction(world, {})
  await publish(world, 2)
  await alias(world, 'GREEN', '1')
  await alias(world, 'BLUE', '2')
  for (const Qualifier of ['GREEN', 'BLUE'])
    await world.call('PutProvisionedConcurrencyConfig', { FunctionName, Qualifier, ProvisionedConcurrentExecutions: 100 })
}

const layer =
  (versions: number, more: Partial<Input<'PublishLayerVersion'>> = {}): SetUp =>
  async ({ call }) => {
    for (let version = 1; version <= versions; version++)
      await call('PublishLayerVersion', { LayerName, Content: { ZipFile: archive(169) }, ...more })
  }

const theMapping =
  (input: Omit<Input<'CreateEventSourceMapping'>, 'FunctionName'>, name = FunctionName): SetUp =>
  async ({ createFunction, call }) => {
    await createFunction(name)
    const { UUID } = await call('CreateEventSourceMapping', { FunctionName: name, ...input })
    return { UUID }
  }

const invocable: SetUp = ({ lambda }) => {
  lambda.function(FunctionName, async () => '200 SUCCESS').version()
}

/** By operation, in the order of AWS's examples. */
export const exampleSetUps: Readonly<Record<string, readonly SetUp[]>> = {
  AddLayerVersionPermission: [layer(1)],
  AddPermission: [theFunction, theFunction],
  CreateAlias: [theFunction],
  CreateEventSourceMapping: [theFunction],
  CreateFunction: [
    ({ lambda }) => {
      lambda.object('my-bucket-1xpuxmplzrlbh', 'function.zip', archive(300))
    },
  ],
  DeleteAlias: [theAlias('BLUE')],
  DeleteEventSourceMapping: [theMapping({ EventSourceArn: 'arn:aws:sqs:us-west-2:123456789012:my-queue', BatchSize: 5 })],
  DeleteFunction: [theFunction],
  DeleteFunctionConcurrency: [theFunction],
  DeleteFunctionEventInvokeConfig: [
    async (world) => {
      await theAlias('GREEN')(world, {})
      await world.call('PutFunctionEventInvokeConfig', { FunctionName, Qualifier: 'GREEN', MaximumRetryAttempts: 0 })
    },
  ],
  DeleteLayerVersion: [layer(2)],
  DeleteProvisionedConcurrencyConfig: [provisioned],
  GetAccountSettings: [
    async ({ createFunction }) => {
      for (const [index, size] of [2356, 2356, 2357, 2357].entries())
        await createFunction(`function-${index}`, { Code: { ZipFile: archive(size) } })
    },
  ],
  GetAlias: [
    async (world, { Description }) => {
      await theFunction(world, {})
      await publish(world, 3)
      await alias(world, 'BLUE', '3', { Description })
    },
  ],
  GetEventSourceMapping: [
    theMapping(
      {
        EventSourceArn: 'arn:aws:sqs:us-east-2:123456789012:mySQSqueue',
        BatchSize: 500,
        MaximumBatchingWindowInSeconds: 1,
      },
      'myFunction',
    ),
  ],
  GetFunction: [
    async (world, output) => {
      await theFunction(world, output)
      await world.call('TagResource', { Resource: output.Configuration.FunctionArn, Tags: output.Tags })
    },
  ],
  GetFunctionConcurrency: [
    async (world) => {
      await theFunction(world, {})
      await world.call('PutFunctionConcurrency', { FunctionName, ReservedConcurrentExecutions: 250 })
    },
  ],
  GetFunctionConfiguration: [theFunction],
  GetFunctionEventInvokeConfig: [
    async (world, { DestinationConfig, MaximumEventAgeInSeconds, MaximumRetryAttempts }) => {
      await theAlias('BLUE')(world, {})
      const settings = { DestinationConfig, MaximumEventAgeInSeconds, MaximumRetryAttempts }
      await world.call('PutFunctionEventInvokeConfig', { FunctionName, Qualifier: 'BLUE', ...settings })
    },
  ],
  GetLayerVersion: [
    layer(1, { Description: 'My Python layer', LicenseInfo: 'MIT', CompatibleRuntimes: ['python3.6', 'python3.7'] }),
  ],
  GetLayerVersionByArn: [
    layer(3, {
      LayerName: 'blank-python-lib',
      Description: 'Dependencies for the blank-python sample app.',
      CompatibleRuntimes: ['python3.8'],
    }),
  ],
  GetPolicy: [
    async (world) => {
      await theFunction(world, {})
      const permission = { StatementId: 'xaccount', Principal: '123456789012', Action: 'lambda:InvokeFunction' }
      await world.call('AddPermission', { FunctionName, Qualifier: '1', ...permission })
    },
  ],
  GetProvisionedConcurrencyConfig: [provisioned, provisioned],
  Invoke: [invocable, invocable],
  InvokeAsync: [invocable],
  ListAliases: [
    async (world) => {
      await theFunction(world, {})
      await publish(world, 2)
      const RoutingConfig = { AdditionalVersionWeights: { '1': 0.7 } }
      await alias(world, 'BLUE', '2', { Description: 'Production environment BLUE.', RoutingConfig })
      await alias(world, 'GREEN', '1', { Description: 'Production environment GREEN.' })
    },
  ],
  ListEventSourceMappings: [theMapping({ EventSourceArn: 'arn:aws:sqs:us-west-2:123456789012:mySQSqueue', BatchSize: 5 })],
  ListFunctionEventInvokeConfigs: [
    async (world) => {
      const [green, blue] = [
        { MaximumEventAgeInSeconds: 1800, MaximumRetryAttempts: 2 },
        { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 0 },
      ]
      await theFunction(world, {})
      await alias(world, 'GREEN')
      await alias(world, 'BLUE')
      await world.call('PutFunctionEventInvokeConfig', { FunctionName, Qualifier: 'GREEN', ...green })
      await world.call('PutFunctionEventInvokeConfig', { FunctionName, Qualifier: 'BLUE', ...blue })
    },
  ],
  ListFunctions: [
    async ({ createFunction, call }, { Functions }) => {
      for (const { FunctionName: name, Handler, MemorySize, Role, Runtime, VpcConfig } of Functions) {
        await createFunction(name, { Handler, MemorySize, Role, Runtime })
        // It was taken out of its VPC.
        if (VpcConfig) {
          const { SubnetIds, SecurityGroupIds } = VpcConfig
          await call('UpdateFunctionConfiguration', { FunctionName: name, VpcConfig: { SubnetIds, SecurityGroupIds } })
        }
      }
    },
  ],
  ListLayerVersions: [
    async (world) => {
      const more = { LayerName: 'blank-java-lib', Description: 'Dependencies for the blank-java sample app.' }
      await layer(7, { ...more, CompatibleRuntimes: ['java8'] })(world, {})
      for (const VersionNumber of [1, 2, 3, 4, 5])
        await world.call('DeleteLayerVersion', { LayerName: 'blank-java-lib', VersionNumber })
    },
  ],
  ListLayers: [layer(2, { Description: 'My layer', CompatibleRuntimes: ['python3.6', 'python3.7'] })],
  ListProvisionedConcurrencyConfigs: [provisioned],
  ListTags: [
    async ({ createFunction }, { Tags }) => {
      await createFunction(FunctionName, { Tags })
    },
  ],
  ListVersionsByFunction: [
    async (world, { Versions: [latest, first] }) => {
      await theFunction(world, first)
      await world.call('UpdateFunctionConfiguration', { FunctionName, Timeout: latest.Timeout })
    },
  ],
  PublishLayerVersion: [
    ({ lambda }) => {
      lambda.object('lambda-layers-us-west-2-123456789012', 'layer.zip', archive(169))
    },
  ],
  PublishVersion: [(world, output) => theFunction(world, { ...output, FunctionName: 'myFunction' })],
  PutFunctionConcurrency: [theFunction],
  PutFunctionEventInvokeConfig: [theFunction],
  PutProvisionedConcurrencyConfig: [theAlias('BLUE')],
  RemoveLayerVersionPermission: [
    async (world) => {
      await layer(1)(world, {})
      const permission = { StatementId: 'xaccount', Principal: '223456789012', Action: 'lambda:GetLayerVersion' }
      await world.call('AddLayerVersionPermission', { LayerName, VersionNumber: 1, ...permission })
    },
  ],
  RemovePermission: [
    async (world) => {
      await theAlias('PROD')(world, {})
      const permission = { StatementId: 'xaccount', Principal: '223456789012', Action: 'lambda:InvokeFunction' }
      await world.call('AddPermission', { FunctionName, Qualifier: 'PROD', ...permission })
    },
  ],
  TagResource: [theFunction],
  UntagResource: [
    async ({ createFunction }) => {
      await createFunction(FunctionName, { Tags: { DEPARTMENT: 'Department A' } })
    },
  ],
  UpdateAlias: [
    async (world, { Description }) => {
      await theFunction(world, {})
      await publish(world, 2)
      await alias(world, 'BLUE', '1', { Description })
    },
  ],
  UpdateEventSourceMapping: [
    theMapping({ EventSourceArn: 'arn:aws:kinesis:us-west-2:123456789012:stream/any', StartingPosition: 'LATEST' }, 'myFunction'),
  ],
  UpdateFunctionCode: [
    async (world, output) => {
      await theUnpublishedFunction(world, output)
      world.lambda.object('my-bucket-1xpuxmplzrlbh', 'function.zip', archive(308))
    },
  ],
  UpdateFunctionConfiguration: [theUnpublishedFunction],
  UpdateFunctionEventInvokeConfig: [
    async (world) => {
      await theFunction(world, {})
      const settings = { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 0 }
      await world.call('PutFunctionEventInvokeConfig', { FunctionName, ...settings })
    },
  ],
}
