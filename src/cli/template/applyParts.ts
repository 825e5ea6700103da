import { isSection, type Section } from './readTemplate'
import type { Resource, Stack } from './stack'

interface AliasRequest {
  readonly where: string
  readonly functionName: string
  readonly alias: string
  readonly version: string
  readonly settings?: Section
  readonly provisioned: unknown
}

/** Points an alias to a version, whether it is there already or not. */
export function applyAlias(
  { seed }: Stack,
  { where, functionName, alias, version, settings = {}, provisioned }: AliasRequest,
): void {
  const isThere = seed.region().functions.get(functionName)?.aliases.has(alias)
  seed.run(where, isThere ? 'UpdateAlias' : 'CreateAlias', {
    ...settings,
    FunctionName: functionName,
    Name: alias,
    FunctionVersion: version,
  })
  if (isSection(provisioned)) {
    const executions = Number(provisioned.ProvisionedConcurrentExecutions)
    seed.run(where, 'PutProvisionedConcurrencyConfig', {
      FunctionName: functionName,
      Qualifier: alias,
      ProvisionedConcurrentExecutions: executions,
    })
  }
}

interface AsyncRequest {
  readonly where: string
  readonly functionName: string
  readonly qualifier: string | undefined
  readonly config: Section
}

/** How asynchronous invocations are treated. SAM says of a destination what type it is as well. */
export function applyAsync({ seed }: Stack, { where, functionName, qualifier, config }: AsyncRequest): void {
  const { MaximumEventAgeInSeconds, MaximumRetryAttempts, DestinationConfig } = config
  const number = (value: unknown) => (value === undefined ? undefined : Number(value))
  const target = (given: unknown) =>
    isSection(given) && typeof given.Destination === 'string' ? { Destination: given.Destination } : undefined
  const { OnSuccess, OnFailure } = isSection(DestinationConfig) ? DestinationConfig : {}
  seed.run(where, 'PutFunctionEventInvokeConfig', {
    FunctionName: functionName,
    Qualifier: qualifier,
    MaximumEventAgeInSeconds: number(MaximumEventAgeInSeconds),
    MaximumRetryAttempts: number(MaximumRetryAttempts),
    DestinationConfig: { OnSuccess: target(OnSuccess), OnFailure: target(OnFailure) },
  } as never)
}

interface UrlRequest {
  readonly functionName: string
  readonly qualifier: string | undefined
  readonly config: Section
  /** Whose attribute FunctionUrl is. */
  readonly id: string
}

/** https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html#urls-auth-none */
const publicStatements = [
  { StatementId: 'FunctionURLAllowPublicAccess', Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' },
  { StatementId: 'FunctionURLInvokeAllowPublicAccess', Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true },
] as const

/** Gives a function its URL; SAM lets everybody use one without authentication. */
export function applyUrl(stack: Stack, resource: Resource, { functionName, qualifier, config, id }: UrlRequest): void {
  const { seed } = stack
  const { where } = resource
  const input = { ...stack.fit('CreateFunctionUrlConfig', resource, config), FunctionName: functionName, Qualifier: qualifier }
  const fn = seed.region().functions.get(functionName)
  const isThere = fn?.urls.has(qualifier ?? '$LATEST')
  const made = seed.run(where, isThere ? 'UpdateFunctionUrlConfig' : 'CreateFunctionUrlConfig', input as never)
  const { FunctionUrl = '', FunctionArn = '' } = made as { readonly FunctionUrl?: string; readonly FunctionArn?: string }
  stack.define(id, { Ref: FunctionArn, FunctionUrl, FunctionArn })
  if (config.AuthType !== 'NONE' || !resource.type.startsWith('AWS::Serverless')) return
  for (const statement of publicStatements)
    applyPermission(stack, { where, functionName, statement: { ...statement, Qualifier: qualifier, Principal: '*' } })
}

interface PermissionRequest {
  readonly where: string
  readonly functionName: string
  readonly statement: Section & { readonly StatementId: string }
}

/** A permission that is there already, by its id, stays as it is. */
export function applyPermission({ seed }: Stack, { where, functionName, statement }: PermissionRequest): void {
  const fn = seed.region().functions.get(functionName)
  const statements = [...(fn?.policies.values() ?? [])].flatMap((policy) => policy.statements)
  if (statements.some(({ Sid }) => Sid === statement.StatementId)) return
  seed.run(where, 'AddPermission', { ...statement, FunctionName: functionName } as never)
}
