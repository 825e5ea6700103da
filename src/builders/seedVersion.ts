import type { FunctionRecord } from '../state/functionRecord'
import { requireTypes } from '../usage/requireTypes'
import type { Seed } from './seed'

/**
 * Publishes a version through PublishVersion. Every call makes one: what AWS refuses to publish twice without a change in between,
 * it would have after a change there and back.
 */
export function seedVersion(seed: Seed, fn: FunctionRecord, description: string | undefined, builder: string): void {
  requireTypes('PublishVersionRequest', { Description: description }, `${builder}.version(...)`)
  const { lastPublished } = fn
  fn.lastPublished = undefined
  try {
    seed.run(`${builder}.version`, 'PublishVersion', { FunctionName: fn.name, Description: description })
  } catch (error) {
    fn.lastPublished = lastPublished
    throw error
  }
}
