import { ServiceError } from '../../errors/serviceError'
import type { VersionRecord } from '../../state/functionRecord'

/** Refuses to run a version that is not active yet, or never became it. */
export function requireInvocable({ state }: VersionRecord): void {
  if (state.state === 'Active') return
  throw new ServiceError(
    'ResourceConflictException',
    `The operation cannot be performed at this time. The function is currently in the following state: ${state.state}`,
  )
}
