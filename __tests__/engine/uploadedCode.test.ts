import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  InvokeCommand,
  LambdaClient,
  CreateFunctionCommand,
  UpdateFunctionCodeCommand,
  DeleteFunctionCommand,
} from '@aws-sdk/client-lambda'
import { mockLambda, type MockLambda } from 'lambdouble'
import { zip, type ZipFile } from '../support/zip'

const client = new LambdaClient({ region: 'us-east-1', maxAttempts: 1 })

let lambda: MockLambda
beforeEach(() => {
  lambda = mockLambda({ uploadedCode: 'run' })
})
afterEach(() => lambda.restore())

type Settings = Partial<ConstructorParameters<typeof CreateFunctionCommand>[0]>

async function create(name: string, files: Readonly<Record<string, string>> | Uint8Array, settings: Settings = {}) {
  await client.send(
    new CreateFunctionCommand({
      FunctionName: name,
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: 'arn:aws:iam::123456789012:role/any',
      Code: { ZipFile: files instanceof Uint8Array ? files : packed(files) },
      ...settings,
    }),
  )
}

const packed = (files: Readonly<Record<string, string>>) =>
  zip(Object.entries(files).map(([name, content]): ZipFile => ({ name, content, deflate: true })))

async function invoke(name: string, event: unknown = {}) {
  const output = await client.send(
    new InvokeCommand({ FunctionName: name, Payload: Buffer.from(JSON.stringify(event)), LogType: 'Tail' }),
  )
  return {
    error: output.FunctionError,
    payload: JSON.parse(output.Payload!.transformToString()),
    log: Buffer.from(output.LogResult!, 'base64').toString(),
  }
}

