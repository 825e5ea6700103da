import { UsageError } from '../errors/usageError'
import type { FunctionRecord } from '../state/functionRecord'
import { isMembers } from '../usage/isMembers'
import { requireText, shown } from '../usage/readMembers'
import { requireOptions } from './requireOptions'
import type { Seed } from './seed'

/** A published version by its number, or '$LATEST'. */
export type VersionNumber = string | number

/** Where an alias points to: a version, or one that shares its traffic with a second. */
export type AliasTarget =
  | VersionNumber
  | {
      readonly version: VersionNumber
      /** Share of the traffic, 0 to 1, that the second version gets: `{ 2: 0.1 }`. */
      readonly weights?: Readonly<Record<VersionNumber, number>> | undefined
    }

/** Points an alias to a version, through CreateAlias, or UpdateAlias if it is there already. */
export function seedAlias(
  seed: Seed,
  fn: FunctionRecord,
  { name, target }: { readonly name: string; readonly target: AliasTarget },
  builder: string,
): void {
  const where = `${builder}.alias`
  requireText(where, "the alias's name", name)
  const { version, weights = {} } = typeof target === 'object' ? requireTarget(target, where) : { version: target }
  if (typeof version !== 'string' && typeof version !== 'number') {
    throw new UsageError(
      `${where}('${name}', version) needs the number of a version, e.g. 1 or { version: 1, weights: { 2: 0.1 } }, not ${shown(version)}.`,
    )
  }
  requireWeights(weights, where)
  seed.run(where, fn.aliases.has(name) ? 'UpdateAlias' : 'CreateAlias', {
    FunctionName: fn.name,
    Name: name,
    FunctionVersion: String(version),
    RoutingConfig: { AdditionalVersionWeights: weights },
  })
}

function requireTarget<Target extends object>(target: Target, where: string): Target {
  requireOptions(where, target, ['version', 'weights'])
  return target
}

function requireWeights(weights: unknown, where: string): void {
  if (isMembers(weights) && Object.values(weights).every(Number.isFinite)) return
  const wrong = isMembers(weights) ? Object.values(weights).find((weight) => !Number.isFinite(weight)) : weights
  throw new UsageError(
    `${where}(..., { weights }) needs shares of other versions from 0 to 1, e.g. { 2: 0.1 }, not ${shown(wrong)}.`,
  )
}
