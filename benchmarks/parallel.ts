/**
 * Whether invocations through the double run in parallel: 1,000 at once of a handler that takes 5 ms, against the same 1,000 handlers
 * behind the SDK's floor, a client with a request handler that calls them itself. Neither signs.
 * Run: npm run bench, or after a build `node -r esbuild-register benchmarks/parallel.ts [rounds] [calls at once]`.
 */
import { InvokeCommand, LambdaClient, type LambdaClientConfig } from '@aws-sdk/client-lambda'
import { median } from './median'

// The built package, as users load it; the name 'lambdouble' would lead to the sources here.
const { mockLambda } = require('../dist/index.cjs') as typeof import('../src/index')

const rounds = Number(process.argv[2] ?? 25)
const calls = Number(process.argv[3] ?? 1000)

const handler = () => new Promise<unknown>((resolve) => setTimeout(() => resolve({ ok: true }), 5))

const noAuth = {
  schemeId: 'smithy.api#noAuth',
  identityProvider: () => () => Promise.resolve({}),
  signer: { sign: <Request>(request: Request) => Promise.resolve(request) },
}
const unsigned: Partial<LambdaClientConfig> = {
  httpAuthSchemes: [noAuth],
  httpAuthSchemeProvider: () => [{ schemeId: noAuth.schemeId }],
}
const floor = new LambdaClient({
  ...unsigned,
  region: 'us-east-1',
  requestHandler: {
    handle: async () => {
      const body = Buffer.from(JSON.stringify(await handler()))
      return { response: { statusCode: 200, headers: { 'content-type': 'application/json' }, body } }
    },
  },
})

const doubled = new LambdaClient({})
const lambda = mockLambda({ clients: [doubled], accountConcurrency: calls })
lambda.function('orders', handler)

/** Milliseconds until the last of the calls is answered. */
async function batch(client: LambdaClient): Promise<number> {
  const start = performance.now()
  const replies = await Promise.all(
    Array.from({ length: calls }, () => client.send(new InvokeCommand({ FunctionName: 'orders', Payload: '{"id":7}' }))),
  )
  const cost = performance.now() - start
  if (replies.some((reply) => reply.Payload?.transformToString() !== '{"ok":true}'))
    throw new Error('An answer is not the one expected.')
  return cost
}

async function run(): Promise<void> {
  const figures = { floor: [] as number[], doubled: [] as number[], bare: [] as number[] }
  for (let round = -5; round < rounds; round++) {
    // Turn about, so that neither always comes after the other's garbage; the first five rounds warm up.
    const order = round % 2 === 0 ? (['floor', 'doubled'] as const) : (['doubled', 'floor'] as const)
    for (const name of order) {
      const cost = await batch(name === 'floor' ? floor : doubled)
      if (round >= 0) figures[name].push(cost)
    }
    const start = performance.now()
    await Promise.all(Array.from({ length: calls }, handler))
    if (round >= 0) figures.bare.push(performance.now() - start)
  }
  const [floorCost, cost, bare] = [median(figures.floor), median(figures.doubled), median(figures.bare)]
  console.log(`${calls} parallel invokes of a handler of 5 ms, Node ${process.version}, medians of ${rounds} rounds`)
  console.log(`  the handlers alone        ${bare.toFixed(1)} ms`)
  console.log(`  behind the SDK's floor    ${floorCost.toFixed(1)} ms`)
  console.log(`  with lambdouble           ${cost.toFixed(1)} ms (one after another: ${calls * 5} ms and more)`)
  console.log(`  ratio to the floor        ${(cost / floorCost).toFixed(2)} (aim: at most 1.5)`)
  lambda.restore()
}

void run()
