import { dirname } from 'node:path'
import { UsageError } from '../../errors/usageError'
import { partitionOf } from '../../state/arns'
import { applyAsync, applyAlias, applyUrl } from './applyParts'
import { applyEvents } from './applyEvents'
import { packCode, type LocalCode } from './localCode'
import { isSection, type Section } from './readTemplate'
import type { Resource, Stack } from './stack'
import { zipFiles } from './zipFolder'

/** Properties of a SAM function that are about who may do what, or about how it is deployed: here everybody may everything. */
const withoutEffect = [
  ...['Policies', 'PermissionsBoundary', 'AssumeRolePolicyDocument', 'RolePath', 'DeploymentPreference', 'PropagateTags'],
  ...['AutoPublishCodeSha256', 'AutoPublishAliasAllProperties', 'VersionDeletionPolicy'],
]

/** Properties that are no part of CreateFunction. */
const apart = [
  ...withoutEffect,
  ...[
    'FunctionName',
    'CodeUri',
    'InlineCode',
    'ImageUri',
    'Code',
    'Tracing',
    'DeadLetterQueue',
    'KmsKeyArn',
    'Events',
    'AutoPublishAlias',
  ],
  ...[
    'VersionDescription',
    'EventInvokeConfig',
    'FunctionUrlConfig',
    'ProvisionedConcurrencyConfig',
    'ReservedConcurrentExecutions',
  ],
  ...['RuntimeManagementConfig', 'RecursiveLoop', 'Tags'],
]

/** Makes a function, or brings the one that is there up to date, with all that its resource says of it. */
export async function applyFunction(stack: Stack, resource: Resource): Promise<LocalCode | undefined> {
  const { properties, where, name, logicalId } = resource
  const { seed } = stack
  const { Code, code } = await codeOf(stack, resource)
  const isImage = Code.ImageUri !== undefined
  const rest = Object.fromEntries(Object.entries(properties).filter(([key]) => !apart.includes(key)))
  const { region, accountId } = seed.region()
  const dead = properties.DeadLetterQueue as Section | undefined
  const input = {
    Role: `arn:${partitionOf(region)}:iam::${accountId}:role/${logicalId}Role`,
    ...stack.fit('CreateFunction', resource, {
      ...rest,
      ...(isImage && { PackageType: 'Image' }),
      ...(dead && { DeadLetterConfig: { TargetArn: dead.TargetArn } }),
      ...(properties.KmsKeyArn !== undefined && { KMSKeyArn: properties.KmsKeyArn }),
      ...(properties.Tracing !== undefined && {
        TracingConfig: { Mode: properties.Tracing === 'Active' ? 'Active' : 'PassThrough' },
      }),
    }),
    FunctionName: name,
  }
  const tags = tagsOf(properties.Tags)
  const there = seed.region().functions.get(name)
  if (there === undefined)
    seed.run(where, 'CreateFunction', { ...input, Code, ...(Object.keys(tags).length > 0 && { Tags: tags }) } as never)
  else {
    const { PackageType: _, Architectures, CodeSigningConfigArn: __, TenancyConfig: ___, ...settings } = input as Section
    seed.run(where, 'UpdateFunctionConfiguration', settings as never)
    const { latest } = there
    const before = latest.code
    seed.run(where, 'UpdateFunctionCode', {
      FunctionName: name,
      ...Code,
      ...(Architectures !== undefined && { Architectures }),
    } as never)
    // The same code need not start anew.
    if (latest.code.sha256 === before.sha256) latest.code = before
    if (Object.keys(tags).length > 0) seed.run(where, 'TagResource', { Resource: there.arn, Tags: tags })
  }
  const runtime = properties.Runtime
  if (typeof runtime === 'string' && !runtime.startsWith('nodejs'))
    stack.warn(`${where}: ${name} is for ${runtime} and can be configured, but not run here: only Node.js can.`)
  applySettings(stack, resource)
  return code
}

