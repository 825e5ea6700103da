import type { Input } from '../../../src/model/api'
import { alias, FunctionName, publish, theAlias, theFunction, type SetUp, type SetUps } from './setUp'

/** Aliases BLUE and GREEN of two versions, each with 100 environments. */
const provisioned: SetUp = async (world) => {
  await theFunction(world, {})
  await publish(world, 2)
  await alias(world, 'GREEN', '1')
  await alias(world, 'BLUE', '2')
  for (const Qualifier of ['GREEN', 'BLUE'])
    await world.call('PutProvisionedConcurrencyConfig', { FunctionName, Qualifier, ProvisionedConcurrentExecutions: 100 })
}

const theMapping =
  (input: Omit<Input<'CreateEventSourceMapping'>, 'FunctionName'>, name = FunctionName): SetUp =>
  async ({ createFunction, call }) => {
    await createFunction(name)
    const { UUID } = await call('CreateEventSourceMapping', { FunctionName: name, ...input })
    return { UUID }
  }

/** What hangs on a function: concurrency, asynchronous invocations, event source mappings. */
export const settings: SetUps = {
  CreateEventSourceMapping: [theFunction],
  DeleteEventSourceMapping: [theMapping({ EventSourceArn: 'arn:aws:sqs:us-west-2:123456789012:my-queue', BatchSize: 5 })],
  DeleteFunctionConcurrency: [theFunction],
  DeleteFunctionEventInvokeConfig: [
    async (world) => {
      await theAlias('GREEN')(world, {})
      await world.call('PutFunctionEventInvokeConfig', { FunctionName, Qualifier: 'GREEN', MaximumRetryAttempts: 0 })
    },
  ],
  DeleteProvisionedConcurrencyConfig: [provisioned],
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
  GetFunctionConcurrency: [
    async (world) => {
      await theFunction(world, {})
      await world.call('PutFunctionConcurrency', { FunctionName, ReservedConcurrentExecutions: 250 })
    },
  ],
  GetFunctionEventInvokeConfig: [
    async (world, { DestinationConfig, MaximumEventAgeInSeconds, MaximumRetryAttempts }) => {
      await theAlias('BLUE')(world, {})
      const settings = { DestinationConfig, MaximumEventAgeInSeconds, MaximumRetryAttempts }
      await world.call('PutFunctionEventInvokeConfig', { FunctionName, Qualifier: 'BLUE', ...settings })
    },
  ],
  GetProvisionedConcurrencyConfig: [provisioned, provisioned],
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
  ListProvisionedConcurrencyConfigs: [provisioned],
  PutFunctionConcurrency: [theFunction],
  PutFunctionEventInvokeConfig: [theFunction],
  PutProvisionedConcurrencyConfig: [theAlias('BLUE')],
  UpdateEventSourceMapping: [
    theMapping({ EventSourceArn: 'arn:aws:kinesis:us-west-2:123456789012:stream/any', StartingPosition: 'LATEST' }, 'myFunction'),
  ],
  UpdateFunctionEventInvokeConfig: [
    async (world) => {
      await theFunction(world, {})
      const settings = { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 0 }
      await world.call('PutFunctionEventInvokeConfig', { FunctionName, ...settings })
    },
  ],
}
