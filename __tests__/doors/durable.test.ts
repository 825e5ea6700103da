import { GetDurableExecutionCommand, InvokeCommand, InvokeWithResponseStreamCommand } from '@aws-sdk/client-lambda'
import type { OpenDouble } from './doors'
import { throughEachDoor } from './throughEachDoor'

throughEachDoor('durable functions', (open, test) => {
  let double: OpenDouble
  beforeEach(async () => {
    double = await open()
    double.lambda
      .function('orders', async () => ({ Status: 'SUCCEEDED', Result: '{"ok":true}' }))
      .configure({ DurableConfig: { ExecutionTimeout: 900 } })
  })
  afterEach(() => double.close())

  const invoke = (more = {}) =>
    double.client.send(new InvokeCommand({ FunctionName: 'orders', Qualifier: '$LATEST', Payload: '{"id":7}', ...more }))
  const execution = async (DurableExecutionArn: string | undefined) =>
    double.client.send(new GetDurableExecutionCommand({ DurableExecutionArn }))

  test('Invoke waits for the end of the execution, and names it', async () => {
    const reply = await invoke()
    expect(reply).toMatchObject({ StatusCode: 200, DurableExecutionArn: expect.stringContaining('/durable-execution/') })
    expect(reply.Payload!.transformToString()).toBe('{"ok":true}')
    expect(await execution(reply.DurableExecutionArn)).toMatchObject({ Status: 'SUCCEEDED', InputPayload: '{"id":7}' })
  })

  test('an Event is answered at once, and its execution goes on behind', async () => {
    const reply = await invoke({ InvocationType: 'Event' })
    expect([reply.StatusCode, reply.Payload?.byteLength ?? 0]).toEqual([202, 0])
    await double.lambda.settled()
    expect(await execution(reply.DurableExecutionArn)).toMatchObject({ Status: 'SUCCEEDED', Result: '{"ok":true}' })
  })

  test('the same name and event is the same execution, another event is a conflict', async () => {
    const first = await invoke({ DurableExecutionName: 'once' })
    const again = await invoke({ DurableExecutionName: 'once' })
    expect(again.DurableExecutionArn).toBe(first.DurableExecutionArn)
    await expect(invoke({ DurableExecutionName: 'once', Payload: '{}' })).rejects.toMatchObject({
      name: 'DurableExecutionAlreadyStartedException',
    })
  })

  test('needs a version or an alias, and does not stream', async () => {
    await expect(invoke({ Qualifier: undefined })).rejects.toMatchObject({ name: 'InvalidParameterValueException' })
    const stream = new InvokeWithResponseStreamCommand({ FunctionName: 'orders', Qualifier: '$LATEST' })
    await expect(double.client.send(stream)).rejects.toMatchObject({ name: 'InvalidParameterValueException' })
  })
})
