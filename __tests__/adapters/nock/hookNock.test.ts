import * as http from 'node:http'
import * as https from 'node:https'
import { Socket } from 'node:net'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda } from '../../../src/nock'
import { nocks } from '../../support/nocks'
import { failureOf } from '../../support/sdkDoor'

const credentials = { accessKeyId: 'any', secretAccessKey: 'any' }

async function payload(): Promise<string> {
  const client = new LambdaClient({ region: 'us-east-1', credentials })
  return (await client.send(new InvokeCommand({ FunctionName: 'orders' }))).Payload!.transformToString()
}

function get(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    https.get(url, (message) => message.on('data', (piece) => resolve(String(piece)))).on('error', reject)
  })
}

/** All that nock and the double may touch. */
const touched = () => ({
  request: http.request,
  secure: https.request,
  class: http.ClientRequest,
  fetch: Object.getOwnPropertyDescriptor(globalThis, 'fetch'),
  connect: Socket.prototype.connect,
  send: LambdaClient.prototype.send,
  environment: { ...process.env },
})

describe.each(nocks)('a double in %s', (_, nock) => {
  const open = (result: unknown) => {
    const lambda = mockLambda({ nock })
    lambda.function('orders').returns(result)
    return lambda
  }
  beforeEach(() => nock.activate())
  afterEach(() => {
    nock.cleanAll()
    nock.enableNetConnect()
    nock.restore()
  })

  it('leaves interceptors of others alone, before, meanwhile and after', async () => {
    const before = nock('https://before.example').get('/').reply(200, 'before')
    const after = nock('https://after.example').get('/').reply(200, 'after')
    const lambda = open(1)
    const meanwhile = nock('https://meanwhile.example').get('/').reply(200, 'meanwhile')
    expect(nock.pendingMocks()).toHaveLength(3)
    expect(await get('https://before.example/')).toBe('before')
    expect(await get('https://meanwhile.example/')).toBe('meanwhile')
    expect(await payload()).toBe('1')
    lambda.restore()
    expect(nock.pendingMocks()).toEqual(['GET https://after.example:443/'])
    expect(await get('https://after.example/')).toBe('after')
    for (const scope of [before, meanwhile, after]) scope.done()
    expect([nock.activeMocks(), nock.isDone()]).toEqual([[], true])
  })

  it('is no pending mock, called or not', async () => {
    using _lambda = open(1)
    expect([nock.pendingMocks(), nock.isDone()]).toEqual([[], true])
    await payload()
    expect([nock.pendingMocks(), nock.isDone()]).toEqual([[], true])
  })

  it('gives an interceptor of the user for a host of Lambda’s the first word, as long as it is there', async () => {
    const origin = 'https://lambda.us-east-1.amazonaws.com'
    const mine = () => nock(origin).post('/2015-03-31/functions/orders/invocations').reply(200, '"mine"')
    mine()
    expect(await payload()).toBe('"mine"')
    using _lambda = open(1)
    expect(await payload()).toBe('1')
    mine()
    expect(await payload()).toBe('"mine"')
    expect(await payload()).toBe('1')
  })

  it('is gone from Lambda’s hosts after restore, and comes back with the next', async () => {
    open(1).restore()
    nock.disableNetConnect()
    await expect(get('https://lambda.us-east-1.amazonaws.com/')).rejects.toThrow('Disallowed net connect')
    nock('https://lambda.us-east-1.amazonaws.com').get('/').reply(200, 'mine')
    expect(await get('https://lambda.us-east-1.amazonaws.com/')).toBe('mine')
    using _lambda = open(2)
    expect(await payload()).toBe('2')
  })

  it('keeps what may be connected to as it was found', async () => {
    nock.disableNetConnect()
    const lambda = open(1)
    expect(await payload()).toBe('1')
    await expect(get('https://elsewhere.example/')).rejects.toThrow('Disallowed net connect')
    lambda.restore()
    await expect(get('https://elsewhere.example/')).rejects.toThrow('Disallowed net connect')
  })

  it('survives nock.cleanAll(), which is nock’s own again afterwards', async () => {
    const { cleanAll } = nock
    const lambda = open(1)
    nock('https://before.example').get('/').reply(200)
    nock.cleanAll()
    expect(nock.pendingMocks()).toEqual([])
    expect(await payload()).toBe('1')
    lambda.reset()
    lambda.function('orders').returns(2)
    expect(await payload()).toBe('2')
    lambda.restore()
    expect(nock.cleanAll).toBe(cleanAll)
  })

  it('says loudly that nock was switched off', async () => {
    using _lambda = open(1)
    nock.restore()
    try {
      expect(await failureOf(get('https://lambda.us-east-1.amazonaws.com/'))).toMatchObject({ code: 'ERR_LAMBDOUBLE_GUARD' })
    } finally {
      nock.activate()
    }
  })

  it('answers if it is the newest, until it is restored, in whichever order', async () => {
    const first = open(1)
    const second = open(2)
    expect(await payload()).toBe('2')
    const third = open(3)
    expect(await payload()).toBe('3')
    second.restore()
    expect(await payload()).toBe('3')
    third.restore()
    expect(await payload()).toBe('1')
    first.restore()
  })

  it.each([
    ['on', true],
    ['off', false],
  ])('leaves nock %s, and everything as it was', async (_, isOn) => {
    if (!isOn) nock.restore()
    const before = touched()
    for (let round = 0; round < 3; round++) {
      const [first, second] = [open(1), open(2)]
      expect(await payload()).toBe('2')
      await get('https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/')
      first.restore()
      expect(nock.isActive()).toBe(true)
      second.restore()
      expect(nock.isActive()).toBe(isOn)
    }
    expect(touched()).toEqual(before)
    if (!isOn) nock.activate()
  })
})
