import dns from 'node:dns'
import * as http2 from 'node:http2'
import * as https from 'node:https'
import * as net from 'node:net'
import { connect as connectTls } from 'node:tls'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { installGuard } from '../../../src/adapters/sdk/guard'
import { forbiddenTarget, type GuardScope } from '../../../src/adapters/sdk/forbiddenTarget'
import { isUsageError } from '../../../src/errors/usageError'
import { closeDoors, failureOf, fakeExchange, forgetAwsSettings, openDoor } from '../../support/sdkDoor'

const host = 'lambda.us-east-1.amazonaws.com'
const removals: (() => void)[] = []
const guard = (scope: GuardScope) => removals.push(installGuard(scope))

afterEach(() => {
  for (const remove of removals.splice(0)) remove()
  closeDoors()
  jest.restoreAllMocks()
})

describe('forbiddenTarget', () => {
  it.each([
    [host, 'Lambda'],
    ['LAMBDA.us-east-1.amazonaws.com.', 'Lambda'],
    ['lambda-fips.us-gov-west-1.amazonaws.com', 'Lambda'],
    ['lambda.eu-west-1.api.aws', 'Lambda'],
    ['lambda.cn-north-1.amazonaws.com.cn', 'Lambda'],
    ['lambda.cn-north-1.api.amazonwebservices.com.cn', 'Lambda'],
    ['lambda.us-iso-east-1.c2s.ic.gov', 'Lambda'],
    ['lambda.us-isob-east-1.sc2s.sgov.gov', 'Lambda'],
    ['lambda.eusc-de-east-1.amazonaws.eu', 'Lambda'],
    ['vpce-0a1b.lambda.us-east-1.vpce.amazonaws.com', 'Lambda'],
    ['abcdef.lambda-url.us-east-1.on.aws', 'a function URL'],
    ['169.254.169.254', 'the metadata service'],
    ['0xa9fea9fe', 'the metadata service'],
    ['::ffff:169.254.169.254', 'the metadata service'],
    ['169.254.170.2', 'the metadata service'],
    ['169.254.170.23', 'the metadata service'],
    ['[fd00:ec2::254]', 'the metadata service'],
    ['fd00:0ec2:0:0:0:0:0:254', 'the metadata service'],
  ])('%s is %s in every scope', (name, target) => {
    expect((['lambda', 'aws', 'all'] as const).map((scope) => forbiddenTarget(name, scope))).toEqual([target, target, target])
  })

  it.each([
    ['s3.us-east-1.amazonaws.com', [undefined, 'AWS', 'AWS']],
    ['lambda.us-east-1.s3.eu-west-1.amazonaws.com', [undefined, 'AWS', 'AWS']],
    ['sts.cn-north-1.amazonaws.com.cn', [undefined, 'AWS', 'AWS']],
    ['example.com', [undefined, undefined, 'the network']],
    ['lambda.us-east-1.amazonaws.com.example.com', [undefined, undefined, 'the network']],
    ['notamazonaws.com', [undefined, undefined, 'the network']],
    ['localhost', [undefined, undefined, undefined]],
    ['lambda.localhost', [undefined, undefined, undefined]],
    ['127.0.0.53', [undefined, undefined, undefined]],
    ['::1', [undefined, undefined, undefined]],
    ['::ffff:127.0.0.1', [undefined, undefined, undefined]],
  ])('%s is seen by scope', (name, targets) => {
    expect((['lambda', 'aws', 'all'] as const).map((scope) => forbiddenTarget(name, scope))).toEqual(targets)
  })
})

