import { installGuard } from '../sdk/guard'
import type { GuardScope } from '../sdk/forbiddenTarget'
import type { InstalledNock } from './installedNock'
import type { Nock } from './nockShapes'

/**
 * Guards the process below nock, so that what nock answers is no connection, and what it lets through is refused. Version 15 sits
 * where the guard does, in `Socket.prototype.connect`, and steps aside while the guard comes and goes. Gives the way back.
 */
export function guardBeneath({ nock }: InstalledNock, scope: GuardScope): () => void {
  const remove = withoutNock(nock, () => installGuard(scope, isAnswered))
  return () => withoutNock(nock, remove)
}

function withoutNock<Result>(nock: Nock, work: () => Result): Result {
  if (nock.getGetRequestBody === undefined || !nock.isActive()) return work()
  nock.restore()
  try {
    return work()
  } finally {
    nock.activate()
  }
}

/** A socket that version 15 keeps to itself "connects" with a resolver of this name, and dials nobody (observed). */
function isAnswered(options: { readonly lookup?: unknown }): boolean {
  return typeof options.lookup === 'function' && options.lookup.name === 'mockLookup'
}
