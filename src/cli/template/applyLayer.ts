import { createHash } from 'node:crypto'
import { dirname, resolve } from 'node:path'
import { packCode, type LocalCode } from './localCode'
import { isSection, type Section } from './readTemplate'
import type { Resource, Stack } from './stack'

/** Publishes a layer, unless its newest version has the very same content. */
export async function applyLayer(stack: Stack, resource: Resource): Promise<LocalCode | undefined> {
  const { properties, where, name, logicalId } = resource
  const { seed } = stack
  const { Content, code } = await contentOf(stack, resource)
  const newest = [...(seed.region().layers.get(name)?.versions.values() ?? [])].at(-1)
  if (newest !== undefined && code !== undefined && newest.code.sha256 === sha256(code.zip)) {
    stack.define(logicalId, { Ref: newest.arn })
    return code
  }
  const { ContentUri: _, Content: __, LayerName: ___, RetentionPolicy: ____, ...rest } = properties
  const published = seed.run(where, 'PublishLayerVersion', {
    ...stack.fit('PublishLayerVersion', resource, rest),
    LayerName: name,
    Content,
  } as never)
  stack.define(logicalId, { Ref: published.LayerVersionArn ?? '' })
  return code
}

async function contentOf(
  stack: Stack,
  { properties, where, metadata }: Resource,
): Promise<{ Content: Section; code?: LocalCode }> {
  const source = properties.ContentUri ?? properties.Content ?? '.'
  if (isSection(source)) {
    const { Bucket, Key, Version, S3Bucket = Bucket, S3Key = Key, S3ObjectVersion = Version } = source
    return { Content: { S3Bucket, S3Key, ...(S3ObjectVersion !== undefined && { S3ObjectVersion }) } }
  }
  const inBucket = /^s3:\/\/([^/]+)\/(.+)$/.exec(String(source))
  if (inBucket !== null) return { Content: { S3Bucket: inBucket[1], S3Key: inBucket[2] } }
  const base = dirname(stack.template.file)
  const method = isSection(metadata) ? metadata.BuildMethod : undefined
  if (method !== undefined && !/^nodejs/.test(String(method)))
    stack.warn(
      `${where}: the layer is packed as it lies in ${resolve(base, String(source))}; BuildMethod ${String(method)} is for sam build.`,
    )
  const prefix = /^nodejs/.test(String(method)) ? 'nodejs' : undefined
  const code = await packCode({
    uri: String(source),
    base,
    handler: undefined,
    metadata: undefined,
    prefix,
    where,
    warn: stack.warn,
  })
  return { Content: { ZipFile: code.zip }, code }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64')
}