function applySettings(stack: Stack, resource: Resource): void {
  const { properties, where, name } = resource
  const { seed } = stack
  const reserved = properties.ReservedConcurrentExecutions
  if (reserved !== undefined)
    seed.run(where, 'PutFunctionConcurrency', { FunctionName: name, ReservedConcurrentExecutions: Number(reserved) })
  if (properties.RecursiveLoop !== undefined)
    seed.run(where, 'PutFunctionRecursionConfig', { FunctionName: name, RecursiveLoop: properties.RecursiveLoop as 'Allow' })
  if (isSection(properties.RuntimeManagementConfig))
    seed.run(where, 'PutRuntimeManagementConfig', {
      FunctionName: name,
      ...stack.fit('PutRuntimeManagementConfig', resource, properties.RuntimeManagementConfig),
    } as never)
  // What SAM gives to the alias instead, if there is one.
  const alias = properties.AutoPublishAlias
  const qualifier = typeof alias === 'string' ? alias : undefined
  if (qualifier !== undefined) {
    const { Version = '' } = seed.run(where, 'PublishVersion', {
      FunctionName: name,
      ...(typeof properties.VersionDescription === 'string' && { Description: properties.VersionDescription }),
    })
    const provisioned = properties.ProvisionedConcurrencyConfig
    applyAlias(stack, { where, functionName: name, alias: qualifier, version: Version, provisioned })
    const arn = `${seed.region().functions.get(name)!.arn}:`
    stack.define(`${resource.logicalId}.Alias`, { Ref: `${arn}${qualifier}` })
    stack.define(`${resource.logicalId}.Version`, { Ref: `${arn}${Version}` })
  }
  if (isSection(properties.EventInvokeConfig))
    applyAsync(stack, { where, functionName: name, qualifier, config: properties.EventInvokeConfig })
  if (isSection(properties.FunctionUrlConfig))
    applyUrl(stack, resource, {
      functionName: name,
      qualifier,
      config: properties.FunctionUrlConfig,
      id: `${resource.logicalId}Url`,
    })
  if (isSection(properties.Events)) applyEvents(stack, resource, qualifier, properties.Events)
}

async function codeOf(stack: Stack, resource: Resource): Promise<{ readonly Code: Section; readonly code?: LocalCode }> {
  const { properties, where, metadata, type } = resource
  const { CodeUri = type.startsWith('AWS::Serverless') ? '.' : undefined, Code, InlineCode, ImageUri, Handler } = properties
  if (properties.PackageType === 'Image' || ImageUri !== undefined) {
    const given = ImageUri ?? (Code as Section | undefined)?.ImageUri
    const { region, accountId } = stack.seed.region()
    // Built by `sam build` from a Dockerfile, which has no address yet.
    const ImageUriOrNew =
      typeof given === 'string'
        ? given
        : `${accountId}.dkr.ecr.${region}.amazonaws.com/${resource.logicalId.toLowerCase()}:latest`
    return { Code: { ImageUri: ImageUriOrNew } }
  }
  const inline = InlineCode ?? (isSection(Code) ? Code.ZipFile : undefined)
  const source = inline === undefined ? (Code ?? CodeUri) : undefined
  if (typeof inline === 'string') return { Code: { ZipFile: inlineZip(inline) } }
  if (isSection(source)) {
    const { Bucket, Key, Version, S3Bucket = Bucket, S3Key = Key, S3ObjectVersion = Version } = source
    if (typeof S3Bucket === 'string')
      return { Code: { S3Bucket, S3Key, ...(S3ObjectVersion !== undefined && { S3ObjectVersion }) } }
  }
  const inBucket = typeof source === 'string' ? /^s3:\/\/([^/]+)\/(.+)$/.exec(source) : null
  if (inBucket !== null) return { Code: { S3Bucket: inBucket[1], S3Key: inBucket[2] } }
  if (typeof source !== 'string') throw new UsageError(`${where}: this function has no code: give it a CodeUri.`)
  const code = await packCode({
    uri: source,
    base: dirname(stack.template.file),
    handler: typeof Handler === 'string' ? Handler : undefined,
    metadata,
    where,
    warn: stack.warn,
  })
  return { Code: { ZipFile: code.zip }, code }
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html: it is index.js. */
function inlineZip(text: string): Uint8Array {
  return zipFiles([{ name: 'index.js', content: Buffer.from(text) }])
}

/** SAM has a map, CloudFormation a list. */
function tagsOf(given: unknown): Record<string, string> {
  if (Array.isArray(given)) return Object.fromEntries((given as Section[]).map(({ Key, Value }) => [String(Key), String(Value)]))
  return isSection(given) ? Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)])) : {}
}
