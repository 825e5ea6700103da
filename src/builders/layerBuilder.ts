import { UsageError } from '../errors/usageError'
import type { PublishLayerVersionRequest, PublishLayerVersionResponse } from '../model/api'
import { lambdaArn } from '../state/arns'
import { isMembers } from '../usage/isMembers'
import { requireText, shown } from '../usage/readMembers'
import { requireMembers } from '../usage/requireMembers'
import { requireTypes } from '../usage/requireTypes'
import { placeholderCode } from './placeholderCode'
import type { Seed } from './seed'

/** Any member of PublishLayerVersion but the layer's name, in AWS's spelling. */
export type LayerSettings = Partial<Omit<PublishLayerVersionRequest, 'LayerName'>>

/** What `lambda.layer(name)` returns. */
export interface LayerBuilder {
  readonly name: string
  /** Without a version; what publish returns has it with the version. */
  readonly arn: string
  /**
   * Publishes the next version. Without Content it is a layer of one small file.
   * @example lambda.function('orders').layer(lambda.layer('tools').publish({ CompatibleRuntimes: ['nodejs24.x'] }))
   */
  publish(settings?: LayerSettings): PublishedLayer
}

/** A published layer version: what PublishLayerVersion answered, and `arn`, which is that of the version. */
export type PublishedLayer = LayerBuilder & PublishLayerVersionResponse

/** Hands out the builder of a layer; there is no layer before the first publish. */
export function buildLayer(seed: Seed, name: string): LayerBuilder {
  requireText('lambda.layer(name)', "the layer's name", name)
  const where = `lambda.layer('${name}').publish`
  const builder: LayerBuilder = {
    name,
    arn: lambdaArn(seed.region(), `layer:${name}`),
    publish(settings = {}) {
      if (!isMembers(settings))
        throw new UsageError(`${where}(...) needs members of PublishLayerVersion, not ${shown(settings)}.`)
      requireMembers('PublishLayerVersionRequest', settings, `${where}(...): PublishLayerVersion`)
      requireTypes('PublishLayerVersionRequest', settings, `${where}(...)`)
      if ('LayerName' in settings) throw new UsageError(`${where}(...) is for this layer: leave LayerName out.`)
      const published = seed.run(where, 'PublishLayerVersion', { Content: placeholderCode(), ...settings, LayerName: name })
      return { ...builder, ...published, arn: published.LayerVersionArn! }
    },
  }
  return builder
}
