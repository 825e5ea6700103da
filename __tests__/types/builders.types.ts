/** Read by the compiler alone: what the words of a function's builder take, and that misspelled settings do not compile. */
import type { MockLambda } from '../../src/index'

declare const lambda: MockLambda

export function settings(): void {
  const orders = lambda.function('orders')
  orders
    .configure({ Timeout: 3, Environment: { Variables: { TABLE: 'orders' } } })
    .alias('live', { version: 1, weights: { 2: 0.1 } })
  orders.async({ maximumEventAge: '1h', onFailure: orders }).url({ cors: { allowOrigins: ['*'] } })
  // @ts-expect-error a misspelled setting
  orders.configure({ Timeou: 3 })
  // @ts-expect-error a number
  orders.configure({ Timeout: '3' })
  // @ts-expect-error a runtime that AWS does not have
  orders.configure({ Runtime: 'nodejs99.x' })
  // @ts-expect-error a version is missing
  orders.alias('live')
  // @ts-expect-error a misspelled option
  orders.async({ maxRetries: 1 })
  // @ts-expect-error no duration
  orders.async({ maximumEventAge: 'soon' })
  // @ts-expect-error AWS_IAM is meant
  orders.url({ authType: 'IAM' })
  // @ts-expect-error a misspelled setting of CORS
  orders.url({ cors: { allowOrigin: ['*'] } })
  // @ts-expect-error members are missing
  orders.permission({ Action: 'lambda:InvokeFunction' })
  // @ts-expect-error a misspelled member
  orders.trigger('arn:aws:sqs:us-east-1:123456789012:jobs', { BatchSiz: 1 })
  // @ts-expect-error text
  orders.tags({ team: 1 })
  // @ts-expect-error a number
  orders.reservedConcurrency('1')
}

export function functions(): void {
  lambda.function('orders', async (event: { readonly id: number }, context) => ({ id: event.id, name: context.functionName }))
  lambda.function('orders', (_event, _context, callback) => callback(null, 'done'))
  // @ts-expect-error a name
  lambda.function(7)
  // @ts-expect-error a function
  lambda.function('orders').handler('index.handler')
  // @ts-expect-error bytes
  lambda.object('bucket', 'key', 'text')
  // @ts-expect-error a region
  lambda.region()
}
