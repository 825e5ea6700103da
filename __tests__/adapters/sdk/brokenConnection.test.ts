import { createServer, type AddressInfo, type Socket } from 'node:net'
import { brokenConnection } from '../../../src/adapters/sdk/brokenConnection'
import { closeDoors, failureOf, fakeExchange, forgetAwsSettings, openDoor, sdks } from '../../support/sdkDoor'

beforeAll(forgetAwsSettings)
afterEach(closeDoors)

const request = { hostname: 'lambda.us-east-1.amazonaws.com', protocol: 'https:' }

describe('brokenConnection', () => {
  it.each([
    ['ECONNRESET', { name: 'TimeoutError', message: 'read ECONNRESET', syscall: 'read' }],
    ['EPIPE', { name: 'TimeoutError', message: 'write EPIPE', syscall: 'write' }],
    ['ETIMEDOUT', { name: 'TimeoutError', message: 'connect ETIMEDOUT 192.0.2.1:443', syscall: 'connect', port: 443 }],
    ['ECONNREFUSED', { name: 'Error', message: 'connect ECONNREFUSED 192.0.2.1:443', address: '192.0.2.1' }],
    ['EHOSTUNREACH', { name: 'Error', syscall: 'connect' }],
    [
      'ENOTFOUND',
      { name: 'Error', message: `getaddrinfo ENOTFOUND ${request.hostname}`, errno: -3008, hostname: request.hostname },
    ],
    ['EAI_AGAIN', { name: 'Error', errno: -3001, syscall: 'getaddrinfo' }],
    ['CERT_HAS_EXPIRED', { name: 'Error', message: 'certificate has expired' }],
    ['HPE_INVALID_CONSTANT', { name: 'Error', message: 'Parse Error: Expected HTTP/' }],
    ['EOFTHEIROWN', { name: 'Error', message: 'EOFTHEIROWN' }],
  ])("has the looks of Node's own: %s", (code, looks) => {
    const error = brokenConnection(code, request)
    expect(error).toMatchObject({ ...looks, code })
  })
})

describe.each(sdks)('%s', (version, { LambdaClient, InvokeCommand }) => {
  const invoke = () => new InvokeCommand({ FunctionName: 'orders' })
  const attemptsOf = (error: Record<string, unknown>) => (error.$metadata as { attempts: number }).attempts
  const looks = (error: Record<string, unknown> & Error) => ({ ...error, name: error.name, message: error.message })

  it.each([
    ...['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].map(
      (code) => [code, 'is', 2] as const,
    ),
    ...['EPROTO', 'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'HPE_INVALID_CONSTANT', 'HPE_HEADER_OVERFLOW'].map(
      (code) => [code, 'is not', 1] as const,
    ),
  ])('%s %s retried', async (code, _, attempts) => {
    openDoor(fakeExchange({ kind: 'broken', code }), { clients: LambdaClient })
    const error = await failureOf(new LambdaClient({ maxAttempts: 2 }).send(invoke()))
    // 3.600 does not retry what name resolution and routing report.
    const known = version === 'the newest SDK' || !/^(ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/.test(code)
    expect([error.code, attemptsOf(error)]).toEqual([code, known ? attempts : 1])
  })

  // Compared at the handler: in Jest the SDK wraps what Node itself throws, as it comes from another realm.
  it.each([
    ['ECONNREFUSED', undefined],
    ['ECONNRESET', (socket: Socket) => socket.once('data', () => socket.resetAndDestroy())],
  ])('fails as its own handler does at a real connection: %s', async (code, onConnection) => {
    const server = createServer(onConnection)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    if (onConnection === undefined) await new Promise((resolve) => server.close(resolve))
    const client = new LambdaClient()
    const target = { method: 'GET', protocol: 'http:', hostname: '127.0.0.1', port, path: '/', headers: {} }
    const error = await failureOf(client.config.requestHandler.handle(target as never))
    client.destroy()
    server.close()
    expect(looks(brokenConnection(code, target) as never)).toEqual(looks(error))
  })
})