describe('the handler of an archive', () => {
  test('runs as CommonJS, with relative files, JSON and node_modules of its own', async () => {
    await create('orders', {
      'index.js': `const { twice } = require('./lib/twice'); const settings = require('./settings.json'); const three = require('three')
        exports.handler = async (event) => twice(event.n) + settings.plus + three`,
      'lib/twice.js': 'exports.twice = (n) => n * 2',
      'settings.json': '{ "plus": 100 }',
      'node_modules/three/package.json': '{ "main": "main.js" }',
      'node_modules/three/main.js': 'module.exports = 3',
    })
    expect(await invoke('orders', { n: 4 })).toMatchObject({ error: undefined, payload: 111 })
  })

  test('runs as an ECMAScript module named .mjs, with top-level await', async () => {
    await create('orders', {
      'index.mjs': `import { readFile } from 'node:fs/promises'; import { four } from './four.mjs'; import five from 'five'
        const text = await readFile(new URL('./data.txt', import.meta.url), 'utf8')
        export const handler = async () => [text, four, five]`,
      'four.mjs': 'export const four = 4',
      'data.txt': 'read',
      'node_modules/five/package.json': '{ "type": "module", "exports": "./five.js" }',
      'node_modules/five/five.js': 'export default 5',
    })
    expect(await invoke('orders')).toMatchObject({ error: undefined, payload: ['read', 4, 5] })
  })

  test('runs as an ECMAScript module named .js where package.json says so, with the newer runtime', async () => {
    const files = {
      'package.json': '{ "type": "module" }',
      'src/app.js': 'export const api = { main: (event) => ({ plain: event.n }) }',
    }
    await create('orders', files, { Handler: 'src/app.api.main', Runtime: 'nodejs24.x' })
    expect(await invoke('orders', { n: 1 })).toMatchObject({ error: undefined, payload: { plain: 1 } })
  })

  test('finds layers by require, by import and by /opt, the later one first', async () => {
    const publish = (name: string, files: Readonly<Record<string, string>>) =>
      lambda.layer(name).publish({ Content: { ZipFile: packed(files) } }).arn
    const one = publish('one', {
      'nodejs/node_modules/shared/index.js': `module.exports = 'from one'`,
      'nodejs/node_modules/kept/index.js': `module.exports = 'kept'`,
    })
    const two = publish('two', {
      'nodejs/node_modules/shared/index.js': `module.exports = 'from two'`,
      'nodejs/node22/node_modules/special/index.js': `module.exports = 'for node22'`,
      'nodejs/tool.js': `exports.tool = require('kept') + ' by tool'`,
    })
    const Layers = [one, two]
    await create(
      'cjs',
      {
        'index.js': `exports.handler = async () => [require('shared'), require('kept'), require('special'), require('/opt/nodejs/tool').tool]`,
      },
      { Layers },
    )
    await create(
      'esm',
      {
        'index.mjs': `import shared from 'shared'; import special from 'special'; export const handler = async () => [shared, special]`,
      },
      { Layers },
    )
    expect((await invoke('cjs')).payload).toEqual(['from two', 'kept', 'for node22', 'kept by tool'])
    expect((await invoke('esm')).payload).toEqual(['from two', 'for node22'])
  })

  test('answers by callback up to nodejs22.x, and is refused for it from nodejs24.x on', async () => {
    const files = {
      'index.js': 'exports.handler = (event, context, callback) => setTimeout(() => callback(null, context.functionName), 5)',
    }
    await create('older', files)
    await create('newer', files, { Runtime: 'nodejs24.x' })
    expect((await invoke('older')).payload).toBe('older')
    expect((await invoke('newer')).payload).toMatchObject({ errorType: 'Runtime.CallbackHandlerDeprecated' })
  })

  test('sees the context, its own variables and none of this process', async () => {
    process.env.OF_THIS_PROCESS = 'secret'
    await create(
      'orders',
      {
        'index.js': `exports.handler = async (event, context) => ({
          env: process.env, name: context.functionName, id: context.awsRequestId, left: context.getRemainingTimeInMillis(),
          cwd: process.cwd(), version: context.functionVersion })`,
      },
      { Environment: { Variables: { TABLE: 'orders-table' } }, Timeout: 30, MemorySize: 256 },
    )
    const { payload } = await invoke('orders')
    expect(payload).toMatchObject({
      name: 'orders',
      version: '$LATEST',
      id: lambda.invocations()[0]!.requestId,
      env: { TABLE: 'orders-table', AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256', AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    })
    expect(payload.env).not.toHaveProperty('OF_THIS_PROCESS')
    expect(payload.cwd).toBe(payload.env.LAMBDA_TASK_ROOT)
    expect(payload.left).toBeGreaterThan(0)
    expect(payload.left).toBeLessThanOrEqual(30_000)
    delete process.env.OF_THIS_PROCESS
  })

  test('writes to the log of its run', async () => {
    await create('orders', {
      'index.js': `console.log('loading'); exports.handler = async () => { console.warn('low', { n: 1 }); process.stdout.write('raw\\n') }`,
    })
    const { log } = await invoke('orders')
    expect(log).toMatch(/\tINFO\tloading\n.*\tWARN\tlow \{ n: 1 \}\nraw\n.*END RequestId/s)
    expect((await invoke('orders')).log).not.toContain('loading')
  })
})

test('console lines are JSON objects where the function asks for it, from its level on', async () => {
  await create(
    'orders',
    { 'index.js': `exports.handler = async () => { console.debug('small'); console.error('large') }` },
    { LoggingConfig: { LogFormat: 'JSON', ApplicationLogLevel: 'WARN' } },
  )
  const { log } = await invoke('orders')
  expect(log).not.toContain('small')
  const line = log.split('\n').find((each) => each.includes('large'))!
  expect(JSON.parse(line)).toMatchObject({ level: 'ERROR', message: 'large', requestId: lambda.invocations()[0]!.requestId })
})

describe('an execution environment', () => {
  const counting = { 'index.js': 'let n = 0; exports.handler = async () => ++n' }

  test('stays warm, and is new after an update', async () => {
    await create('orders', counting)
    expect((await invoke('orders')).payload).toBe(1)
    expect((await invoke('orders')).payload).toBe(2)
    await client.send(
      new UpdateFunctionCodeCommand({
        FunctionName: 'orders',
        ZipFile: packed({ 'index.js': 'let n = 10; exports.handler = async () => ++n' }),
      }),
    )
    expect((await invoke('orders')).payload).toBe(11)
  })

  test('ends with a time-out, although the handler never yields', async () => {
    await create(
      'orders',
      { 'index.js': 'let n = 0; exports.handler = async (event) => { if (event.loop) for (;;); return ++n }' },
      { Timeout: 1 },
    )
    expect((await invoke('orders')).payload).toBe(1)
    expect((await invoke('orders', { loop: true })).payload).toMatchObject({
      errorType: 'Sandbox.Timedout',
      errorMessage: expect.stringMatching(/Error: Task timed out after 1.00 seconds$/),
    })
    expect((await invoke('orders')).payload).toBe(1)
  })

  test('ends with process.exit(), alone', async () => {
    await create('orders', { 'index.js': 'exports.handler = async (event) => process.exit(event.code)' })
    expect((await invoke('orders', { code: 3 })).payload).toMatchObject({
      errorType: 'Runtime.ExitError',
      errorMessage: expect.stringContaining('exit status 3'),
    })
    expect((await invoke('orders', { code: 0 })).payload.errorMessage).toMatch(/Runtime exited without providing a reason$/)
  })

  test.each([
    ['nodejs22.x', { errorType: 'TypeError', errorMessage: 'boom' }],
    ['nodejs24.x', { errorType: 'Runtime.ExitError', errorMessage: expect.stringContaining('exit status 1') }],
  ] as const)('ends with an error that nobody catches, in %s', async (Runtime, payload) => {
    await create(
      'orders',
      { 'index.js': `exports.handler = () => new Promise(() => setTimeout(() => { throw new TypeError('boom') }))` },
      { Runtime },
    )
    const ran = await invoke('orders')
    expect(ran.payload).toMatchObject(payload)
    expect(ran.log).toContain('boom')
  })

  test('ends with a promise that nobody catches', async () => {
    await create('orders', { 'index.js': `exports.handler = () => new Promise(() => { Promise.reject(new Error('lost')) })` })
    expect((await invoke('orders')).payload).toMatchObject({
      errorType: 'Runtime.UnhandledPromiseRejection',
      errorMessage: 'Error: lost',
    })
  })

  test('ends when its memory is used up', async () => {
    await create(
      'orders',
      { 'index.js': `exports.handler = async () => { const all = []; for (;;) all.push({ id: all.length }) }` },
      { Timeout: 60 },
    )
    expect((await invoke('orders')).payload).toMatchObject({ errorType: 'Runtime.OutOfMemory' })
  })

  test('runs beside others', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `f${index}`)
    for (const name of names) {
      await create(
        name,
        {
          'index.js': `exports.handler = async () => { await new Promise((r) => setTimeout(r, 20)); return process.env.AWS_LAMBDA_FUNCTION_NAME }`,
        },
        { Timeout: 60 },
      )
    }
    expect((await Promise.all(names.map((name) => invoke(name)))).map(({ payload }) => payload)).toEqual(names)
  })

  test('leaves no files behind after a deletion, a reset and restore()', async () => {
    // Each time other code: the same code would go on using the same folder.
    let n = 0
    const start = async (): Promise<string> => {
      await create('orders', { 'index.js': `exports.handler = async () => process.env.LAMBDA_TASK_ROOT // ${n++}` })
      const { payload } = await invoke('orders')
      expect(existsSync(payload)).toBe(true)
      return payload
    }
    const deleted = await start()
    await client.send(new DeleteFunctionCommand({ FunctionName: 'orders' }))
    // With the next request its worker is ended, which takes a moment.
    const reset = await start()
    while (existsSync(deleted)) await new Promise((resolve) => setTimeout(resolve, 5))
    lambda.reset()
    expect(existsSync(reset)).toBe(false)
    const restored = await start()
    lambda.restore()
    expect(existsSync(restored)).toBe(false)
  })
})

describe('what cannot run', () => {
  const cases = [
    ['a handler without a dot', 'handler', {}, 'Runtime.MalformedHandlerName', 'Bad handler'],
    [
      'a handler that leads out',
      '../index.handler',
      {},
      'Runtime.MalformedHandlerName',
      /^'\.\.\/index\.handler' is not a valid handler name\./,
    ],
    [
      'a file that is not there',
      'other.handler',
      {},
      'Runtime.ImportModuleError',
      /^Error: Cannot find module 'other'\nRequire stack:\n- \/var\/runtime\/index\.mjs$/,
    ],
    [
      'a module that is not there',
      'index.handler',
      { 'index.js': `require('left-behind')` },
      'Runtime.ImportModuleError',
      /^Error: Cannot find module 'left-behind'\nRequire stack:\n- \/var\/task\/index\.js\n/,
    ],
    ['no JavaScript', 'index.handler', { 'index.js': `exports.handler = (` }, 'Runtime.UserCodeSyntaxError', /^SyntaxError: /],
    [
      'no JavaScript in a module',
      'index.handler',
      { 'index.mjs': `export const handler = (` },
      'Runtime.UserCodeSyntaxError',
      /^SyntaxError: /,
    ],
    [
      'a name that is not exported',
      'index.handler',
      { 'index.js': `exports.other = 1` },
      'Runtime.HandlerNotFound',
      'index.handler is undefined or not exported',
    ],
    [
      'a nested name that is not exported',
      'index.a.b.c',
      { 'index.js': `exports.a = {}` },
      'Runtime.HandlerNotFound',
      'index.a.b.c is undefined or not exported',
    ],
    [
      'no function',
      'index.handler',
      { 'index.js': `exports.handler = 1` },
      'Runtime.HandlerNotFound',
      'index.handler is not a function',
    ],
    ['code that throws', 'index.handler', { 'index.js': `throw new RangeError('at the start')` }, 'RangeError', 'at the start'],
  ] as const

  test.each(cases)('%s', async (_title, Handler, files, errorType, errorMessage) => {
    await create('orders', { 'read.me': '', ...files }, { Handler })
    const message = typeof errorMessage === 'string' ? errorMessage : expect.stringMatching(errorMessage)
    expect(await invoke('orders')).toMatchObject({ error: 'Unhandled', payload: { errorType, errorMessage: message } })
  })

  test('shows its stack with the paths of Lambda', async () => {
    await create('orders', {
      'index.js': `exports.handler = async () => { throw Object.assign(new Error('no'), { code: 'E1' }) }`,
    })
    const { payload, log } = await invoke('orders')
    expect(payload).toMatchObject({
      errorType: 'Error',
      errorMessage: 'no',
      trace: expect.arrayContaining(['Error: no', expect.stringContaining('(/var/task/index.js:1:')]),
    })
    expect(log).toContain('"code":"E1"')
  })

  test('another runtime, until a handler is registered', async () => {
    await create('orders', { 'app.py': '' }, { Runtime: 'python3.13', Handler: 'app.handler' })
    expect((await invoke('orders')).payload).toMatchObject({
      errorType: 'Runtime.HandlerNotFound',
      errorMessage: expect.stringMatching(
        /^app\.handler is undefined or not exported\. The code of orders is for python3\.13.*lambda\.function\('orders'/,
      ),
    })
    lambda.function('orders').handler(async () => 'ours')
    expect((await invoke('orders')).payload).toBe('ours')
  })

  test('an object that nobody knows; one that is known runs', async () => {
    lambda.object('code', 'known.zip', packed({ 'index.js': `exports.handler = async () => 'known'` }))
    await create('known', {}, { Code: { S3Bucket: 'code', S3Key: 'known.zip' } })
    await create('unknown', {}, { Code: { S3Bucket: 'code', S3Key: 'unknown.zip' } })
    expect((await invoke('known')).payload).toBe('known')
    expect((await invoke('unknown')).payload.errorMessage).toContain(`lambda.object('code', 'unknown.zip', bytes)`)
  })

  test('an object that lies in no s3Root; one that does runs', async () => {
    const s3Root = mkdtempSync(join(tmpdir(), 's3-'))
    mkdirSync(join(s3Root, 'code/deep'), { recursive: true })
    writeFileSync(join(s3Root, 'code/deep/known.zip'), packed({ 'index.js': `exports.handler = async () => 'from a folder'` }))
    lambda.restore()
    lambda = mockLambda({ uploadedCode: 'run', s3Root })
    await create('known', {}, { Code: { S3Bucket: 'code', S3Key: 'deep/known.zip' } })
    await create('unknown', {}, { Code: { S3Bucket: 'code', S3Key: 'deep/../../secret' } })
    expect((await invoke('known')).payload).toBe('from a folder')
    expect((await invoke('unknown')).error).toBe('Unhandled')
    rmSync(s3Root, { recursive: true })
  })

  test('anything, without the option', async () => {
    lambda.restore()
    lambda = mockLambda()
    await create('orders', { 'index.js': `exports.handler = async () => 1` })
    const { errorMessage } = (await invoke('orders')).payload
    expect(errorMessage).toContain(`lambda.function('orders', async (event) => ...)`)
    expect(errorMessage).toContain(`mockLambda({ uploadedCode: 'run' })`)
  })
})
