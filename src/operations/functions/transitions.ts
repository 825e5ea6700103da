import type { Ids } from '../../clock/ids'
import { ServiceError } from '../../errors/serviceError'
import type { FunctionRecord, VersionRecord } from '../../state/functionRecord'
import type { OperationContext } from '../operation'

/** How long a staged transition takes on the clock, in milliseconds; AWS promises no figure. */
const transitionTime = 2_000

/** A version that has just been made: it cannot run until it is active. */
export function startCreation(version: VersionRecord, { region, clock, ids }: OperationContext): void {
  version.state = { state: 'Pending', reason: 'The function is being created.', reasonCode: 'Creating' }
  region.transitions.push({ at: clock.now() + transitionTime, complete: () => completeCreation(version, ids) })
}

/** A version that is being changed: it goes on running as it was. The reason is worded like a creation's (recorded). */
export function startUpdate(version: VersionRecord, { region, clock, ids }: OperationContext): void {
  version.lastUpdate = { status: 'InProgress', reason: 'The function is being created.', reasonCode: 'Creating' }
  region.transitions.push({ at: clock.now() + transitionTime, complete: () => completeUpdate(version, ids) })
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

/** Becoming active gives the version a new revision id (recorded). */
function completeCreation(version: VersionRecord, ids: Ids): void {
  version.state = { state: 'Active' }
  completeUpdate(version, ids)
}

function completeUpdate(version: VersionRecord, ids: Ids): void {
  version.lastUpdate = { status: 'Successful' }
  version.revisionId = ids.uuid()
}
