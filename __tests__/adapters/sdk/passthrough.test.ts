import type { LookupFunction } from 'node:net'
import * as http from 'node:http'
import * as net from 'node:net'
import { InvokeCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda'
import * as oldest from 'client-lambda-oldest'
import { mockLambda, type MockLambda } from '../../../src'

/** Stands in for AWS: notes what it is asked. */
interface Aws {
  readonly requests: { readonly url: string; readonly headers: http.IncomingHttpHeaders; readonly body: string }[]
  readonly port: number
  readonly server: http.Server
  /** Answers to come; 200 without them. */
  readonly statuses: number[]
}

async function openAws(): Promise<Aws> {
  const requests: Aws['requests'] = []
  const statuses: number[] = []
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      requests.push({ url: request.url!, headers: request.headers, body: Buffer.concat(parts).toString() })
      const status = statuses.shift() ?? 200
      response
        .writeHead(status, status === 200 ? {} : { 'x-amzn-errortype': 'ServiceException' })
        .end(status === 200 ? '"from AWS"' : '{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { requests, statuses, server, port: (server.address() as net.AddressInfo).port }
}

/** Every name leads to this machine, so that nothing is ever sent to the real AWS. */
const lookup = ((_: string, options: { all?: boolean }, callback: (...found: unknown[]) => void) =>
  options.all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4)) as LookupFunction

const host = 'lambda.us-east-1.amazonaws.com'
let aws: Aws
let lambda: MockLambda
beforeAll(async () => (aws = await openAws()))
afterEach(() => {
  lambda.restore()
  aws.requests.length = 0
})
afterAll(() => void aws.server.close().closeAllConnections())

describe.each([
  ['the newest SDK', { LambdaClient, InvokeCommand, ListFunctionsCommand }],
  ['SDK 3.600', oldest as unknown as typeof import('@aws-sdk/client-lambda')],
])("onUnmatched: 'passthrough' with %s", (_, sdk) => {
  const open = () => (lambda = mockLambda({ clients: sdk.LambdaClient, onUnmatched: 'passthrough', region: 'us-east-1' }))
  const credentials = jest.fn(async () => ({ accessKeyId: 'AKIAOWN', secretAccessKey: 'secret', sessionToken: 'token' }))
  const newClient = () =>
    new sdk.LambdaClient({
      region: 'us-east-1',
      credentials,
      endpoint: `http://${host}:${aws.port}`,
      requestHandler: { httpAgent: new http.Agent({ lookup }) },
    })
  const invoke = async (client: LambdaClient, FunctionName: string, more = {}) =>
    (
      await client.send(new sdk.InvokeCommand({ FunctionName, Payload: Buffer.from('{"id":7}'), ...more }))
    ).Payload!.transformToString()

  it('sends a call of a function that the double does not have where the client would, signed with its own credentials', async () => {
    open().function('orders').returns('double')
    const client = newClient()
    expect([await invoke(client, 'orders'), await invoke(client, 'elsewhere')]).toEqual(['"double"', '"from AWS"'])
    expect(aws.requests).toEqual([
      {
        url: '/2015-03-31/functions/elsewhere/invocations',
        headers: expect.objectContaining({
          authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=AKIAOWN\/\d{8}\/us-east-1\/lambda\/aws4_request/),
          'x-amz-security-token': 'token',
        }) as object,
        body: '{"id":7}',
      },
    ])
    expect(lambda.calls('Invoke').map(({ input, response, hint }) => [input.FunctionName, response?.kind, hint])).toEqual([
      ['orders', 'reply', undefined],
      ['elsewhere', undefined, 'The double has nothing for this call: it was passed on.'],
    ])
    expect(() => lambda.verify()).not.toThrow()
    client.destroy()
  })

  it('asks for no credentials before that', async () => {
    open().function('orders').returns(1)
    credentials.mockClear()
    await invoke(newClient(), 'orders')
    expect(credentials).not.toHaveBeenCalled()
  })

  it('leaves to the double what a rule speaks about, until it is used up, and what names no function', async () => {
    open().on('Invoke', { FunctionName: 'elsewhere' }).resolves({ Payload: 'rule' }).once()
    const client = newClient()
    expect([await invoke(client, 'elsewhere'), await invoke(client, 'elsewhere')]).toEqual(['rule', '"from AWS"'])
    const { Functions } = await client.send(new sdk.ListFunctionsCommand({}))
    expect(Functions).toEqual([])
    client.destroy()
  })

  it('retries what AWS answers', async () => {
    open()
    aws.statuses.push(500)
    const client = newClient()
    expect(await invoke(client, 'elsewhere')).toBe('"from AWS"')
    expect(aws.requests.map(({ headers }) => headers['amz-sdk-request'])).toEqual(['attempt=1; max=3', 'attempt=2; max=3'])
    client.destroy()
  })

  it('keeps the guard shut for everybody else', async () => {
    open()
    const client = newClient()
    const refused = async () => {
      const socket = net.connect({ host, port: aws.port, lookup })
      return new Promise((resolve) => socket.once('error', resolve).once('connect', () => resolve('connected')))
    }
    expect(await refused()).toMatchObject({ code: 'ERR_LAMBDOUBLE_GUARD' })
    const [answer, meanwhile] = await Promise.all([invoke(client, 'elsewhere'), refused()])
    expect([answer, meanwhile]).toEqual(['"from AWS"', expect.objectContaining({ code: 'ERR_LAMBDOUBLE_GUARD' })])
    client.destroy()
  })
})
