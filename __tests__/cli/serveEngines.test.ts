import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '../support/engines/engineProcess'
import { newQueue, openSqs, readState, writeState, type EngineServer } from '../support/engines/sqsServer'

jest.setTimeout(120_000)

const root = join(__dirname, '../..')
let folder: string
let file: string
let engine: EngineServer | undefined
let child: ChildProcess | undefined
let text: string

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'lambdouble-engines-')))
  file = join(folder, 'sqs.json')
})
afterEach(async () => {
  child?.kill('SIGKILL')
  await engine?.close()
  rmSync(folder, { recursive: true, force: true })
})

function start(...args: string[]): Promise<number | null> {
  text = ''
  const loader = join(root, 'node_modules/esbuild-register')
  const env = { ...process.env, NO_COLOR: '1', AWS_ENDPOINT_URL_LAMBDA: '', AWS_REGION: 'us-east-1' }
  child = spawn(process.execPath, ['-r', loader, join(root, 'src/cli.ts'), 'serve', '--port', '0', ...args], { cwd: folder, env })
  for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  return new Promise((resolve) => child!.once('exit', resolve))
}

const message = (body: string) => ({ id: body, body, attributes: {}, sentAt: 0, visibleAt: 0, receives: 0 })

test('serve has mappings read a real queue, hands dead letters to another, also after a reset, and ends in order', async () => {
  writeState(file, { jobs: newQueue({ messages: [message('one')] }), lost: newQueue() })
  engine = await openSqs(file)
  writeFileSync(
    join(folder, 'lambdouble.config.cjs'),
    `module.exports = (lambda) => {
      lambda.function('worker').returns(null).trigger('arn:aws:sqs:us-east-1:123456789012:jobs')
      lambda.function('mails').throws(new Error('full'))
        .async({ deadLetter: 'arn:aws:sqs:us-east-1:123456789012:lost', maximumRetryAttempts: 0 })
    }`,
  )
  const exit = start('--sqs-endpoint', engine.endpoint)
  await until(() => readState(file).jobs!.deleted.length === 1)
  await until(() => /Lambda is at (\S+)/.test(text))
  const [, endpoint] = /Lambda is at (\S+)/.exec(text)!
  const invoke = () =>
    fetch(`${endpoint}/2015-03-31/functions/mails/invocations`, {
      method: 'POST',
      headers: { 'x-amz-invocation-type': 'Event' },
      body: '{}',
    })
  await invoke()
  await until(() => readState(file).lost!.messages.length === 1)
  await fetch(`${endpoint}/_lambdouble/api/reset`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  await invoke()
  await until(() => readState(file).lost!.messages.length === 2)
  child!.kill('SIGTERM')
  expect(await exit).toBe(0)
  expect(text).not.toMatch(/Trying again/)
})

test('an address that is none is named', async () => {
  expect(await start('--sqs-endpoint', 'localhost:9324')).not.toBe(0)
  expect(text).toContain('lambdouble serve --sqs-endpoint needs a client, or an endpoint such as http://127.0.0.1:9324')
})
