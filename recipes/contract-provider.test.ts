// A provider's side of a contract: every example runs through the real handler, in the state that it is given.
import { defineContract, verifyContract } from 'lambdouble/contract'
import * as z from 'zod'

const createOrder = defineContract({
  function: 'orders-create',
  consumer: 'checkout',
  provider: 'orders',
  event: z.object({ sku: z.string(), qty: z.int() }),
  response: z.object({ orderId: z.string() }),
  errors: { OutOfStock: z.object({ errorType: z.literal('OutOfStock'), errorMessage: z.string() }) },
  examples: {
    // Whoever runs this gets another id each time: the schema still holds.
    'new order': { event: { sku: 'a', qty: 1 }, response: { orderId: 'o-1' }, varies: ['orderId'] },
    'none left': { event: { sku: 'a', qty: 1 }, error: 'OutOfStock', given: 'no stock' },
  },
})

// The handler under test.
const stock = new Map([['a', 10]])
async function handler({ sku, qty }: { sku: string; qty: number }): Promise<{ orderId: string }> {
  if ((stock.get(sku) ?? 0) < qty) throw Object.assign(new Error(`no ${sku} left`), { name: 'OutOfStock' })
  return { orderId: `o-${sku}-${qty}` }
}

test('orders keeps what it agreed with checkout', async () => {
  const states = {
    'no stock': () => {
      stock.set('a', 0)
      return () => stock.set('a', 10) // runs after the example
    },
  }
  await verifyContract(createOrder, handler, { states })
})
