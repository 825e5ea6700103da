import { InvokeAsyncCommand, InvokeCommand, type LambdaClient, PutFunctionEventInvokeConfigCommand } from '@aws-sdk/client-lambda'
import type { MockLambda } from '../../src/index'
import { done, failed, letters } from '../support/deliveries'
import type { OpenDouble } from './doors'
import { throughEachDoor } from './throughEachDoor'

throughEachDoor('asynchronous', (open, test) => {
  let double: OpenDouble
  let lambda: MockLambda
  let client: LambdaClient
  const send = (event: unknown, more: object = {}) =>
    client.send(new InvokeCommand({ FunctionName: 'orders', InvocationType: 'Event', Payload: JSON.stringify(event), ...more }))

  beforeEach(async () => {
    double = await open({ seed: 1, now: '2026-01-31T12:00:00.000Z' })
    ;({ lambda, client } = double)
  })
  afterEach(() => double.close())

  describe('Invoke with InvocationType Event', () => {
    test('answers 202 without a payload and runs the function afterwards, by itself', async () => {
      const handled = new Promise((resolve) => lambda.function('orders', (event) => void resolve(event)))
      const reply = await send({ id: 7 })
      expect(reply.StatusCode).toBe(202)
      expect(reply.Payload?.byteLength ?? 0).toBe(0)
      expect([reply.ExecutedVersion, reply.FunctionError]).toEqual([undefined, undefined])
      expect(await handled).toEqual({ id: 7 })
    })

    test('runs under the request id of its answer, in every attempt', async () => {
      lambda.function('orders').throws(new Error('no'))
      const { $metadata } = await send({})
      await lambda.settled()
      expect(lambda.invocations('orders').map(({ attempt, requestId, type }) => [attempt, requestId, type])).toEqual([
        [1, $metadata.requestId, 'Event'],
        [2, $metadata.requestId, 'Event'],
        [3, $metadata.requestId, 'Event'],
      ])
    })

    test('retries as the clock is advanced', async () => {
      lambda.function('orders').throws(new Error('no'))
      await send({})
      const runs: number[] = []
      for (const step of ['0s', '59s', '1s', '119s', '1s', '6h'] as const) {
        await lambda.clock.advance(step)
        runs.push(lambda.invocations('orders').length)
      }
      expect(runs).toEqual([1, 1, 2, 2, 3, 3])
    })

    test('drops the client context on the way, which the call still shows', async () => {
      lambda.function('orders', (_event, context) => ({ context: context.clientContext }))
      const ClientContext = Buffer.from('{"custom":{"a":1}}').toString('base64')
      await send({}, { ClientContext })
      await lambda.settled()
      expect(lambda.invocations('orders')[0]!.result).toEqual({})
      expect(lambda.calls('Invoke')[0]!.input).toMatchObject({ ClientContext })
      const { Payload } = await client.send(new InvokeCommand({ FunctionName: 'orders', ClientContext }))
      expect(JSON.parse(Payload!.transformToString())).toEqual({ context: { custom: { a: 1 } } })
    })

    test('refuses at once what is no JSON', async () => {
      lambda.function('orders')
      await expect(send(undefined, { Payload: '{' })).rejects.toMatchObject({ name: 'InvalidRequestContentException' })
      await lambda.settled()
      expect(lambda.invocations()).toEqual([])
    })

    test('knows rules for requests, and not for attempts', async () => {
      lambda.function('orders').returns('ok')
      lambda.on('Invoke').throttles().times(2)
      await send({})
      await lambda.settled()
      expect(lambda.calls('Invoke')).toHaveLength(3)
      expect(lambda.invocations('orders')).toHaveLength(1)
      lambda.on('Invoke').throttles()
      lambda.function('orders').throws(new Error('no'))
      await expect(send({})).rejects.toMatchObject({ name: 'TooManyRequestsException' })
      lambda.verify()
    })

    test('lets handlers of one moment wait for each other', async () => {
      let open!: () => void
      const opened = new Promise<void>((resolve) => (open = resolve))
      lambda.function('orders', async ({ last }: { last: boolean }) => (last ? open() : opened))
      await send({ last: false })
      await send({ last: true })
      await lambda.settled()
      expect(lambda.invocations('orders')).toHaveLength(2)
      expect(lambda.invocations('orders').filter(({ error }) => error)).toEqual([])
    })

    test('lets a handler send events of its own', async () => {
      lambda.function('audit').returns('ok')
      lambda.function('orders', async (event) => {
        await client.send(
          new InvokeCommand({ FunctionName: 'audit', InvocationType: 'Event', Payload: JSON.stringify({ of: event }) }),
        )
      })
      await send({ id: 7 })
      await lambda.settled()
      expect(lambda.invocations('audit').map(({ event }) => event)).toEqual([{ of: { id: 7 } }])
    })

    test('is forgotten by reset', async () => {
      lambda.function('orders').throws(new Error('no'))
      await send({})
      await lambda.clock.advance(0)
      lambda.reset()
      lambda.function('orders').returns('ok')
      await lambda.settled()
      expect(lambda.invocations()).toEqual([])
      expect(lambda.deliveries()).toEqual([])
    })
  })

  describe('InvokeAsync', () => {
    test('puts its body into the same queue', async () => {
      lambda.function('orders').throws(new Error('no')).async({ onFailure: failed, maximumRetryAttempts: 1 })
      const reply = await client.send(new InvokeAsyncCommand({ FunctionName: 'orders', InvokeArgs: '{"id":7}' }))
      expect(reply.Status).toBe(202)
      await lambda.settled()
      expect(lambda.invocations('orders')).toHaveLength(2)
      lambda.assert.delivered(failed, { requestPayload: { id: 7 }, requestContext: { requestId: reply.$metadata.requestId } })
    })
  })

  describe('.async', () => {
    test('sets retries and targets, as PutFunctionEventInvokeConfig does', async () => {
      lambda
        .function('orders')
        .throws(new Error('none left'))
        .async({ maximumRetryAttempts: 0, onFailure: failed, deadLetter: letters })
      await send({ id: 7 })
      await lambda.settled()
      expect(lambda.deliveries(failed)).toHaveLength(1)
      expect(lambda.deliveries(letters)).toMatchObject([{ body: '{"id":7}', record: { id: 7 }, kind: 'dead-letter' }])
      await client.send(new PutFunctionEventInvokeConfigCommand({ FunctionName: 'orders', MaximumRetryAttempts: 2 }))
      await send({ id: 8 })
      await lambda.settled()
      expect(lambda.deliveries(failed)).toHaveLength(1)
      expect(lambda.invocations('orders')).toHaveLength(4)
    })

    test('takes an age: 1 minute, over at the first retry', async () => {
      lambda.function('orders').throws(new Error('no')).async({ maximumEventAge: '1m', onFailure: failed })
      await send({})
      await lambda.settled()
      expect(lambda.deliveries()).toMatchObject([
        { condition: 'EventAgeExceeded', record: { requestContext: { approximateInvokeCount: 1 } } },
      ])
    })

    test('sends records of success on', async () => {
      lambda.function('orders').returns({ ok: true }).async({ onSuccess: done, onFailure: failed })
      await send({ id: 7 })
      await lambda.settled()
      expect(lambda.deliveries().map(({ arn }) => arn)).toEqual([done])
      lambda.assert.delivered(done, { responsePayload: { ok: true } })
      lambda.assert.not.delivered(failed)
    })
  })

  describe('deliverTo', () => {
    const start = async () => {
      lambda.function('orders').throws(new Error('no')).async({ maximumRetryAttempts: 0, onFailure: failed, deadLetter: letters })
      await send({ id: 7 })
      await lambda.settled()
    }

    test('hands deliveries to a client of your own, and settled() waits for it', async () => {
      const messages: string[] = []
      lambda.deliverTo('arn:aws:sqs:*', async ({ arn, body }) => {
        await new Promise((resolve) => setTimeout(resolve, 2))
        messages.push(`${arn.split(':').at(-1)!}: ${String((JSON.parse(body) as { id?: number }).id)}`)
      })
      await start()
      expect(messages).toEqual(['failed: undefined', 'letters: 7'])
      lambda.verify()
    })

    test('drops what it fails with, and verify() complains', async () => {
      const deliverer = jest.fn().mockRejectedValue(new Error('no such queue'))
      lambda.deliverTo(letters, deliverer)
      await start()
      expect(deliverer).toHaveBeenCalledTimes(1)
      expect(lambda.deliveries(letters)[0]!.error).toBe(`The deliverer of ${letters} failed: no such queue`)
      expect(lambda.deliveries(failed)[0]!.error).toBeUndefined()
      lambda.assert.not.delivered(letters)
      expect(() => lambda.verify()).toThrow(`- The deliverer of ${letters} failed: no such queue`)
    })

    test('is forgotten by reset', async () => {
      const deliverer = jest.fn()
      lambda.deliverTo('*', deliverer)
      lambda.reset()
      await start()
      expect(deliverer).not.toHaveBeenCalled()
    })
  })

  describe('deliveries', () => {
    test('are read by ARN, with * and regular expressions, and every reader gets a copy', async () => {
      lambda.function('orders').throws(new Error('no')).async({ maximumRetryAttempts: 0, onFailure: failed, deadLetter: letters })
      await send({ id: 7 })
      await lambda.settled()
      expect(lambda.deliveries()).toHaveLength(2)
      expect(lambda.deliveries('arn:aws:sqs:*')).toHaveLength(2)
      expect(lambda.deliveries(/letters$/)).toHaveLength(1)
      expect(lambda.deliveries(done)).toEqual([])
      ;(lambda.deliveries(letters)[0]!.record as { id: number }).id = 8
      expect(lambda.deliveries(letters)[0]!.record).toEqual({ id: 7 })
    })

    test('are as many as the journal keeps', async () => {
      await double.close()
      double = await open({ journalLimit: 3 })
      ;({ lambda, client } = double)
      lambda.function('orders').returns('ok').async({ onSuccess: done })
      for (let id = 0; id < 5; id++) await send({ id })
      await lambda.settled()
      expect(lambda.deliveries().map(({ record }) => (record as { requestPayload: unknown }).requestPayload)).toEqual([
        { id: 2 },
        { id: 3 },
        { id: 4 },
      ])
    })
  })
})
