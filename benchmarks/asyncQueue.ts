/**
 * What the queue of asynchronous invocations costs: 10,000 events whose function fails, through all their retries to a destination,
 * and one event that is throttled for the whole of its 6 hours. Virtual time, so all of it is work.
 * Run: npm run bench, or after a build `node -r esbuild-register benchmarks/asyncQueue.ts [rounds] [events]`.
 */
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { median } from './median'

// The built package, as users load it; the name 'lambdouble' would lead to the sources here.
const { mockLambda } = require('../dist/index.cjs') as typeof import('../src/index')

const rounds = Number(process.argv[2] ?? 7)
const events = Number(process.argv[3] ?? 10_000)

const failed = 'arn:aws:sqs:us-east-1:123456789012:failed'
/** One error for all: what Node takes for a stack, and this loader for mapping it, is not what is measured. */
const failure = new Error('no')
const client = new LambdaClient({})
const send = () => client.send(new InvokeCommand({ FunctionName: 'orders', InvocationType: 'Event', Payload: '{"id":7}' }))

/** Milliseconds for sending all events, and for all that comes of them. */
async function manyEvents(): Promise<{ readonly sent: number; readonly settled: number }> {
  const lambda = mockLambda({ clients: [client], accountConcurrency: events })
  lambda.function('orders', () => Promise.reject(failure)).async({ onFailure: failed })
  const start = performance.now()
  // They fall due on the next turn: a handler that answers late would find all of them waiting.
  for (let sent = 0; sent < events; sent++) await send()
  const sent = performance.now()
  await lambda.settled()
  const settled = performance.now()
  const records = lambda.deliveries(failed).length
  lambda.restore()
  if (records !== events) throw new Error(`${records} of ${events} events have a record.`)
  return { sent: sent - start, settled: settled - sent }
}

/** Milliseconds for one event that finds no place to run for 6 hours. */
async function sixHours(): Promise<number> {
  const lambda = mockLambda({ clients: [client], time: 'virtual' })
  let open!: () => void
  const opened = new Promise<void>((resolve) => (open = resolve))
  lambda
    .function('orders', () => opened)
    .reservedConcurrency(1)
    .async({ onFailure: failed })
    .configure({ Timeout: 900 })
  const blocking = client.send(new InvokeCommand({ FunctionName: 'orders' }))
  await send()
  const start = performance.now()
  await lambda.settled()
  const cost = performance.now() - start
  const [delivery] = lambda.deliveries(failed)
  open()
  await blocking
  lambda.restore()
  if (delivery?.condition !== 'EventAgeExceeded') throw new Error('The event did not grow too old.')
  return cost
}

async function run(): Promise<void> {
  const many: { readonly sent: number; readonly settled: number }[] = []
  const hours: number[] = []
  for (let round = -1; round < rounds; round++) {
    const figures = await manyEvents()
    const cost = await sixHours()
    if (round < 0) continue
    many.push(figures)
    hours.push(cost)
  }
  const sent = median(many.map((figures) => figures.sent))
  const settled = median(many.map((figures) => figures.settled))
  console.log(`Asynchronous queue, Node ${process.version}, medians of ${rounds} rounds`)
  console.log(`  ${events} events sent by a client             ${sent.toFixed(0)} ms`)
  console.log(`  their 3 attempts each and their records  ${settled.toFixed(0)} ms (aim: at most 2,000)`)
  console.log(`  6 hours of throttles for one event       ${median(hours).toFixed(1)} ms (aim: at most 20)`)
}

void run()
