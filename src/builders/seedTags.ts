import { UsageError } from '../errors/usageError'
import type { FunctionRecord } from '../state/functionRecord'
import { isMembers } from '../usage/isMembers'
import type { Seed } from './seed'

/** Adds tags to a function through TagResource; those with other keys stay. */
export function seedTags(seed: Seed, fn: FunctionRecord, tags: Readonly<Record<string, string>>, builder: string): void {
  const where = `${builder}.tags`
  if (!isMembers(tags)) {
    throw new UsageError(`${where}(...) needs an object of tags, e.g. { team: 'shop' }.`)
  }
  const other = Object.entries(tags).find(([, value]) => typeof value !== 'string')
  if (other) throw new UsageError(`${where}(...) needs text as the value of '${other[0]}', not ${typeof other[1]}.`)
  seed.run(where, 'TagResource', { Resource: fn.arn, Tags: tags })
}
