import { UsageError } from '../errors/usageError'
import { shown } from './readMembers'

/** Refuses what can be no region. `where` begins the message. */
export function requireRegion(where: string, region: unknown): string {
  if (isRegion(region)) return region
  throw new UsageError(`${where} needs a region, such as 'eu-west-1', not ${shown(region)}.`)
}

/** As the SDK has it: a region is a part of a host's name. */
export function isRegion(region: unknown): region is string {
  return typeof region === 'string' && /^(?!-)[a-z0-9-]{1,63}(?<!-)$/i.test(region)
}
