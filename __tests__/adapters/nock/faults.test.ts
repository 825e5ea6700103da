import { InvokeCommand, InvokeWithResponseStreamCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda'
import AWS from 'aws-sdk'
import { mockLambda } from '../../../src/nock'
import type { MockLambda } from '../../../src/index'
import { nocks } from '../../support/nocks'
import { failureOf } from '../../support/sdkDoor'

const credentials = { accessKeyId: 'any', secretAccessKey: 'any' }
const invoke = new InvokeCommand({ FunctionName: 'orders' })
const stream = new InvokeWithResponseStreamCommand({ FunctionName: 'orders' })

describe.each(nocks)('faults through %s', (_, nock) => {
  let lambda: MockLambda
  const client = new LambdaClient({ region: 'us-east-1', credentials, maxAttempts: 2 })
  beforeEach(() => {
    lambda = mockLambda({ nock })
    lambda.function('orders').returns({ id: 7, ok: true })
  })
  afterEach(() => lambda.restore())

  const payload = async () => (await client.send(invoke)).Payload!.transformToString()

  async function pieces(): Promise<string[]> {
    const seen: string[] = []
    const { EventStream } = await client.send(stream)
    for await (const event of EventStream!) seen.push(Object.keys(event)[0]!)
    return seen
  }

  it('a lost reply: the operation happened, and is tried again', async () => {
    lambda.on('Invoke').losesReply().once()
    expect((await client.send(invoke)).$metadata.attempts).toBe(2)
    expect(lambda.invocations('orders')).toHaveLength(2)
  })

  it('an answer of somebody else, as it stands', async () => {
    lambda
      .on('ListFunctions')
      .answers({ status: 502, headers: { 'content-type': 'text/html' }, body: '<html>Bad Gateway</html>' })
    const error = await failureOf(client.send(new ListFunctionsCommand()))
    expect(error).toMatchObject({ name: 'SyntaxError', $metadata: { attempts: 2 } })
  })

  it('a body that is cut off is tried again', async () => {
    lambda.on('Invoke').truncates().once()
    const reply = await client.send(invoke)
    expect([reply.Payload!.transformToString(), reply.$metadata.attempts]).toEqual(['{"id":7,"ok":true}', 2])
  })

  it('a body that is cut off silently is short', async () => {
    lambda.on('Invoke').truncates({ at: 5, silently: true }).once()
    expect(await payload()).toBe('{"id"')
  })

  it('a garbled body is what it is', async () => {
    lambda.on('Invoke').garbles().once()
    expect(await payload()).not.toContain('id')
  })

  it('a body in drips arrives whole', async () => {
    lambda.on('Invoke').drips({ every: '1m' }).once()
    expect(await payload()).toBe('{"id":7,"ok":true}')
  })

  it('streams break in the middle of an event, end early, and have wrong checksums', async () => {
    lambda.on('InvokeWithResponseStream').truncates({ at: 'frame' }).once()
    await expect(pieces()).rejects.toThrow('Truncated event message received.')
    lambda.on('InvokeWithResponseStream').truncates({ at: 'complete' }).once()
    expect(await pieces()).toEqual(['PayloadChunk'])
    lambda.on('InvokeWithResponseStream').garbles().once()
    await expect(pieces()).rejects.toThrow('checksum')
    lambda.on('InvokeWithResponseStream').drops('ECONNRESET', { afterChunks: 1 }).once()
    await expect(pieces()).rejects.toThrow('aborted')
    expect(await pieces()).toEqual(['PayloadChunk', 'InvokeComplete'])
  })

  it('a call that hangs ends when its caller gives up', async () => {
    lambda.on('Invoke').hangs()
    const controller = new AbortController()
    const call = client.send(invoke, { abortSignal: controller.signal })
    while (lambda.calls('Invoke').length === 0) await new Promise(setImmediate)
    controller.abort()
    expect(await failureOf(call)).toMatchObject({ name: 'AbortError' })
  })

  it('a call that hangs ends by the client’s own time-out, without waiting', async () => {
    lambda.on('Invoke').hangs()
    const patient = new LambdaClient({
      ...{ region: 'us-east-1', credentials, maxAttempts: 2 },
      requestHandler: { requestTimeout: 3_600_000, throwOnRequestTimeout: true },
    })
    expect(await failureOf(patient.send(invoke))).toMatchObject({
      name: 'TimeoutError',
      message: expect.stringContaining('3600000 ms requestTimeout'),
      $metadata: { attempts: 2 },
    })
  })

  it('SDK v2 sees the codes, and tries again', async () => {
    const old = new AWS.Lambda({ region: 'us-east-1', credentials, retryDelayOptions: { customBackoff: () => 0 }, maxRetries: 1 })
    lambda.on('Invoke').drops('ENOTFOUND').once()
    expect((await old.invoke({ FunctionName: 'orders' }).promise()).StatusCode).toBe(200)
    lambda.on('Invoke').drops('ECONNREFUSED').times(2)
    await expect(old.invoke({ FunctionName: 'orders' }).promise()).rejects.toMatchObject({ originalError: { errno: -111 } })
  })
})
