import * as z from 'zod'
import { defineContract } from '../../src/contract'

/** A contract that has one of everything. */
export const createOrder = defineContract({
  function: 'orders-create',
  consumer: 'checkout',
  provider: 'orders',
  event: z.object({ sku: z.string(), qty: z.int(), card: z.object({ number: z.string() }).optional() }),
  response: z.object({ orderId: z.string(), items: z.array(z.object({ sku: z.string() })) }),
  errors: { OutOfStock: z.object({ errorType: z.literal('OutOfStock'), errorMessage: z.string() }) },
  examples: {
    'new order': {
      event: { sku: 'a', qty: 1 },
      response: { orderId: 'o-1', items: [{ sku: 'a' }] },
      varies: ['orderId'],
    },
    'none left': { event: { sku: 'b', qty: 1 }, error: 'OutOfStock', given: 'no stock' },
  },
  sensitive: ['card.number'],
})
