/**
 * Requests per second of `lambdouble serve`, an Invoke that runs a handler, against a node:http server that always gives the same
 * answer: for one caller, and for many at a time; and what 50,000 requests over connections that stay open leave behind. Each server
 * is a process of its own, the client writes bytes to sockets. Run: npm run bench, or after a build `node -r esbuild-register benchmarks/serve.ts [rounds] [requests]`.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from './median'

const rounds = Number(process.argv[2] ?? 15)
const requests = Number(process.argv[3] ?? 2_000)
/** How many callers there are at a time. */
const crowds = [1, 8, 64]
const leakRequests = 10_000

const answer = '{"ok":true}'
const body = '{"id":7}'
const path = '/2015-03-31/functions/orders/invocations'

const constant = `
const server = require('node:http').createServer((request, response) => {
  request.on('data', () => undefined).on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': ${answer.length} }).end('${answer}')
  })
})
server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port))
`

const config = `
export default (lambda) => void lambda.function('orders', async () => (${answer}))
`

interface Started {
  readonly child: ChildProcess
  readonly port: number
}

/** Starts a server, adds it to those that have to be ended, and waits for the line that says where it is. */
function start(args: readonly string[], cwd: string, children: ChildProcess[]): Promise<Started> {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NO_COLOR: '1' },
  })
  children.push(child)
  return new Promise((resolve, reject) => {
    let text = ''
    child.once('exit', (code) => reject(new Error(`A server ended with ${code}.`)))
    // What it prints is read and thrown away, as a terminal would.
    child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
      text = text.length > 2_000 ? '' : text + chunk
      const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(text)?.[1]
      if (port !== undefined) resolve({ child, port: Number(port) })
    })
  })
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1', () => resolve(socket.setNoDelay(true)))
    socket.on('error', reject)
  })
}

/** Connections of one batch: those that had to wait for the other server's might have been closed meanwhile, as HTTP servers do. */
async function withSockets<Result>(
  port: number,
  connections: number,
  use: (sockets: readonly Socket[]) => Promise<Result>,
): Promise<Result> {
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)))
  try {
    return await use(sockets)
  } finally {
    for (const socket of sockets) socket.destroy()
  }
}

/** Sends requests one after the other over one connection. */
function send(socket: Socket, port: number, count: number): Promise<void> {
  const request = Buffer.from(
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  )
  return new Promise((resolve, reject) => {
    let left = count
    let text = ''
    // A server that ends, or lets go of the connection, answers no more: nothing else would say so.
    const closed = () => reject(new Error(`A server closed a connection with ${left} of ${count} answers to come.`))
    const read = (chunk: Buffer) => {
      text += chunk.toString('latin1')
      const end = text.indexOf('\r\n\r\n')
      if (end < 0 || text.length < end + 4 + answer.length) return
      if (!text.startsWith('HTTP/1.1 200') || !text.endsWith(answer)) return reject(new Error(`Not the answer expected: ${text}`))
      text = ''
      if (--left > 0) return void socket.write(request)
      socket.off('data', read).off('close', closed)
      resolve()
    }
    if (socket.destroyed) return closed()
    socket.on('data', read).on('close', closed)
    socket.write(request)
  })
}

/** Requests per second. */
async function batch(sockets: readonly Socket[], port: number): Promise<number> {
  const begin = performance.now()
  await Promise.all(sockets.map((socket) => send(socket, port, Math.ceil(requests / sockets.length))))
  return (requests * 1000) / (performance.now() - begin)
}

/** Megabytes of memory that a process holds. */
function memoryOf({ pid }: ChildProcess): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}

type Name = 'floor' | 'doubled'

async function measure(servers: Readonly<Record<Name, Started>>, connections: number): Promise<void> {
  const names = ['floor', 'doubled'] as const
  const figures = { floor: [] as number[], doubled: [] as number[] }
  // The first rounds warm up, and fill the journal.
  for (let round = -4; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const { port } = servers[name]
      const rate = await withSockets(port, connections, (sockets) => batch(sockets, port))
      if (round >= 0) figures[name].push(rate)
    }
  }
  const [floor, rate] = [median(figures.floor), median(figures.doubled)]
  // Round by round: both servers of a round find the machine in the same mood, which may change by half from one to the next.
  const ratio = median(figures.doubled.map((rate, round) => rate / figures.floor[round]!))
  console.log(
    `  ${connections} at a time: ${Math.round(floor)} constant answers a second, ${Math.round(rate)} of lambdouble serve: ` +
      `${ratio.toFixed(2)} (aim: at least 0.40)`,
  )
}

/** The journal keeps the last 10,000 calls: only when it is full, growth would be a leak. */
function measureMemory({ child, port }: Started): Promise<void> {
  return withSockets(port, 8, async (sockets) => {
    // Between two collections of garbage memory goes up by a third: what counts is how high it gets.
    const peak = async () => {
      let highest = 0
      for (let batch = 0; batch < 5; batch++) {
        await Promise.all(sockets.map((socket) => send(socket, port, leakRequests / sockets.length)))
        highest = Math.max(highest, memoryOf(child))
      }
      return highest
    }
    const before = await peak()
    const growth = (await peak()) - before
    console.log(
      `  highest memory in ${5 * leakRequests} more requests: ${growth >= 0 ? '+' : ''}${growth.toFixed(1)} MB of ${before.toFixed(0)} MB`,
    )
  })
}

async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lambdouble-bench-'))
  const children: ChildProcess[] = []
  try {
    writeFileSync(join(folder, 'lambdouble.config.mjs'), config)
    const cli = join(__dirname, '../dist/cli.mjs')
    const floor = await start(['-e', constant], folder, children)
    const doubled = await start([cli, 'serve', '--port', '0'], folder, children)
    console.log(`serve, Node ${process.version}, medians of ${rounds} rounds of ${requests} requests`)
    for (const connections of crowds) await measure({ floor, doubled }, connections)
    if (process.platform === 'linux') await measureMemory(doubled)
  } finally {
    // At once, and also after an error: a server that is left over would keep this process from ending.
    for (const child of children) child.removeAllListeners('exit').kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

void run()
