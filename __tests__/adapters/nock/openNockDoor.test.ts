import * as https from 'node:https'
import {
  GetFunctionCommand,
  GetFunctionUrlConfigCommand,
  InvokeCommand,
  InvokeWithResponseStreamCommand,
  LambdaClient,
} from '@aws-sdk/client-lambda'
import AWS from 'aws-sdk'
import * as oldest from 'client-lambda-oldest'
import type { UsageError } from '../../../src/errors/usageError'
import { isUsageError } from '../../../src/errors/usageError'
import { mockLambda as mockThroughSdk, type MockLambda } from '../../../src/index'
import { mockLambda, type NockLambdaOptions } from '../../../src/nock'
import { openNockDoor } from '../../../src/adapters/nock/openNockDoor'
import { nocks } from '../../support/nocks'
import { failureOf, fakeExchange, forgetAwsSettings, noWeb, reply } from '../../support/sdkDoor'
import { zip } from '../../support/zip'

interface Answer {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
}

/** A request by Node alone. */
function request(url: string, options: https.RequestOptions = {}, body: string | Buffer = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = https.request(url, options, (message) => {
      const pieces: Buffer[] = []
      message.on('data', (piece: Buffer) => pieces.push(piece))
      message.on('error', reject)
      message.on('end', () =>
        resolve({ status: message.statusCode, headers: message.headers, text: Buffer.concat(pieces).toString() }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const functions = (host: string) => `https://${host}/2015-03-31/functions/`
const invoke = new InvokeCommand({ FunctionName: 'orders', Payload: '{"id":7}' })
const orders = { FunctionName: 'orders', Payload: '{"id":7}' }

describe.each(nocks)('the door through %s', (_, nock) => {
  const environment = { ...process.env }
  let lambda: MockLambda
  const open = (options: NockLambdaOptions = {}) => (lambda = mockLambda({ nock, ...options }))
  const echo = (region = 'us-east-1') => lambda.region(region).function('orders', async (event) => event)

  beforeEach(() => {
    forgetAwsSettings()
    process.env.AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE = '1'
  })
  afterEach(() => {
    lambda?.restore()
    process.env = { ...environment }
  })

  describe('answers', () => {
    beforeEach(() => {
      open()
      echo()
    })

    it('SDK v3 without any setting', async () => {
      const { Payload, $metadata } = await new LambdaClient().send(invoke)
      expect([Payload!.transformToString(), $metadata.attempts]).toEqual(['{"id":7}', 1])
    })

    it('a second copy of SDK v3', async () => {
      const { Payload } = await new oldest.LambdaClient().send(
        new oldest.InvokeCommand({ ...orders, Payload: Buffer.from('{"id":7}') }),
      )
      expect(Buffer.from(Payload!).toString()).toBe('{"id":7}')
    })

    it('SDK v2 without any setting, by promise and by callback', async () => {
      expect((await new AWS.Lambda().invoke(orders).promise()).Payload).toBe('{"id":7}')
      const error = await new Promise((resolve) => new AWS.Lambda().invoke({ FunctionName: 'gone' }, resolve))
      expect(error).toMatchObject({
        code: 'ResourceNotFoundException',
        message: 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone:$LATEST',
        statusCode: 404,
      })
    })

    it('https and fetch, once each', async () => {
      expect(JSON.parse((await request(functions('lambda.us-east-1.amazonaws.com'))).text)).toMatchObject({
        Functions: [{ FunctionName: 'orders' }],
      })
      const response = await fetch(functions('lambda.us-east-1.amazonaws.com'))
      expect(await response.json()).toMatchObject({ Functions: [{ FunctionName: 'orders' }] })
      expect(lambda.calls('ListFunctions')).toHaveLength(2)
    })

    it('bodies of any bytes, and JSON that is none', async () => {
      const url = `${functions('lambda.us-east-1.amazonaws.com')}orders/invocations`
      const options = { method: 'POST', headers: { 'content-type': 'application/json' } }
      const bytes = Buffer.from([0xff, 0xfe, 0x00])
      expect((await request(url, options, bytes)).status).toBe(400)
      expect((await request(url, options, '{"a')).headers['x-amzn-errortype']).toBe('InvalidRequestContentException')
      expect(lambda.calls().map(({ request }) => Buffer.from(request.body))).toEqual([bytes, Buffer.from('{"a')])
      expect(lambda.calls()[1]!.request.headers['content-type']).toBe('application/json')
    })

    it('function URLs and links to code', async () => {
      lambda
        .function('orders', async (event) => ({
          statusCode: 201,
          cookies: ['a=1', 'b=2'],
          body: `${event.rawPath} ${event.body}`,
        }))
        .url()
        .configure({ Code: { ZipFile: zip(['index.js']) } } as never)
      const url = (await new LambdaClient().send(new GetFunctionUrlConfigCommand({ FunctionName: 'orders' }))).FunctionUrl!
      const answer = await request(`${url}carts/7`, { method: 'PUT', headers: { 'content-type': 'text/plain' } }, 'tea')
      expect(answer).toMatchObject({ status: 201, text: '/carts/7 tea', headers: { 'set-cookie': ['a=1', 'b=2'] } })
      const { Location } = (await new LambdaClient().send(new GetFunctionCommand({ FunctionName: 'orders' }))).Code!
      expect((await request(Location!)).status).toBe(200)
    })

    it('streams, as events', async () => {
      lambda.function('orders').streams(['a', 'b'])
      const { EventStream } = await new LambdaClient().send(new InvokeWithResponseStreamCommand(orders))
      const events: string[] = []
      for await (const event of EventStream!) events.push(Object.keys(event)[0]!)
      expect(events.at(-1)).toBe('InvokeComplete')
      expect(events.length).toBeGreaterThan(1)
    })

    it('many at a time, each its own', async () => {
      const client = new LambdaClient()
      const ids = Array.from({ length: 50 }, (_, id) => id)
      const replies = await Promise.all(
        ids.map((id) => client.send(new InvokeCommand({ FunctionName: 'orders', Payload: JSON.stringify({ id }) }))),
      )
      expect(replies.map(({ Payload }) => JSON.parse(Payload!.transformToString()).id)).toEqual(ids)
    })
  })

  it.each([
    ['us-east-1', {}],
    ['us-east-1', { useFipsEndpoint: true }],
    ['us-east-1', { useDualstackEndpoint: true }],
    ['us-east-1', { useFipsEndpoint: true, useDualstackEndpoint: true }],
    ['us-gov-west-1', { useFipsEndpoint: true }],
    ['cn-north-1', {}],
    ['cn-north-1', { useDualstackEndpoint: true }],
    ['us-gov-west-1', {}],
    ['us-iso-east-1', {}],
    ['us-isob-east-1', {}],
    ['eu-isoe-west-1', {}],
    ['us-isof-south-1', {}],
    ['eusc-de-east-1', {}],
  ])('answers the SDK in %s with %j from the state of that region', async (region, config) => {
    open()
    echo(region)
    const { Payload } = await new LambdaClient({ region, ...config }).send(invoke)
    expect(Payload!.transformToString()).toBe('{"id":7}')
    expect(lambda.calls('Invoke')).toMatchObject([{ region }])
  })

  it('answers endpoints of the user’s own, in the region that a request is signed for', async () => {
    open({ endpoints: ['http://localhost:4566'] })
    echo('eu-west-1')
    const client = new LambdaClient({ endpoint: 'http://localhost:4566', region: 'eu-west-1' })
    expect((await client.send(invoke)).Payload!.transformToString()).toBe('{"id":7}')
    expect(await (await fetch('http://localhost:4566/2015-03-31/functions/')).json()).toEqual({ Functions: [] })
  })

  it.each(['localhost:4566', 'http://localhost:4566/lambda', 'ftp://localhost'])('refuses the endpoint %s', (endpoint) => {
    expect(() => open({ endpoints: [endpoint] })).toThrow('is no endpoint: give a URL without a path')
  })

  describe('and the retry loop', () => {
    it('skips and notes the sleeps of clients that it finds, and only those', async () => {
      open()
      echo()
      lambda.on('Invoke').throttles().times(2)
      expect((await new LambdaClient().send(invoke)).$metadata.attempts).toBe(3)
      const [first, second, third] = lambda.calls('Invoke')
      expect([first!.retryDelay, first!.attempt, third!.attempt]).toEqual([undefined, 1, 3])
      expect(second!.retryDelay).toEqual(expect.any(Number))
    })

    it('is left to clients of others', async () => {
      open()
      echo()
      lambda.on('Invoke').throttles().once()
      const client = new AWS.Lambda({ retryDelayOptions: { customBackoff: () => 1 } })
      expect((await client.invoke(orders).promise()).Payload).toBe('{"id":7}')
      expect(lambda.calls('Invoke')).toHaveLength(2)
    })

    it.each(['ECONNRESET', 'ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE'])('tries again after %s', async (code) => {
      open()
      echo()
      lambda
        .on('Invoke')
        .rejects(Object.assign(new Error(code), { code }))
        .once()
      expect((await new LambdaClient().send(invoke)).$metadata.attempts).toBe(2)
    })

    it('shows the codes of connections as Node does', async () => {
      open()
      lambda.on('*').rejects(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }))
      await expect(request(functions('lambda.us-east-1.amazonaws.com'))).rejects.toMatchObject({
        code: 'ECONNREFUSED',
        syscall: 'connect',
        port: 443,
      })
      await expect(fetch(functions('lambda.us-east-1.amazonaws.com'))).rejects.toMatchObject({
        message: 'fetch failed',
        cause: { code: 'ECONNREFUSED' },
      })
    })
  })

  it('has bodies break off where they do, and where they are shorter than announced', async () => {
    const broken = async function* () {
      yield Buffer.from('{"a"')
      throw Object.assign(new Error('aborted'), { kind: 'broken', code: 'ECONNRESET' })
    }
    const cut = () => ({ ...reply({}), body: broken() })
    const short = () => reply('short', 200, { 'content-length': '100' })
    const exchange = fakeExchange(...[cut(), cut(), cut(), short(), short(), short()])
    const door = openNockDoor({ nock })({
      ...{ exchange, web: noWeb, region: 'us-east-1', accountId: '123456789012', clients: undefined, retryDelays: 'skip' },
      ...{ guard: 'lambda', onUnmatched: 'error', callerFile: __filename },
    })
    try {
      const url = functions('lambda.us-east-1.amazonaws.com')
      for (const _ of ['cut', 'short']) {
        await expect(request(url)).rejects.toMatchObject({ message: 'aborted', code: 'ECONNRESET' })
        await expect(fetch(url).then((response) => response.text())).rejects.toThrow('terminated')
        await expect(new LambdaClient({ maxAttempts: 1 }).send(invoke)).rejects.toThrow('aborted')
      }
    } finally {
      door.close()
    }
  })

  describe('says what the author of the test did wrong', () => {
    beforeEach(() => open())
    const nope = 'https://lambda.us-east-1.amazonaws.com/nope'

    it('to https and fetch, as an error', async () => {
      const error = await failureOf(request(nope))
      expect(isUsageError(error)).toBe(true)
      expect(error.message).toContain('GET /nope is no operation of the Lambda API.')
      await expect(fetch(nope)).rejects.toThrow('GET /nope is no operation')
      expect(() => lambda.verify()).toThrow('/nope')
    })

    it('to SDK v3 and v2, which do not try again', async () => {
      lambda.on('Invoke').callsFake(() => {
        throw new TypeError('a slip of the pen')
      })
      const error = await failureOf(new LambdaClient().send(invoke))
      expect(error).toMatchObject({ message: expect.stringContaining('a slip of the pen') })
      expect(lambda.calls('Invoke')).toHaveLength(1)
      await expect(new AWS.Lambda().invoke(orders).promise()).rejects.toMatchObject({
        code: 'TypeError',
        message: expect.stringContaining('a slip of the pen'),
      })
      expect(lambda.calls('Invoke')).toHaveLength(2)
    })
  })

  it('makes a client that speaks to its double alone, past nock', async () => {
    const first = open()
    first.function('orders').returns('first')
    const client = first.client() as LambdaClient
    using second = mockLambda({ nock })
    second.function('orders').returns('second')
    expect((await client.send(invoke)).Payload!.transformToString()).toBe('"first"')
    expect((await new LambdaClient().send(invoke)).Payload!.transformToString()).toBe('"second"')
  })

  it('takes turns with a double of the SDK door: the newer one answers', async () => {
    const answer = async () => (await new LambdaClient().send(invoke)).Payload!.transformToString()
    using older = mockThroughSdk()
    older.function('orders').returns('older')
    open().function('orders').returns('through nock')
    expect(await answer()).toBe('"through nock"')
    using newer = mockThroughSdk()
    newer.function('orders').returns('newer')
    expect(await answer()).toBe('"newer"')
    newer.restore()
    expect(await answer()).toBe('"through nock"')
    lambda.restore()
    expect(await answer()).toBe('"older"')
  })

  it('keeps tests side by side apart', async () => {
    open()
    const old = new AWS.Lambda()
    const test = (name: string) =>
      lambda.isolate(async () => {
        lambda.function('orders').returns(name)
        await new Promise(setImmediate)
        const { Payload } = await new LambdaClient().send(invoke)
        return [Payload!.transformToString(), (await old.invoke(orders).promise()).Payload]
      })
    const names = ['a', 'b', 'c']
    expect(await Promise.all(names.map(test))).toEqual(names.map((name) => [`"${name}"`, `"${name}"`]))
  })

  it('places credentials while the environment names no source of any, and takes them back', () => {
    open()
    expect(process.env).toMatchObject({ AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: expect.stringMatching(/^AKIA[A-Z]{16}$/) })
    const second = mockLambda({ nock })
    lambda.restore()
    expect(process.env.AWS_ACCESS_KEY_ID).toBeDefined()
    second.restore()
    expect(Object.keys(process.env).filter((name) => /^AWS_(REGION|ACCESS|SECRET)/.test(name))).toEqual([])
    process.env.AWS_PROFILE = 'mine'
    open()
    expect(process.env.AWS_ACCESS_KEY_ID).toBeUndefined()
  })

  it.each<[object, string]>([
    [{ endpoint: 'http://localhost:4566' }, "mockLambda has no option 'endpoint'. Did you mean 'endpoints'?"],
    [{ credentials: 'none' }, `mockLambda({ credentials: "none" }) is none of: 'placed', 'answered', 'own'.`],
    [{ endpoints: 'http://localhost:4566' }, 'mockLambda({ endpoints }) takes a list of URLs'],
    [{ regoin: 'eu-west-1' }, "mockLambda has no option 'regoin'. Did you mean 'region'?"],
    [{ nock: {} }, 'something that is not nock'],
  ])('refuses %j', (options, message) => {
    let error: UsageError | undefined
    try {
      mockLambda({ nock, ...options })
    } catch (caught) {
      error = caught as UsageError
    }
    expect(error?.message).toContain(message)
    expect(nock.isActive()).toBe(false)
  })
})
