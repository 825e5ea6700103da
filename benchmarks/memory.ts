/**
 * What a double keeps in memory, after the garbage collector: while it remembers the last thousand of many calls of 1 kB, while it
 * remembers none, and after a reset. As JSON, in bytes.
 * Run: node --expose-gc -r esbuild-register benchmarks/memory.ts [calls] [calls through the SDK]
 */
import { setImmediate } from 'node:timers/promises'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda } from '../src/index'

const calls = Number(process.argv[2] ?? 100_000)
const sdkCalls = Number(process.argv[3] ?? 10_000)
const body = Buffer.from(JSON.stringify({ text: 'x'.repeat(1_000) }))

async function kept(): Promise<number> {
  // Weak references and finalizers take a turn or two.
  for (let round = 0; round < 4; round++) {
    globalThis.gc!()
    await setImmediate()
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Growth against the beginning: with the journal full, and once it has been emptied. */
async function growth(journalLimit: number, count: number, call: (double: ReturnType<typeof mockLambda>) => Promise<unknown>) {
  const lambda = mockLambda({ journalLimit, seed: 1, now: 0 })
  const seed = () => lambda.function('orders', async (event) => event)
  seed()
  // What is made once, and the compiler's work, is not counted.
  for (let index = 0; index < 2_000; index++) await call(lambda)
  lambda.reset()
  seed()
  const start = await kept()
  for (let index = 0; index < count; index++) await call(lambda)
  const full = (await kept()) - start
  lambda.reset()
  const reset = (await kept()) - start
  lambda.restore()
  return { calls: count, full, reset }
}

async function main(): Promise<void> {
  const request = { method: 'POST', path: '/2015-03-31/functions/orders/invocations', query: '', body }
  const direct = (lambda: ReturnType<typeof mockLambda>) =>
    lambda.exchange({ ...request, body: Uint8Array.from(body), headers: { 'content-type': 'application/octet-stream' } })
  const client = new LambdaClient()
  const throughSdk = () => client.send(new InvokeCommand({ FunctionName: 'orders', Payload: body }))
  const figures = {
    remembering1000: await growth(1_000, calls, direct),
    rememberingNone: await growth(0, calls / 5, direct),
    sdkRemembering1000: await growth(1_000, sdkCalls, throughSdk),
  }
  console.log(JSON.stringify(figures, null, 2))
}

void main()
