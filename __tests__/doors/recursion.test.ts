import { InvokeCommand, type LambdaClient, PutFunctionRecursionConfigCommand } from '@aws-sdk/client-lambda'
import type { Context, MockLambda } from '../../src/index'
import { failed, letters } from '../support/deliveries'
import type { OpenDouble } from './doors'
import { throughEachDoor } from './throughEachDoor'

throughEachDoor('recursion', (open, test) => {
  let double: OpenDouble
  let lambda: MockLambda
  let client: LambdaClient
  beforeEach(async () => {
    double = await open({ seed: 1 })
    ;({ lambda, client } = double)
  })
  afterEach(() => double.close())

  /** Sends with a trace header, as the SDK does inside of Lambda. */
  function invoke(input: { FunctionName: string; InvocationType?: 'Event' }, traceHeader?: string) {
    const command = new InvokeCommand(input)
    if (traceHeader !== undefined)
      command.middlewareStack.add(
        (next) => (args) => {
          ;(args.request as { headers: Record<string, string> }).headers['X-Amzn-Trace-Id'] = traceHeader
          return next(args)
        },
        { step: 'build', name: 'trace' },
      )
    return client.send(command)
  }

  describe('X-Amzn-Trace-Id', () => {
    const seen = () => lambda.invocations().map(({ context }) => (context as Context).xRayTraceId)

    test('of the request reaches the handler, with a lineage', async () => {
      lambda.function('orders').returns('ok')
      const root = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1'
      await invoke({ FunctionName: 'orders' }, root)
      await invoke({ FunctionName: 'orders', InvocationType: 'Event' }, root)
      await lambda.settled()
      for (const header of seen()) expect(header).toMatch(new RegExp(`^${root};Lineage=[0-9a-f]{8}:1$`))
      expect(seen()).toHaveLength(2)
    })

    test('is made up where the request has none, a new one each time', async () => {
      lambda.function('orders').returns('ok')
      await invoke({ FunctionName: 'orders' })
      await invoke({ FunctionName: 'orders' })
      for (const header of seen()) expect(header).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0;/)
      expect(new Set(seen()).size).toBe(2)
    })
  })

  describe('a function that invokes itself', () => {
    test('is found out by what the SDK sends of itself inside of Lambda', async () => {
      lambda.function('ping', () => client.send(new InvokeCommand({ FunctionName: 'pong' })).then(() => 'ok'))
      lambda.function('pong', () => client.send(new InvokeCommand({ FunctionName: 'ping' })).then(() => 'ok'))
      await client.send(new InvokeCommand({ FunctionName: 'ping' }))
      expect([lambda.invocations('ping').length, lambda.invocations('pong').length]).toEqual([16, 16])
      // It failed innermost, where nothing was caught.
      expect(lambda.invocations()[0]!.error).toMatchObject({ errorType: 'RecursiveInvocationException' })
    })

    test('is answered RecursiveInvocationException after 16 rounds', async () => {
      const refused: unknown[] = []
      lambda.function('orders', async (_event, { xRayTraceId }: Context) => {
        await invoke({ FunctionName: 'orders' }, xRayTraceId).catch((error: unknown) => refused.push(error))
      })
      await invoke({ FunctionName: 'orders' })
      expect(lambda.invocations('orders')).toHaveLength(16)
      expect(refused).toMatchObject([
        {
          name: 'RecursiveInvocationException',
          $metadata: { httpStatusCode: 400, attempts: 1 },
          message: expect.stringMatching(/^Lambda has detected your function being invoked in a recursive loop/) as string,
        },
      ])
    })

    test('by events has its seventeenth dropped to its failure targets', async () => {
      lambda
        .function('orders', async (_event, { xRayTraceId }: Context) => {
          await invoke({ FunctionName: 'orders', InvocationType: 'Event' }, xRayTraceId)
        })
        .async({ onFailure: failed, deadLetter: letters })
      await invoke({ FunctionName: 'orders', InvocationType: 'Event' })
      await lambda.settled()
      expect(lambda.invocations('orders')).toHaveLength(16)
      expect(lambda.deliveries().map(({ arn, condition }) => [arn, condition])).toEqual([
        [failed, 'RecursiveInvocation'],
        [letters, 'RecursiveInvocation'],
      ])
    })

    test('goes on where RecursiveLoop is Allow', async () => {
      lambda.function('orders', async ({ left = 40 }, { xRayTraceId }: Context) => {
        if (left > 0) {
          const command = { FunctionName: 'orders', Payload: JSON.stringify({ left: left - 1 }) }
          await invoke(command, xRayTraceId)
        }
      })
      await client.send(new PutFunctionRecursionConfigCommand({ FunctionName: 'orders', RecursiveLoop: 'Allow' }))
      expect((await invoke({ FunctionName: 'orders' })).FunctionError).toBeUndefined()
      expect(lambda.invocations('orders')).toHaveLength(41)
    })

    test('without end fails the call that is one too many, even where it is allowed', async () => {
      lambda.function('orders').returns('ok')
      await invoke({ FunctionName: 'orders' })
      const [first] = lambda.invocations()
      const header = (first!.context as Context).xRayTraceId!
      lambda.function('orders', (_event, { xRayTraceId }: Context) =>
        invoke({ FunctionName: 'orders', InvocationType: 'Event' }, xRayTraceId),
      )
      await client.send(new PutFunctionRecursionConfigCommand({ FunctionName: 'orders', RecursiveLoop: 'Allow' }))
      await invoke({ FunctionName: 'orders', InvocationType: 'Event' }, header.replace(/:1$/, ':995'))
      await lambda.settled()
      expect(() => lambda.verify()).toThrow(/Function orders has been invoked 1000 times in one chain of invocations/)
    })
  })
})
