// A Lambda for clients outside of this process: any SDK, AWS CLI, boto3. `npx lambdouble serve` runs such a configuration all day.
import { mockLambda, type MockLambda } from 'lambdouble'
import { defineConfig, serve, type Endpoint } from 'lambdouble/server'

// What lambdouble.config.ts has as its default export.
const config = defineConfig((lambda) => {
  lambda.function('orders', async (event: { id: number }) => ({ id: event.id, ok: true }))
})

let lambda: MockLambda
let endpoint: Endpoint

beforeAll(async () => {
  lambda = mockLambda({ clients: [] })
  await config(lambda)
  endpoint = await serve(lambda)
})
afterAll(async () => {
  await endpoint.close()
  lambda.restore()
})

test('another process invokes a function', async () => {
  const url = `${endpoint.endpoint}/2015-03-31/functions/orders/invocations`
  const reply = await fetch(url, { method: 'POST', body: '{"id":7}' })
  expect(await reply.json()).toEqual({ id: 7, ok: true })
  lambda.assert.invoked('orders', { id: 7 })
})

test('a fault is switched on from outside, as `lambdouble fault add Invoke --throttle --times 1` does', async () => {
  const body = JSON.stringify({ operation: 'Invoke', verb: 'throttles', times: 1 })
  await fetch(`${endpoint.endpoint}/_lambdouble/api/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  const reply = await fetch(`${endpoint.endpoint}/2015-03-31/functions/orders/invocations`, { method: 'POST', body: '{}' })
  expect(reply.status).toBe(429)
})
