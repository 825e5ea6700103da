import { UsageError } from '../errors/usageError'
import type { FunctionRecord } from '../state/functionRecord'
import { shown } from '../usage/readMembers'
import type { Seed } from './seed'

/** A layer version by its ARN or as publish returned it; a bare name, or a layer's builder, means its newest version. */
export type LayerChoice = string | { readonly arn: string }

/**
 * Adds layers behind those that a function has, through UpdateFunctionConfiguration. A version that it has already is there, and
 * stays where it is; another version of the same layer AWS refuses.
 */
export function seedLayers(seed: Seed, fn: FunctionRecord, layers: readonly LayerChoice[], builder: string): void {
  const where = `${builder}.layer`
  if (layers.length === 0)
    throw new UsageError(`${where}(...) needs a layer: its ARN, its name, or what lambda.layer(name).publish() returned.`)
  const before = fn.latest.configuration.layers.map(({ arn }) => arn)
  const all = new Set([...before, ...layers.map((layer) => versionArn(seed, layer, where))])
  if (all.size > before.length) seed.run(where, 'UpdateFunctionConfiguration', { FunctionName: fn.name, Layers: [...all] })
}

function versionArn(seed: Seed, layer: LayerChoice, where: string): string {
  const text: unknown = typeof layer === 'object' && layer !== null ? layer.arn : layer
  if (typeof text !== 'string') {
    throw new UsageError(
      `${where}(...) needs a layer's ARN, its name, or what lambda.layer(name).publish() returned, not ${shown(text)}.`,
    )
  }
  const { layers } = seed.region()
  const own = [...layers.values()].find(({ name, arn }) => name === text || arn === text)
  const newest = own && [...own.versions.values()].at(-1)
  if (newest !== undefined) return newest.arn
  if (/^arn:.*:\d+$|:awslayer:/.test(text)) return text
  throw new UsageError(
    `${where}('${text}') finds no version of that layer. Publish one first: lambda.layer('${text.split(':').at(-1)}').publish().`,
  )
}
