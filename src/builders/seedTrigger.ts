import { isMembers } from '../usage/isMembers'
import { shown } from '../usage/readMembers'
import { requireMembers } from '../usage/requireMembers'
import { requireTypes } from '../usage/requireTypes'
import { UsageError } from '../errors/usageError'
import type { CreateEventSourceMappingRequest } from '../model/api'
import type { FunctionRecord } from '../state/functionRecord'
import type { Seed } from './seed'

/** Any member of CreateEventSourceMapping but the function's name, in AWS's spelling. */
export type TriggerSettings = Omit<CreateEventSourceMappingRequest, 'FunctionName'>

/** Lets a queue, stream or cluster invoke a function, through CreateEventSourceMapping. */
export function seedTrigger(
  seed: Seed,
  fn: FunctionRecord,
  { source, settings = {} }: { readonly source: string | TriggerSettings; readonly settings: TriggerSettings | undefined },
  builder: string,
): void {
  const where = `${builder}.trigger`
  const members = typeof source === 'string' && isMembers(settings) ? { ...settings, EventSourceArn: source } : source
  if (!isMembers(members))
    throw new UsageError(
      `${where}(arn, settings) needs an ARN and members of CreateEventSourceMapping, e.g. { BatchSize: 5 }, not ${shown(typeof source === 'string' ? settings : source)}.`,
    )
  requireMembers('CreateEventSourceMappingRequest', members, `${where}(...): CreateEventSourceMapping`)
  requireTypes('CreateEventSourceMappingRequest', members, `${where}(...)`)
  if ('FunctionName' in members) throw new UsageError(`${where}(...) is for this function: leave FunctionName out.`)
  seed.run(where, 'CreateEventSourceMapping', { ...members, FunctionName: fn.name })
}
