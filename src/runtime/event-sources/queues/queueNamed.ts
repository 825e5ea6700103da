import { newQueueRecord, type QueueRecord } from '../../../state/queueRecord'
import type { RegionState } from '../../../state/regionState'

/** The queue of an ARN in its region; an empty one with AWS's defaults if nobody has heard of it before. */
export function queueNamed({ eventSources }: RegionState, arn: string): QueueRecord {
  const known = eventSources.get(arn)
  if (known?.shape === 'queue') return known
  const made = newQueueRecord(arn)
  eventSources.set(arn, made)
  return made
}
