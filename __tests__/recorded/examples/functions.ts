import { archive } from '../../support/archive'
import { alias, FunctionName, publish, theAlias, theFunction, type SetUp, type SetUps } from './setUp'

const theUnpublishedFunction: SetUp = async ({ createFunction }, output) => {
  const { Description, Handler, Role, Runtime, Timeout } = output
  await createFunction(FunctionName, { Description, Handler, Role, Runtime, Timeout })
}

const invocable: SetUp = ({ lambda }) => {
  lambda.function(FunctionName, async () => '200 SUCCESS').version()
}

/** Functions with their code, versions and aliases; who may call them, and calls. */
export const functions: SetUps = {
  AddPermission: [theFunction, theFunction],
  CreateAlias: [theFunction],
  CreateFunction: [
    ({ lambda }) => {
      lambda.object('my-bucket-1xpuxmplzrlbh', 'function.zip', archive(300))
    },
  ],
  DeleteAlias: [theAlias('BLUE')],
  DeleteFunction: [theFunction],
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
  GetFunction: [
    async (world, output) => {
      await theFunction(world, output)
      await world.call('TagResource', { Resource: output.Configuration.FunctionArn, Tags: output.Tags })
    },
  ],
  GetFunctionConfiguration: [theFunction],
  GetPolicy: [
    async (world) => {
      await theFunction(world, {})
      const permission = { StatementId: 'xaccount', Principal: '123456789012', Action: 'lambda:InvokeFunction' }
      await world.call('AddPermission', { FunctionName, Qualifier: '1', ...permission })
    },
  ],
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
  PublishVersion: [(world, output) => theFunction(world, { ...output, FunctionName: 'myFunction' })],
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
  UpdateFunctionCode: [
    async (world, output) => {
      await theUnpublishedFunction(world, output)
      world.lambda.object('my-bucket-1xpuxmplzrlbh', 'function.zip', archive(308))
    },
  ],
  UpdateFunctionConfiguration: [theUnpublishedFunction],
}
