import { ServiceError } from '../../errors/serviceError'
import type { FunctionRecord, VersionRecord } from '../../state/functionRecord'
import type { OperationContext } from '../operation'

/** How long a staged transition takes on the clock, in milliseconds; AWS promises no figure. */
const transitionTime = 2_000

/** A version that has just been made: it cannot run until it is active. */
export function startCreation(version: VersionRecord, { region, clock, ids }: OperationContext): void {
  version.state = { state: 'Pending', reason: 'The function is being created.', reasonCode: 'Creating' }
  region.transitions.push({
    at: clock.now() + transitionTime,
    change: { kind: 'version created', version, revisionId: ids.uuid() },
  })
}

/** A version that is being changed: it goes on running as it was. The reason is worded like a creation's (recorded). */
export function startUpdate(version: VersionRecord, { region, clock, ids }: OperationContext): void {
  version.lastUpdate = { status: 'InProgress', reason: 'The function is being created.', reasonCode: 'Creating' }
  region.transitions.push({
    at: clock.now() + transitionTime,
    change: { kind: 'version updated', version, revisionId: ids.uuid() },
  })
}

/** Refuses a change while the function is being created or another change is under way (recorded). */
export function requireNoUpdate({ arn, latest }: FunctionRecord): void {
  if (latest.lastUpdate?.status === 'InProgress') {
    throw conflict(`An update is in progress for resource: ${arn}`)
  }
  if (latest.state.state === 'Pending') throw conflict(`The function is currently in the following state: Pending`)
}

function conflict(reason: string): ServiceError {
  return new ServiceError('ResourceConflictException', `The operation cannot be performed at this time. ${reason}`)
}
