import { UsageError } from '../errors/usageError'
import type { AddPermissionRequest } from '../model/api'
import type { FunctionRecord } from '../state/functionRecord'
import { isMembers } from '../usage/isMembers'
import { requireMembers } from '../usage/requireMembers'
import { requireTypes } from '../usage/requireTypes'
import type { Seed } from './seed'

/** Any member of AddPermission but the function's name, in AWS's spelling; Qualifier names a version or alias. */
export type PermissionSettings = Omit<AddPermissionRequest, 'FunctionName'>

/** Adds a statement to the policy of a function, version or alias, through AddPermission. */
export function seedPermission(seed: Seed, fn: FunctionRecord, settings: PermissionSettings, builder: string): void {
  const where = `${builder}.permission`
  if (!isMembers(settings)) {
    throw new UsageError(`${where}(...) needs the members of AddPermission, e.g. { StatementId, Action, Principal }.`)
  }
  requireMembers('AddPermissionRequest', settings, `${where}(...): AddPermission`)
  requireTypes('AddPermissionRequest', settings, `${where}(...)`)
  if ('FunctionName' in settings) throw new UsageError(`${where}(...) is for this function: leave FunctionName out.`)
  seed.run(where, 'AddPermission', { ...settings, FunctionName: fn.name })
}
