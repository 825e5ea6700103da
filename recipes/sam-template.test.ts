/** A SAM template on this machine: `npx lambdouble serve template.yaml`, here with the sources in the place of the package. */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

const [cli, template] = [join(__dirname, '../src/cli.ts'), join(__dirname, 'sam/template.yaml')]
const command = ['-r', 'esbuild-register', cli, 'serve', template, '--port', '0']
let serve: ChildProcess
let endpoint: string

beforeAll(async () => {
  serve = spawn(process.execPath, command)
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
