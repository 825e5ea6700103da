/**
 * What a streamed answer costs through the double, against the same client with a request handler that always gives the same frames,
 * encoded beforehand: once many small chunks, once few large ones. Neither signs. Run: npm run bench, or after a build
 * `node -r esbuild-register benchmarks/streaming.ts [rounds]`.
 */
import { Readable } from 'node:stream'
import { InvokeWithResponseStreamCommand, LambdaClient, type LambdaClientConfig } from '@aws-sdk/client-lambda'
import { median } from './median'

// The built package, as users load it; the name 'lambdouble' would lead to the sources here.
const { mockLambda, streamify } = require('../dist/index.cjs') as typeof import('../src/index')

const rounds = Number(process.argv[2] ?? 25)

/** Chunks of a stream, and their size in bytes. */
const sizes = [
  { chunks: 2_000, bytes: 64 },
  { chunks: 1_000, bytes: 1_024 },
  { chunks: 256, bytes: 65_536 },
]

const noAuth = {
  schemeId: 'smithy.api#noAuth',
  identityProvider: () => () => Promise.resolve({}),
  signer: { sign: <Request>(request: Request) => Promise.resolve(request) },
}
const unsigned: Partial<LambdaClientConfig> = {
  httpAuthSchemes: [noAuth],
  httpAuthSchemeProvider: () => [{ schemeId: noAuth.schemeId }],
}

const doubled = new LambdaClient({})
const lambda = mockLambda({ clients: [doubled] })

/** A function that streams, as fast as it is read. */
function seed(name: string, chunks: number, bytes: number): void {
  const chunk = Buffer.alloc(bytes, 'x')
  lambda.function(
    name,
    streamify(async (_event, stream) => {
      for (let sent = 0; sent < chunks; sent++)
        if (!stream.write(chunk)) await new Promise((resolve) => stream.once('drain', resolve))
      stream.end()
    }),
  )
}

/** The frames that the double answers with, as they go over the wire. */
async function framesOf(name: string): Promise<readonly Uint8Array[]> {
  const path = `/2021-11-15/functions/${name}/response-streaming-invocations`
  const reply = await lambda.exchange({ method: 'POST', path, query: '', headers: {}, body: new Uint8Array() })
  const frames: Uint8Array[] = []
  if (reply.kind === 'reply') for await (const frame of reply.body as AsyncIterable<Uint8Array>) frames.push(frame)
  return frames
}

function floorOf(frames: readonly Uint8Array[]): LambdaClient {
  const headers = { 'content-type': 'application/vnd.amazon.eventstream' }
  const handle = () => Promise.resolve({ response: { statusCode: 200, headers, body: Readable.from(frames) } })
  return new LambdaClient({ ...unsigned, region: 'us-east-1', requestHandler: { handle } })
}

/** Milliseconds until a stream is read to its end. */
async function cost(client: LambdaClient, FunctionName: string, expected: number): Promise<number> {
  const start = performance.now()
  const reply = await client.send(new InvokeWithResponseStreamCommand({ FunctionName }))
  let read = 0
  for await (const { PayloadChunk } of reply.EventStream!) read += PayloadChunk?.Payload?.byteLength ?? 0
  if (read !== expected) throw new Error(`${read} of ${expected} bytes have been read.`)
  return performance.now() - start
}

async function compare(chunks: number, bytes: number): Promise<void> {
  const name = `stream-${chunks}-${bytes}`
  seed(name, chunks, bytes)
  const floor = floorOf(await framesOf(name))
  const figures = { floor: [] as number[], doubled: [] as number[] }
  for (let round = -5; round < rounds; round++) {
    // Turn about, so that neither always comes after the other's garbage; the first five rounds warm up.
    for (const which of round % 2 === 0 ? (['floor', 'doubled'] as const) : (['doubled', 'floor'] as const)) {
      const milliseconds = await cost(which === 'floor' ? floor : doubled, name, chunks * bytes)
      if (round >= 0) figures[which].push(milliseconds)
    }
  }
  const [least, most] = [median(figures.floor), median(figures.doubled)]
  const megabytes = (chunks * bytes) / 1_048_576
  console.log(
    `  ${chunks} chunks of ${bytes} bytes: ${least.toFixed(1)} ms pre-encoded, ${most.toFixed(1)} ms with lambdouble ` +
      `(${(megabytes / (most / 1000)).toFixed(0)} MB/s), throughput ${(least / most).toFixed(2)} of it (aim: at least 0.5)`,
  )
}

async function run(): Promise<void> {
  console.log(`InvokeWithResponseStream, Node ${process.version}, medians of ${rounds} rounds`)
  for (const { chunks, bytes } of sizes) await compare(chunks, bytes)
  lambda.restore()
}

void run()
