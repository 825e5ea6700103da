// A SAM template on this machine, as `npx lambdouble serve template.yaml` runs it.
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

// In a project of yours: spawn('node_modules/.bin/lambdouble', serveArguments). Here the command is run from its sources.
const fromSources = ['-r', 'esbuild-register', join(__dirname, '../src/cli.ts')]
const serveArguments = ['serve', join(__dirname, 'sam/template.yaml'), '--port', '0', '--region', 'us-east-1']
let serve: ChildProcess
let endpoint: string

beforeAll(async () => {
  serve = spawn(process.execPath, [...fromSources, ...serveArguments])
  endpoint = await new Promise<string>((resolve, reject) => {
    let text = ''
    serve.once('exit', () => reject(new Error(text)))
    serve.stderr!.on('data', (chunk) => (text += String(chunk)))
    serve.stdout!.on('data', (chunk) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec((text += String(chunk)))
      if (found) resolve(found[0])
    })
  })
}, 60_000)
afterAll(() => serve.kill())

const ask = async (path: string, init?: RequestInit): Promise<any> => (await fetch(`${endpoint}${path}`, init)).json()

test('the function of the template runs its code, by its alias', async () => {
  const body = JSON.stringify({ id: 7 })
  const result = await ask('/2015-03-31/functions/orders:live/invocations', { method: 'POST', body })
  expect(result).toEqual({ id: 7, queue: 'arn:aws:sqs:us-east-1:123456789012:jobs' })
}, 30_000)

test('the event of the template is an event source mapping', async () => {
  const { EventSourceMappings } = await ask('/2015-03-31/event-source-mappings?FunctionName=orders:live')
  expect(EventSourceMappings).toMatchObject([{ BatchSize: 5, State: 'Enabled' }])
})
