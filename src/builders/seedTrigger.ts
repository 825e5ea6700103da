import { requireMembers } from '../usage/requireMembers'
import { requireTypes } from '../usage/requireTypes'
import { UsageError } from '../errors/usageError'
import type { CreateEventSourceMappingRequest } from '../model/api'
import type { FunctionRecord } from '../state/functionRecord'
import type { Seed } from './seed'

/** Any member of CreateEventSourceMapping but the function's name, in AWS's spelling. */
export type TriggerSettings = Omit<CreateEventSourceMappingRequest, 'FunctionName'>

/** Lets a queue, stream or cluster invoke a function, through CreateEventSourceMapping. */
export function seedTrigger(seed: Seed, fn: FunctionRecord, settings: TriggerSettings, builder: string): void {
  const where = `${builder}.trigger`
  requireMembers('CreateEventSourceMappingRequest', settings, `${where}(...): CreateEventSourceMapping`)
  requireTypes('CreateEventSourceMappingRequest', settings, `${where}(...)`)
  if ('FunctionName' in settings) throw new UsageError(`${where}(...) is for this function: leave FunctionName out.`)
  seed.run(where, 'CreateEventSourceMapping', { ...settings, FunctionName: fn.name })
}
