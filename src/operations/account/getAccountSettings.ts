import type { RegionState } from '../../state/regionState'
import { unreservedConcurrency } from '../../runtime/concurrency/capacity'
import { operation } from '../operation'

/**
 * GetAccountSettings: the account's quotas in this region and how much of them is used.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetAccountSettings.html
 */
export const getAccountSettings = operation('GetAccountSettings', (_, { region, settings }) => ({
  AccountLimit: {
    TotalCodeSize: 80_530_636_800,
    CodeSizeUnzipped: 262_144_000,
    CodeSizeZipped: 52_428_800,
    ConcurrentExecutions: settings.accountConcurrency,
    UnreservedConcurrentExecutions: unreservedConcurrency(region, settings.accountConcurrency),
  },
  AccountUsage: { TotalCodeSize: storedCode(region), FunctionCount: region.functions.size },
}))

/** Every version counts with its own copy of the code, layers do too. Images are stored elsewhere, and have no size here. */
function storedCode({ functions, layers }: RegionState): number {
  const versions = [
    ...[...functions.values()].flatMap((fn) => [fn.latest, ...fn.versions.values()]),
    ...[...layers.values()].flatMap((layer) => [...layer.versions.values()]),
  ]
  return versions.reduce((total, { code }) => total + code.size, 0)
}
