import { callSite } from '../errors/callSite'
import { pathOf } from '../matching/difference'
import type { Contract, ContractDefinition, ErrorSchemas } from './contract'
import { newContract } from './newContract'
import { projectPath } from './projectPath'
import { requireDefinition } from './requireDefinition'
import type { PayloadOf, Schema } from './schema'

/**
 * Defines what a consumer and a provider of a function have agreed upon. Both sides import it, or share the file that `writeContract`
 * makes of it. The types of events, responses and examples come from the schemas.
 *
 * @throws UsageError that names the place in the definition, if it is no contract
 * @example
 * export const createOrder = defineContract({
 *   function: 'orders-create', consumer: 'checkout', provider: 'orders',
 *   event: z.object({ sku: z.string(), qty: z.int() }),
 *   response: z.object({ orderId: z.string() }),
 *   errors: { OutOfStock: z.object({ errorType: z.literal('OutOfStock'), errorMessage: z.string() }) },
 *   examples: {
 *     'new order': { event: { sku: 'a', qty: 1 }, response: { orderId: 'o-1' } },
 *     'none left': { event: { sku: 'b', qty: 1 }, error: 'OutOfStock', given: 'no stock' },
 *   },
 * })
 */
export function defineContract<
  const E extends Schema,
  const R extends Schema = Record<string, never>,
  const X extends ErrorSchemas = Record<never, Schema>,
>(definition: ContractDefinition<E, R, X>): Contract<PayloadOf<E>, PayloadOf<R>, keyof X & string> {
  requireDefinition(definition, (keys) => `defineContract(...)${keys.length === 0 ? '' : `: ${pathOf(keys)}`}`)
  const site = callSite()
  const line = site === undefined ? undefined : `${projectPath(site.file)}:${site.line}`
  return newContract(definition as never, () => line) as Contract<PayloadOf<E>, PayloadOf<R>, keyof X & string>
}
