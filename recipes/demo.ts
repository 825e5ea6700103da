// A shop that places orders through AWS Lambda, run against a Lambda in memory: npm run demo
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda } from 'lambdouble'

// The program: it knows nothing of the double.
async function placeOrder(item: string, quantity: number): Promise<{ order: number; total: number }> {
  const client = new LambdaClient()
  const reply = await client.send(new InvokeCommand({ FunctionName: 'orders', Payload: JSON.stringify({ item, quantity }) }))
  const result = JSON.parse(reply.Payload!.transformToString()) as { order: number; total: number; errorMessage?: string }
  if (reply.FunctionError) throw new Error(`orders failed: ${result.errorMessage}`)
  console.log(`  ${quantity} x ${item}: order ${result.order}, ${result.total} EUR (${reply.$metadata.attempts} attempts)`)
  return result
}

async function main(): Promise<void> {
  // Keeps the SDK's notice about older Node.js versions out of the picture.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'

  const lambda = mockLambda()
  const prices: Record<string, number> = { tea: 4, pot: 30 }
  let orders = 0
  lambda.function('orders', async ({ item, quantity }: { item: string; quantity: number }) => {
    const price = prices[item]
    if (price === undefined) throw new RangeError(`we do not sell ${item}`)
    return { order: ++orders, total: price * quantity }
  })

  console.log('Placing orders through the AWS SDK, with Lambda in memory:')
  await placeOrder('tea', 3)

  console.log('\nThe next two calls are throttled; the SDK retries for real:')
  lambda.on('Invoke', { FunctionName: 'orders' }).throttles().times(2)
  await placeOrder('pot', 1)

  console.log('\nA handler that throws:')
  await placeOrder('coffee', 1).catch((error: Error) => console.log(`  ${error.message}`))

  console.log('\nWhat was called:')
  for (const call of lambda.calls()) {
    const answer = call.error ? `${call.error.status} ${call.error.name}` : JSON.stringify(call.output?.FunctionError ?? 'ok')
    const waited = call.retryDelay === undefined ? '' : `  (the SDK would have slept ${call.retryDelay} ms before it)`
    console.log(`  ${call.operation} ${JSON.stringify(call.payload)}  attempt ${call.attempt}: ${answer}${waited}`)
  }
  lambda.verify()
  lambda.restore()
}

void main()
