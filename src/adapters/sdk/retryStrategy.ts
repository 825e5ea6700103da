import { askedDelay } from './askedDelay'
import type { SdkRetryErrorInfo, SdkRetryStrategy, SdkRetryToken } from './sdkShapes'
import { skipSleep } from './skipSleep'
import type { Switchboard } from './switchboard'

type Slept = (milliseconds: number) => void
type Methods = Readonly<Record<string | symbol, (...input: never[]) => unknown>>

/**
 * The client's own retry strategy at work, without its sleeps. Which errors are retried, how often, and the retry quota remain
 * its decision; `$metadata.totalRetryDelay` still tells what would have been slept.
 * An error that is the test author's is never retried. With `retryDelays: 'real'` that is the only difference.
 */
export function watchRetryStrategy(strategy: SdkRetryStrategy, { retries, retryDelays }: Switchboard): SdkRetryStrategy {
  // The strategies before 2022 are a loop of their own that nobody can look into.
  if (typeof strategy.refreshRetryTokenForRetry !== 'function') return strategy

  async function refresh(token: SdkRetryToken, errorInfo: SdkRetryErrorInfo): Promise<SdkRetryToken> {
    if (retries.isRefused(errorInfo.error)) throw errorInfo.error
    if (retryDelays === 'real' || retries.isPassedOn(errorInfo.error))
      return strategy.refreshRetryTokenForRetry!(token, errorInfo)
    const slept: Slept = (milliseconds) => retries.slept(errorInfo.error, askedDelay(errorInfo.error, milliseconds))
    // Tokens with a log come from a strategy that sleeps by itself; to an older one it is the retry loop that does.
    const impatient = withoutWaiting(strategy, token.$retryLog === undefined ? undefined : slept)
    return withoutDelay(
      await impatiently(strategy, impatient, (self) => self.refreshRetryTokenForRetry!(token, errorInfo)),
      slept,
    )
  }

  return overlay(strategy, {
    refreshRetryTokenForRetry: refresh,
    ...(retryDelays === 'skip' && {
      acquireInitialRetryToken: (scope: string) =>
        'rateLimiter' in strategy
          ? impatiently(strategy, withoutWaiting(strategy, undefined), (self) => self.acquireInitialRetryToken!(scope))
          : strategy.acquireInitialRetryToken!(scope),
    }),
  })
}

/** A strategy with private members works as itself only: it keeps its sleeps. */
async function impatiently<Result>(
  strategy: SdkRetryStrategy,
  impatient: SdkRetryStrategy,
  run: (self: SdkRetryStrategy) => Promise<Result>,
): Promise<Result> {
  try {
    return await run(impatient)
  } catch (error) {
    if ((error as Error | undefined)?.name === 'TypeError') return run(strategy)
    throw error
  }
}

/** The same strategy, seen by its own methods: its backoff is computed and not slept, its rate limiter lets everything pass. */
function withoutWaiting(strategy: SdkRetryStrategy, slept: Slept | undefined): SdkRetryStrategy {
  return new Proxy(strategy, {
    get(target, name, self) {
      const value: unknown = Reflect.get(target, name, self)
      if (typeof value !== 'object' || value === null) return value
      if (name === 'standardRetryStrategy') return withoutWaiting(value, slept)
      if (name === 'rateLimiter') return overlay(value, { getSendToken: async () => {} })
      if (name === 'retryBackoffStrategy' && slept) return sleepless(value as Backoff, slept)
      return value
    },
  })
}

interface Backoff {
  computeNextBackoffDelay(attempt: number): number
}

function sleepless(backoff: Backoff, slept: Slept): Backoff {
  return overlay(backoff, {
    computeNextBackoffDelay(attempt: number) {
      const delay = backoff.computeNextBackoffDelay(attempt)
      // The strategy sleeps as soon as it has the delay, or what a Retry-After header makes of it.
      skipSleep(slept)
      return delay
    },
  })
}

type GetDelay = SdkRetryToken['getRetryDelay'] & { readonly [original]?: GetDelay }

const original = Symbol('lambdouble.original')

/** The retry loop asks the token for the delay, adds it up and sleeps, in one breath. */
function withoutDelay(token: SdkRetryToken, slept: Slept): SdkRetryToken {
  const found: GetDelay = token.getRetryDelay
  // A strategy of the user's own may hand out the same token at every retry.
  const getRetryDelay = found[original] ?? found
  const watched = () => {
    const delay = getRetryDelay.call(token)
    if (delay > 0 || token.$retryLog === undefined) skipSleep(slept, delay)
    return delay
  }
  Object.defineProperty(watched, original, { value: getRetryDelay })
  Object.defineProperty(token, 'getRetryDelay', { value: watched, writable: true, configurable: true })
  return token
}

/** `target` with other methods in the place of some; everything else is done by `target` itself, and so changes it. */
function overlay<Target extends object>(target: Target, methods: Methods): Target {
  return new Proxy(target, {
    get(_, name) {
      if (Object.hasOwn(methods, name)) return methods[name]
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' && name !== 'constructor' ? value.bind(target) : value
    },
    set: (_, name, value) => Reflect.set(target, name, value, target),
  })
}
