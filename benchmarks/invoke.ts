/**
 * What one Invoke costs through the double, against the least that the SDK itself costs: the same client with a request handler
 * that always gives the same answer. Neither signs. Run: npm run bench, or after a build
 * `node -r esbuild-register benchmarks/invoke.ts [rounds] [calls in a round]`.
 */
import { InvokeCommand, LambdaClient, type LambdaClientConfig } from '@aws-sdk/client-lambda'
import { median } from './median'

// The built package, as users load it; the name 'lambdouble' would lead to the sources here.
const { mockLambda } = require('../dist/index.cjs') as typeof import('../src/index')

const rounds = Number(process.argv[2] ?? 60)
const calls = Number(process.argv[3] ?? 200)

const answer = Buffer.from('{"ok":true}')
const noAuth = {
  schemeId: 'smithy.api#noAuth',
  identityProvider: () => () => Promise.resolve({}),
  signer: { sign: <Request>(request: Request) => Promise.resolve(request) },
}
const unsigned: Partial<LambdaClientConfig> = {
  httpAuthSchemes: [noAuth],
  httpAuthSchemeProvider: () => [{ schemeId: noAuth.schemeId }],
}
const reply = { statusCode: 200, headers: { 'content-type': 'application/json' }, body: answer }
const floor = new LambdaClient({
  ...unsigned,
  region: 'us-east-1',
  requestHandler: { handle: () => Promise.resolve({ response: reply }) },
})

const doubled = new LambdaClient({})
const lambda = mockLambda({ clients: [doubled] })
lambda.function('orders', () => Promise.resolve({ ok: true }))

/** Microseconds of one call. */
async function batch(client: LambdaClient): Promise<number> {
  const start = performance.now()
  for (let call = 0; call < calls; call++) {
    const reply = await client.send(new InvokeCommand({ FunctionName: 'orders', Payload: '{"id":7}' }))
    if (reply.Payload?.transformToString() !== '{"ok":true}') throw new Error('An answer is not the one expected.')
  }
  return ((performance.now() - start) * 1000) / calls
}

async function run(): Promise<void> {
  const figures = { floor: [] as number[], doubled: [] as number[] }
  for (let round = -5; round < rounds; round++) {
    // Turn about, so that neither always comes after the other's garbage; the first five rounds warm up.
    const order = round % 2 === 0 ? (['floor', 'doubled'] as const) : (['doubled', 'floor'] as const)
    for (const name of order) {
      const cost = await batch(name === 'floor' ? floor : doubled)
      if (round >= 0) figures[name].push(cost)
    }
  }
  const [floorCost, cost] = [median(figures.floor), median(figures.doubled)]
  console.log(`Invoke, Node ${process.version}, medians of ${rounds} rounds of ${calls} calls`)
  console.log(`  the SDK's floor  ${floorCost.toFixed(1)} µs a call`)
  console.log(`  with lambdouble  ${cost.toFixed(1)} µs a call`)
  console.log(`  ratio            ${(cost / floorCost).toFixed(2)} (aim: at most 1.25)`)
  lambda.restore()
}

void run()
