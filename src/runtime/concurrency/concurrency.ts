import type { Clock } from '../../clock/clock'
import type { FunctionRecord, VersionRecord } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'
import type { Settings } from '../../state/settings'
import type { Environments } from '../environments'
import { minimumUnreserved, totalProvisioned, unreservedConcurrency } from './capacity'
import { provisionedToken, requestToken, scalingToken, type RateUsage } from './rateLimits'
import { throttled } from './throttled'
import type { TokenBucket } from './tokenBucket'

/** The run that a place is asked for. */
export interface PlaceRequest {
  readonly region: RegionState
  readonly fn: FunctionRecord
  readonly version: VersionRecord
  /** As the caller named it. */
  readonly qualifier?: string | undefined
  readonly type: 'RequestResponse' | 'Event'
  readonly tenantId?: string | undefined
}

interface Surroundings {
  readonly settings: Settings
  readonly clock: Clock
  readonly environments: Environments
}

/**
 * The concurrent executions of one double: what is running now, per function and account.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html
 */
export interface Concurrency {
  /**
   * Takes a place for one run: a provisioned one of the version or alias, else one of those that the function has reserved and
   * not provisioned, else one of the account's unreserved. Refuses with TooManyRequestsException.
   * @returns gives the place back; a second time does nothing
   */
  take(request: PlaceRequest, surroundings: Surroundings): () => void
}

interface Usage {
  /** Runs on demand: reserved or not, but not provisioned. */
  onDemand: number
  /** Runs in provisioned environments, by the version or alias that has them. */
  readonly provisioned: Map<string, number>
  readonly rates: RateUsage
}

export function createConcurrency(): Concurrency {
  const functions = new WeakMap<FunctionRecord, Usage>()
  const regions = new WeakMap<RegionState, { onDemand: number }>()

  function usageOf(fn: FunctionRecord): Usage {
    let usage = functions.get(fn)
    if (usage === undefined)
      functions.set(fn, (usage = { onDemand: 0, provisioned: new Map(), rates: { provisioned: new Map() } }))
    return usage
  }

  function regionOf(region: RegionState): { onDemand: number } {
    let usage = regions.get(region)
    if (usage === undefined) regions.set(region, (usage = { onDemand: 0 }))
    return usage
  }

  /** Whether the functions that reserve nothing have used up what the account leaves them. */
  function isAccountFull(region: RegionState, { accountConcurrency }: Settings): boolean {
    let { onDemand } = regionOf(region)
    // AWS lets nobody reserve more than leaves this many, so that there is rarely anything to add up.
    if (onDemand < minimumUnreserved(accountConcurrency)) return false
    for (const fn of region.functions.values())
      if (fn.reservedConcurrency !== undefined) onDemand -= functions.get(fn)?.onDemand ?? 0
    return onDemand >= unreservedConcurrency(region, accountConcurrency)
  }

  function takeProvisioned(request: PlaceRequest, usage: Usage, { settings, clock }: Surroundings): (() => void) | undefined {
    const { fn, version, qualifier, type } = request
    if (fn.provisionedConcurrency.size === 0) return undefined
    const config =
      (qualifier === undefined ? undefined : fn.provisionedConcurrency.get(qualifier)) ??
      fn.provisionedConcurrency.get(version.version)
    if (config === undefined) return undefined
    const name = config.qualifier
    const running = usage.provisioned.get(name) ?? 0
    if (running >= config.allocated) return undefined
    if (settings.rateLimits === 'on' && type === 'RequestResponse') {
      const token = provisionedToken(usage.rates, name, config.allocated, clock.now())
      // What is too fast for the provisioned environments goes to those on demand (not recorded).
      if (token === undefined) return undefined
      token.tokens--
    }
    usage.provisioned.set(name, running + 1)
    return once(() => usage.provisioned.set(name, usage.provisioned.get(name)! - 1))
  }

  /** The tokens that a run on demand uses up; refuses if there are none. */
  function requireRates(request: PlaceRequest, usage: Usage, surroundings: Surroundings): readonly TokenBucket[] {
    const { region, fn, version, type } = request
    const { settings, clock, environments } = surroundings
    const now = clock.now()
    const reserved = fn.reservedConcurrency
    const refusal = () =>
      throttled(reserved === undefined ? 'FunctionInvocationRateLimitExceeded' : 'ReservedFunctionInvocationRateLimitExceeded')
    const tokens: TokenBucket[] = []
    if (type === 'RequestResponse') {
      const own =
        reserved === undefined ? unreservedConcurrency(region, settings.accountConcurrency) : reserved - totalProvisioned(fn)
      const token = requestToken(usage.rates, own, now)
      if (token === undefined) throw refusal()
      tokens.push(token)
    }
    if (!environments.isWarm(version, request.tenantId)) {
      const token = scalingToken(usage.rates, now)
      if (token === undefined) throw refusal()
      tokens.push(token)
    }
    return tokens
  }

  return {
    take(request, surroundings) {
      const { region, fn } = request
      const usage = usageOf(fn)
      const provisioned = takeProvisioned(request, usage, surroundings)
      if (provisioned !== undefined) return provisioned
      if (fn.reservedConcurrency !== undefined) {
        if (usage.onDemand >= fn.reservedConcurrency - totalProvisioned(fn))
          throw throttled('ReservedFunctionConcurrentInvocationLimitExceeded')
      } else if (isAccountFull(region, surroundings.settings)) throw throttled('ConcurrentInvocationLimitExceeded')
      if (surroundings.settings.rateLimits === 'on')
        for (const token of requireRates(request, usage, surroundings)) token.tokens--
      const account = regionOf(region)
      usage.onDemand++
      account.onDemand++
      return once(() => {
        usage.onDemand--
        account.onDemand--
      })
    },
  }
}

function once(release: () => void): () => void {
  let taken = true
  return () => {
    if (taken) release()
    taken = false
  }
}
