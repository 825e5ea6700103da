import { applyMapping } from './applyEvents'
import { applyFunction } from './applyFunction'
import { applyLayer } from './applyLayer'
import { applyAlias, applyAsync, applyPermission, applyUrl } from './applyParts'
import type { LocalCode } from './localCode'
import { isSection, type Section } from './readTemplate'
import type { Resource, Stack } from './stack'

type Apply = (stack: Stack, resource: Resource) => void | Promise<LocalCode | undefined>

/** Lambda's resource types, in the order in which they are made: what others refer to comes first. */
const appliers: Readonly<Record<string, Apply>> = {
  'AWS::Lambda::CodeSigningConfig': applyCodeSigningConfig,
  'AWS::Serverless::LayerVersion': applyLayer,
  'AWS::Lambda::LayerVersion': applyLayer,
  'AWS::Serverless::Function': applyFunction,
  'AWS::Lambda::Function': (stack, resource) =>
    applyFunction(stack, { ...resource, properties: asServerless(resource.properties) }),
  'AWS::Lambda::Version': applyVersion,
  'AWS::Lambda::Alias': applyAliasResource,
  'AWS::Lambda::EventInvokeConfig': applyEventInvokeConfig,
  'AWS::Lambda::Url': applyUrlResource,
  'AWS::Lambda::EventSourceMapping': applyEventSourceMapping,
  'AWS::Lambda::Permission': applyPermissionResource,
}

const order = Object.keys(appliers)

/** The place of a type in the order; undefined for what is none of Lambda's. */
export function orderOf(type: string): number | undefined {
  const place = order.indexOf(type)
  return place < 0 ? undefined : place
}

/** Makes a resource, or brings what is there up to date. @returns the code that was read for it */
export async function applyResource(stack: Stack, logicalId: string): Promise<LocalCode | undefined> {
  const resource = stack.resource(logicalId)
  return (await appliers[resource.type]!(stack, resource)) ?? undefined
}

/** CloudFormation's names for what SAM calls otherwise. */
function asServerless({ TracingConfig, DeadLetterConfig, KmsKeyArn, ...rest }: Section): Section {
  return {
    ...rest,
    ...(KmsKeyArn !== undefined && { KmsKeyArn }),
    ...(isSection(TracingConfig) && { Tracing: TracingConfig.Mode }),
    ...(isSection(DeadLetterConfig) && { DeadLetterQueue: DeadLetterConfig }),
  }
}

/** The bare name, of a name or an ARN. */
function functionOf({ properties }: Resource, property = 'FunctionName'): string {
  const given = String(properties[property] ?? '')
  return /:function:([^:]+)/.exec(given)?.[1] ?? given.split(':')[0]!
}

function applyCodeSigningConfig({ seed, fit, define }: Stack, resource: Resource): void {
  const there = [...seed.region().codeSigningConfigs.values()].find(
    ({ description }) => description === resource.properties.Description,
  )
  const arn =
    there?.arn ??
    seed.run(resource.where, 'CreateCodeSigningConfig', fit('CreateCodeSigningConfig', resource, resource.properties) as never)
      .CodeSigningConfig?.CodeSigningConfigArn
  define(resource.logicalId, { Ref: arn ?? '', CodeSigningConfigArn: arn ?? '' })
}

/** Publishes what the function is now; Lambda makes no new version of what has not changed. */
function applyVersion({ seed, define }: Stack, resource: Resource): void {
  const { Description, ProvisionedConcurrencyConfig } = resource.properties
  const functionName = functionOf(resource)
  const { Version = '', FunctionArn = '' } = seed.run(resource.where, 'PublishVersion', {
    FunctionName: functionName,
    ...(typeof Description === 'string' && { Description }),
  })
  define(resource.logicalId, { Ref: FunctionArn, Version, FunctionArn })
  if (isSection(ProvisionedConcurrencyConfig))
    seed.run(resource.where, 'PutProvisionedConcurrencyConfig', {
      FunctionName: functionName,
      Qualifier: Version,
      ProvisionedConcurrentExecutions: Number(ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions),
    })
}

function applyAliasResource(stack: Stack, resource: Resource): void {
  const { Name, FunctionVersion, Description, RoutingConfig, ProvisionedConcurrencyConfig } = resource.properties
  const weights = isSection(RoutingConfig) ? (RoutingConfig.AdditionalVersionWeights as Section[] | undefined) : undefined
  applyAlias(stack, {
    where: resource.where,
    functionName: functionOf(resource),
    alias: String(Name),
    version: String(FunctionVersion),
    settings: {
      ...(Description !== undefined && { Description }),
      // A list here, a map in the API.
      ...(weights && {
        RoutingConfig: {
          AdditionalVersionWeights: Object.fromEntries(
            weights.map(({ FunctionVersion, FunctionWeight }) => [String(FunctionVersion), Number(FunctionWeight)]),
          ),
        },
      }),
    },
    provisioned: ProvisionedConcurrencyConfig,
  })
}

function applyEventInvokeConfig(stack: Stack, resource: Resource): void {
  const { Qualifier, FunctionName: _, ...config } = resource.properties
  const qualifier = Qualifier === undefined || Qualifier === '$LATEST' ? undefined : String(Qualifier)
  applyAsync(stack, { where: resource.where, functionName: functionOf(resource), qualifier, config })
}

function applyUrlResource(stack: Stack, resource: Resource): void {
  const { TargetFunctionArn: _, Qualifier, ...config } = resource.properties
  const qualifier = Qualifier === undefined ? undefined : String(Qualifier)
  applyUrl(stack, resource, {
    functionName: functionOf(resource, 'TargetFunctionArn'),
    qualifier,
    config,
    id: resource.logicalId,
  })
}

function applyEventSourceMapping(stack: Stack, resource: Resource): void {
  const { FunctionName, SelfManagedEventSource, ...properties } = resource.properties
  const servers =
    isSection(SelfManagedEventSource) && isSection(SelfManagedEventSource.Endpoints)
      ? SelfManagedEventSource.Endpoints
      : undefined
  const id = applyMapping(
    stack,
    resource,
    {
      ...properties,
      ...(servers && { SelfManagedEventSource: { Endpoints: { KAFKA_BOOTSTRAP_SERVERS: servers.KafkaBootstrapServers } } }),
    },
    String(FunctionName),
  )
  stack.define(resource.logicalId, { Ref: id, Id: id })
}

function applyPermissionResource(stack: Stack, resource: Resource): void {
  const { FunctionName, ...properties } = resource.properties
  const qualifier = /:function:[^:]+:(.+)$/.exec(String(FunctionName))?.[1]
  const statement = stack.fit('AddPermission', resource, properties)
  applyPermission(stack, {
    where: resource.where,
    functionName: functionOf(resource),
    statement: { StatementId: resource.logicalId, ...statement, ...(qualifier !== undefined && { Qualifier: qualifier }) },
  })
}
