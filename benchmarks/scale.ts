/**
 * What a call costs with many functions, against the same call with few: Invoke, GetFunction and a page of ListFunctions.
 * Run: npm run bench, or after a build `node -r esbuild-register benchmarks/scale.ts [functions]`.
 */
import { GetFunctionCommand, InvokeCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda'
import { median } from './median'

const { mockLambda } = require('../dist/index.cjs') as typeof import('../src/index')

const many = Number(process.argv[2] ?? 100_000)
const rounds = 40
const calls = 50

function houseOf(functions: number) {
  const client = new LambdaClient({})
  const lambda = mockLambda({ clients: [client], journalLimit: 100 })
  for (let index = 0; index < functions; index++) lambda.function(`fn-${index}`).returns({ ok: true })
  const FunctionName = `fn-${functions - 1}`
  return {
    Invoke: () => client.send(new InvokeCommand({ FunctionName, Payload: '{}' })),
    GetFunction: () => client.send(new GetFunctionCommand({ FunctionName })),
    'ListFunctions, one page of 10': () => client.send(new ListFunctionsCommand({ MaxItems: 10 })),
  }
}

/** Microseconds of one call. */
async function batch(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  for (let index = 0; index < calls; index++) await call()
  return ((performance.now() - start) * 1000) / calls
}

async function run(): Promise<void> {
  const [few, lots] = [houseOf(10), houseOf(many)]
  console.log(`10 functions and ${many}, Node ${process.version}, medians of ${rounds} rounds of ${calls} calls`)
  for (const name of Object.keys(few) as (keyof typeof few)[]) {
    const [small, large]: [number[], number[]] = [[], []]
    for (let round = -5; round < rounds; round++) {
      const [a, b] =
        round % 2 === 0
          ? [await batch(few[name]), await batch(lots[name])]
          : [await batch(lots[name]), await batch(few[name])].reverse()
      if (round < 0) continue
      small.push(a!)
      large.push(b!)
    }
    const ratio = median(large) / median(small)
    console.log(
      `  ${name}: ${median(small).toFixed(1)} and ${median(large).toFixed(1)} µs a call, ratio ${ratio.toFixed(2)} (aim: at most 1.3)`,
    )
  }
}

void run()
