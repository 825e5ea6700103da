/**
 * What event sources cost: messages of a queue in batches of 10 through one mapping, 1,000 of them and 100,000. The cost of a message
 * must not grow with their number. Virtual time, so all of it is work.
 * Run: npm run bench, or after a build `node -r esbuild-register benchmarks/eventSources.ts [rounds] [messages]`.
 */
import { median } from './median'

// The built package, as users load it; the name 'lambdouble' would lead to the sources here.
const { mockLambda } = require('../dist/index.cjs') as typeof import('../src/index')

const rounds = Number(process.argv[2] ?? 3)
const many = Number(process.argv[3] ?? 100_000)
const few = 1_000
const jobs = 'arn:aws:sqs:us-east-1:123456789012:jobs'

/** Microseconds a message, from its sending to its end. */
async function costOf(messages: number): Promise<number> {
  const lambda = mockLambda({ clients: [], region: 'us-east-1' })
  let processed = 0
  lambda.function('worker', async ({ Records }) => void (processed += Records.length)).trigger(jobs)
  const queue = lambda.eventSource(jobs)
  const start = performance.now()
  for (let sent = 0; sent < messages; sent++) queue.send('{"id":7}')
  await lambda.settled()
  const cost = ((performance.now() - start) * 1000) / messages
  lambda.restore()
  if (processed !== messages) throw new Error(`${processed} of ${messages} messages were processed.`)
  return cost
}

async function run(): Promise<void> {
  const costs: { readonly few: number; readonly many: number }[] = []
  await costOf(few)
  for (let round = 0; round < rounds; round++) {
    // As many messages on both sides, so that both run for long enough to be measured.
    const small: number[] = []
    for (let count = 0; count < many / few; count++) small.push(await costOf(few))
    costs.push({ few: median(small), many: await costOf(many) })
  }
  const ratio = median(costs.map((cost) => cost.many / cost.few))
  console.log(`Event sources, Node ${process.version}, medians of ${rounds} rounds`)
  console.log(`  a message among ${few}      ${median(costs.map((cost) => cost.few)).toFixed(1)} µs`)
  console.log(`  a message among ${many}    ${median(costs.map((cost) => cost.many)).toFixed(1)} µs`)
  console.log(`  ratio                      ${ratio.toFixed(2)} (aim: at most 1.5)`)
}

void run()
