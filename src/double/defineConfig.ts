import { UsageError } from '../errors/usageError'
import type { MockLambda } from './mock'

/** Seeds the Lambda that `lambdouble serve` runs: functions with their handlers, rules, whatever a test would seed. */
export type LambdaConfig = (lambda: MockLambda) => void | Promise<void>

/**
 * What `lambdouble.config.ts` exports as default. The function runs when `lambdouble serve` starts, after each reset and, with `--watch`,
 * after each change: then functions that are there get their new handlers and settings, and keep their versions, aliases, permissions,
 * layers and triggers.
 *
 * @throws UsageError if it is given anything but a function
 * @example
 * export default defineConfig((lambda) => {
 *   lambda.function('orders', async (event) => ({ id: event.id, ok: true }))
 * })
 */
export function defineConfig(config: LambdaConfig): LambdaConfig {
  if (typeof config === 'function') return config
  throw new UsageError('defineConfig needs a function of the double: defineConfig((lambda) => { ... }).')
}
