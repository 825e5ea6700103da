import { CreateFunctionUrlConfigCommand, InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda'
import type { MockLambda } from '../../src/index'
import type { OpenDouble } from './doors'
import { throughEachDoor } from './throughEachDoor'

throughEachDoor('tenancy', (open, test) => {
  let double: OpenDouble
  let lambda: MockLambda
  let client: LambdaClient
  beforeEach(async () => {
    double = await open()
    ;({ lambda, client } = double)
    lambda
      .function('isolated', async (_event, context) => [context.tenantId, context.logStreamName])
      .configure({ TenancyConfig: { TenantIsolationMode: 'PER_TENANT' } })
    lambda.function('shared', async () => 1)
  })
  afterEach(() => double.close())

  async function invoke(name: string, TenantId?: string) {
    const output = await client.send(new InvokeCommand({ FunctionName: name, TenantId, LogType: 'Tail' }))
    const log = Buffer.from(output.LogResult!, 'base64').toString()
    return { payload: JSON.parse(output.Payload!.transformToString()), log, cold: log.includes('Init Duration') }
  }

  test('each tenant has execution environments of its own, and the handler is told which it is', async () => {
    const blue = await invoke('isolated', 'blue')
    const red = await invoke('isolated', 'red')
    expect([blue.payload[0], red.payload[0]]).toEqual(['blue', 'red'])
    expect([blue.cold, red.cold]).toEqual([true, true])
    expect(red.payload[1]).not.toBe(blue.payload[1])
    expect(await invoke('isolated', 'blue')).toMatchObject({ payload: blue.payload, cold: false })
    expect(await invoke('isolated', 'red')).toMatchObject({ payload: red.payload, cold: false })
  })

  test('an update ends the environments of all tenants', async () => {
    await invoke('isolated', 'blue')
    await invoke('isolated', 'red')
    lambda.function('isolated').configure({ MemorySize: 256 })
    expect((await invoke('isolated', 'blue')).cold).toBe(true)
    expect((await invoke('isolated', 'red')).cold).toBe(true)
  })

  test('a function with tenants is not invoked without one', async () => {
    await expect(invoke('isolated')).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
      message: expect.stringContaining('Add a valid tenant ID'),
    })
    expect(lambda.invocations()).toEqual([])
  })

  test('a function without tenants is not invoked with one', async () => {
    await expect(invoke('shared', 'blue')).rejects.toMatchObject({ name: 'InvalidParameterValueException' })
  })

  test('JSON logs name the tenant', async () => {
    lambda
      .function('isolated')
      .throws(new Error('no'))
      .configure({ LoggingConfig: { LogFormat: 'JSON' } })
    const { log } = await invoke('isolated', 'blue')
    expect(log).toContain('"tenantId":"blue"')
  })

  test('a function with tenants has no URL', async () => {
    const refused = client.send(new CreateFunctionUrlConfigCommand({ FunctionName: 'isolated', AuthType: 'NONE' }))
    await expect(refused).rejects.toMatchObject({ name: 'InvalidParameterValueException' })
  })
})
