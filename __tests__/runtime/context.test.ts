import type { Context } from '../../src/runtime/context'
import type { HandlerFunction } from '../../src/builders/functionBuilder'
import { newRuntimeHouse, requestId, run } from '../support/runtime'

const seenBy = async (...[configuration, more]: [Parameters<typeof run>[1]?, Parameters<typeof run>[2]?]) => {
  let context!: Context
  await run(async (_event: unknown, given: Context) => void (context = given), configuration, more)
  return context
}

const common = {
  functionName: 'orders',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:orders',
  memoryLimitInMB: '128',
  awsRequestId: requestId,
  logGroupName: '/aws/lambda/orders',
  logStreamName: expect.stringMatching(/^2026\/01\/31\/\[\$LATEST\][0-9a-f]{32}$/),
  clientContext: undefined,
  identity: undefined,
  tenantId: undefined,
  getRemainingTimeInMillis: expect.any(Function),
}

test('nodejs24.x: exactly these members', async () => {
  expect(await seenBy({ runtime: 'nodejs24.x' }, { traceHeader: 'Root=1-x' })).toStrictEqual({
    ...common,
    xRayTraceId: 'Root=1-x',
  })
})

test('nodejs22.x: done, succeed, fail and callbackWaitsForEmptyEventLoop besides', async () => {
  expect(await seenBy({ runtime: 'nodejs22.x' }, { traceHeader: 'Root=1-x' })).toStrictEqual({
    ...common,
    callbackWaitsForEmptyEventLoop: true,
    done: expect.any(Function),
    succeed: expect.any(Function),
    fail: expect.any(Function),
  })
})

test('invokedFunctionArn is the ARN as invoked: with the alias or version that was named, or $LATEST', async () => {
  for (const qualifier of ['live', '7', '$LATEST']) {
    expect((await seenBy({}, { qualifier })).invokedFunctionArn).toBe(`${common.invokedFunctionArn}:${qualifier}`)
  }
})

test('a log group of the user is named, and the stream then has the name of the function', async () => {
  const context = await seenBy({ loggingConfig: { LogGroup: 'shared' } })
  expect(context.logGroupName).toBe('shared')
  expect(context.logStreamName).toMatch(/^2026\/01\/31\/orders\[\$LATEST\][0-9a-f]{32}$/)
})

test('memoryLimitInMB is a string, tenantId the one of the call', async () => {
  expect(await seenBy({ memorySize: 1769 }, { tenantId: 'blue' })).toMatchObject({ memoryLimitInMB: '1769', tenantId: 'blue' })
})

test('clientContext reaches a synchronous invocation as a fresh copy and is lost on the way of an asynchronous one', async () => {
  const clientContext = { custom: { a: 1 } }
  const context = await seenBy({}, { clientContext })
  expect(context.clientContext).toEqual(clientContext)
  expect(context.clientContext).not.toBe(clientContext)
  expect((await seenBy({}, { clientContext, type: 'Event' })).clientContext).toBeUndefined()
})

test('getRemainingTimeInMillis counts down from the Timeout with virtual time too, and below zero', async () => {
  const house = newRuntimeHouse()
  const remaining: number[] = []
  await run(
    async (_event: unknown, context: Context) => {
      remaining.push(context.getRemainingTimeInMillis())
      await house.clock.sleep(1000)
      remaining.push(context.getRemainingTimeInMillis())
      await house.clock.sleep(60_000)
      remaining.push(context.getRemainingTimeInMillis())
    },
    { timeout: 30 },
    { house },
  )
  const [first, second, third] = remaining as [number, number, number]
  expect(remaining.every(Number.isInteger)).toBe(true)
  expect(first).toBeLessThanOrEqual(30_000)
  expect(first - second).toBeGreaterThanOrEqual(1000)
  expect(third).toBeLessThan(0)
})

test('a context is fresh with every run', async () => {
  const contexts: Context[] = []
  const house = newRuntimeHouse()
  const handler = async (_event: unknown, context: Context) => {
    contexts.push(context)
    ;(context as { functionName: string }).functionName = 'changed'
  }
  await run(handler, {}, { house })
  await run(handler, {}, { house })
  expect(contexts[0]).not.toBe(contexts[1])
  expect(house.observed.map((invocation) => (invocation.context as Context).functionName)).toEqual(['orders', 'orders'])
})

test('a handler typed with the Context that aws-lambda users have is accepted', () => {
  interface ContextOfOthers {
    callbackWaitsForEmptyEventLoop: boolean
    functionName: string
    functionVersion: string
    invokedFunctionArn: string
    memoryLimitInMB: string
    awsRequestId: string
    logGroupName: string
    logStreamName: string
    identity?: { cognitoIdentityId: string; cognitoIdentityPoolId: string } | undefined
    clientContext?: { client: { installationId: string }; Custom?: unknown; env: { locale: string } } | undefined
    tenantId?: string | undefined
    getRemainingTimeInMillis(): number
    done(error?: Error, result?: unknown): void
    fail(error: Error | string): void
    succeed(messageOrObject: unknown): void
  }
  const handler = async (event: { id: number }, context: ContextOfOthers) => `${context.functionName} ${event.id}`
  const accepted: HandlerFunction = handler
  expect(accepted).toBe(handler)
})