describe('a guarded process', () => {
  const failing = (emitter: NodeJS.EventEmitter) => new Promise<Error>((resolve) => emitter.once('error', resolve))
  const callers: readonly (readonly [string, () => Promise<Error>])[] = [
    ['https', () => failing(https.request({ host, path: '/' }).end())],
    ['https with an agent', () => failing(https.get(`https://${host}/`, { agent: new https.Agent({ keepAlive: true }) }))],
    ['http2', () => failing(http2.connect(`https://${host}`))],
    ['tls', () => failing(connectTls(443, host))],
    ['net, options', () => failing(net.connect({ host, port: 443 }))],
    ['net, port and host', () => failing(net.connect(443, host))],
    ['a socket', () => failing(new net.Socket().connect(443, host))],
    ['fetch', async () => (await failureOf(fetch(`https://${host}/`))).cause as Error],
  ]

  it.each(callers)('refuses, and resolves no name: %s', async (_, call) => {
    const lookup = jest.spyOn(dns, 'lookup')
    guard('lambda')
    const error = await call()
    expect(isUsageError(error)).toBe(true)
    expect(error).toMatchObject({ code: 'ERR_LAMBDOUBLE_GUARD' })
    expect(error.message).toContain(`A connection to ${host} was refused: it leads to Lambda`)
    expect(error.message).toContain("mockLambda({ guard: 'off' })")
    expect(lookup).not.toHaveBeenCalled()
  })

  it.each([
    ['Lambda', host, /mockLambda\(LambdaClient\)/],
    ['a function URL', 'abc.lambda-url.us-east-1.on.aws', /lambdouble\/nock/],
    ['the metadata service', '169.254.169.254', /credentials/],
    ['AWS', 's3.eu-west-1.amazonaws.com', /a double of its own/],
    ['the network', 'example.com', /a double of its own/],
  ])('says what to do about %s', async (_, target, advice) => {
    guard('all')
    expect((await failing(net.connect(443, target))).message).toMatch(advice)
  })

  it.each(['lambda', 'aws', 'all'] as const)('reaches this machine: %s', async (scope) => {
    guard(scope)
    const server = net.createServer((socket) => socket.end('hello'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as net.AddressInfo
    for (const input of [{ port, host: '127.0.0.1' }, port, String(port)]) {
      const socket = net.connect(input as number, '127.0.0.1')
      expect(String(await new Promise((resolve) => socket.once('data', resolve)))).toBe('hello')
    }
    await new Promise((resolve) => server.close(resolve))
  })

  it('reaches Unix sockets', async () => {
    guard('all')
    const path = '/nonexistent/lambda.us-east-1.amazonaws.com'
    for (const socket of [net.connect(path), net.connect({ path, host })]) {
      expect(await failing(socket)).toMatchObject({ code: 'ENOENT' })
    }
  })

  it('is one patch for any number of guards, and the original again after the last', async () => {
    const before = Object.getOwnPropertyDescriptor(net.Socket.prototype, 'connect')
    const removeOne = installGuard('lambda')
    const patched = net.Socket.prototype.connect
    let copy!: typeof import('../../../src/adapters/sdk/guard')
    jest.isolateModules(() => (copy = require('../../../src/adapters/sdk/guard') as typeof copy))
    const removeOther = copy.installGuard('all')
    expect(net.Socket.prototype.connect).toBe(patched)
    removeOne()
    expect(await failing(net.connect(443, 'example.com'))).toMatchObject({ code: 'ERR_LAMBDOUBLE_GUARD' })
    removeOther()
    removeOther()
    expect(Object.getOwnPropertyDescriptor(net.Socket.prototype, 'connect')).toEqual(before)
  })

  it('leaves a patch of somebody else, and lets everything pass below it', async () => {
    const remove = installGuard('lambda')
    const spy = jest.spyOn(net.Socket.prototype, 'connect')
    remove()
    expect(net.Socket.prototype.connect).toBe(spy)
    expect(await failing(net.connect('/nonexistent/pipe'))).toMatchObject({ code: 'ENOENT' })
    jest.restoreAllMocks()
    await failing(net.connect('/nonexistent/pipe'))
    expect(net.Socket.prototype.connect.name).toBe('')
  })

  it('is not held by a double that nobody has any more', async () => {
    const before = net.Socket.prototype.connect
    setFlagsFromString('--expose-gc')
    const collectGarbage = runInNewContext('gc') as () => void
    ;(() => void installGuard('lambda'))()
    expect(net.Socket.prototype.connect).not.toBe(before)
    await new Promise((resolve) => setImmediate(resolve))
    collectGarbage()
    await failing(net.connect('/nonexistent/pipe'))
    expect(net.Socket.prototype.connect).toBe(before)
  })

  it('goes with the last double that somebody still has', async () => {
    const before = net.Socket.prototype.connect
    setFlagsFromString('--expose-gc')
    const collectGarbage = runInNewContext('gc') as () => void
    ;(() => void installGuard('lambda'))()
    const remove = installGuard('lambda')
    await new Promise((resolve) => setImmediate(resolve))
    collectGarbage()
    remove()
    expect(net.Socket.prototype.connect).toBe(before)
  })

  it('is kept by the door as long as clients are, even if the test keeps no double', async () => {
    setFlagsFromString('--expose-gc')
    const collectGarbage = runInNewContext('gc') as () => void
    openDoor(fakeExchange())
    await new Promise((resolve) => setImmediate(resolve))
    collectGarbage()
    expect(await failing(net.connect(443, host))).toMatchObject({ code: 'ERR_LAMBDOUBLE_GUARD' })
  })
})

describe('after jest.resetModules()', () => {
  it('a client of the new copy of the SDK is refused, once, and sends nothing', async () => {
    forgetAwsSettings()
    const lookup = jest.spyOn(dns, 'lookup')
    const exchange = fakeExchange()
    openDoor(exchange)
    jest.resetModules()
    const { LambdaClient, InvokeCommand } = require('@aws-sdk/client-lambda') as typeof import('@aws-sdk/client-lambda')
    const client = new LambdaClient({ credentials: { accessKeyId: 'a', secretAccessKey: 'b' } })
    const error = await failureOf(client.send(new InvokeCommand({ FunctionName: 'orders' })))
    expect(error).toMatchObject({ code: 'ERR_LAMBDOUBLE_GUARD', $metadata: { attempts: 1 } })
    expect(error.message).toContain('mockLambda(LambdaClient)')
    expect(lookup).not.toHaveBeenCalled()
    expect(exchange.requests).toEqual([])
  })
})
