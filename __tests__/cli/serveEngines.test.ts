import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '../support/engines/engineProcess'
import { openKinesis } from '../support/engines/kinesisServer'
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

test('with a state file, a stream is read on where a process that was killed had got to', async () => {
  const record = (index: number) => ({ sequence: `seq${index}`, key: 'k', data: btoa(String(index)), at: Date.now() })
  writeState(file, { clicks: { 'shardId-0': [record(0), record(1)] } })
  engine = await openKinesis(file)
  writeFileSync(
    join(folder, 'lambdouble.config.cjs'),
    `const { appendFileSync } = require('node:fs')
    module.exports = (lambda) => {
      lambda.function('counter', ({ Records }) => appendFileSync('seen', Records.map(({ kinesis }) => atob(kinesis.data)).join('')))
        .trigger('arn:aws:kinesis:us-east-1:123456789012:stream/clicks', { StartingPosition: 'TRIM_HORIZON' })
    }`,
  )
  const options = ['--kinesis-endpoint', engine.endpoint, '--state', 'state.json']
  const killed = start(...options)
  const textOf = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '')
  await until(() => textOf('state.json').includes('"seq1"'))
  child!.kill('SIGKILL')
  await killed
  await engine.close()
  writeState(file, { clicks: { 'shardId-0': [record(0), record(1), record(2)] } })
  engine = await openKinesis(file, engine.port)
  const exit = start(...options)
  await until(() => textOf('seen').length === 3)
  child!.kill('SIGTERM')
  expect(await exit).toBe(0)
  expect(textOf('seen')).toBe('012')
})

test('an address that is none is named', async () => {
  expect(await start('--sqs-endpoint', 'localhost:9324')).not.toBe(0)
  expect(text).toContain('lambdouble serve --sqs-endpoint needs a client, or an endpoint such as http://127.0.0.1:9324')
})
