import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda, type MockLambda } from '../../../src/index'

const open: MockLambda[] = []
const found = Reflect.ownKeys(LambdaClient.prototype)

function newDouble(result: string): MockLambda {
  const lambda = mockLambda({ clients: LambdaClient })
  lambda.function('orders').returns(result)
  open.push(lambda)
  return lambda
}

const spyOnSend = () => jest.spyOn(LambdaClient.prototype, 'send')

async function invoke(client = new LambdaClient({ maxAttempts: 1 })): Promise<unknown> {
  const { Payload } = await client.send(new InvokeCommand({ FunctionName: 'orders' }))
  return Payload && JSON.parse(Payload.transformToString())
}

afterEach(() => {
  for (const lambda of open.splice(0)) lambda.restore()
  jest.restoreAllMocks()
})

describe("spies on the SDK's send", () => {
  it('come and go under a double that lives for the whole file', async () => {
    const lambda = newDouble('one')
    for (let test = 0; test < 3; test++) {
      const spy = spyOnSend()
      expect(await invoke()).toBe('one')
      expect(spy).toHaveBeenCalledTimes(1)
      jest.restoreAllMocks()
      expect(await invoke()).toBe('one')
    }
    lambda.restore()
    expect(Reflect.ownKeys(LambdaClient.prototype)).toEqual(found)
  })

  it('may answer instead of the double, until they are put back', async () => {
    newDouble('one')
    spyOnSend().mockResolvedValue({} as never)
    expect(await invoke()).toBeUndefined()
    jest.restoreAllMocks()
    expect(await invoke()).toBe('one')
  })

  it.each([
    ['that called through', async () => expect(await invoke()).toBe('one')],
    ['that was never called', async () => {}],
  ])('of an earlier double are put back under a later one: one %s', async (_, call) => {
    const first = newDouble('one')
    spyOnSend()
    await call()
    first.restore()
    const second = newDouble('two')
    expect(await invoke()).toBe('two')
    jest.restoreAllMocks()
    expect(await invoke()).toBe('two')
    second.restore()
  })

  it('of several earlier doubles are put back at once, and leave nothing behind', async () => {
    for (const result of ['one', 'two']) {
      const lambda = newDouble(result)
      spyOnSend()
      expect(await invoke()).toBe(result)
      lambda.restore()
    }
    const third = newDouble('three')
    jest.restoreAllMocks()
    expect(await invoke()).toBe('three')
    third.restore()
    expect(Reflect.ownKeys(LambdaClient.prototype)).toEqual(found)
  })

  it('of one client, made under an earlier double, lead to the later one', async () => {
    const first = newDouble('one')
    const client = new LambdaClient()
    jest.spyOn(client, 'send')
    first.restore()
    newDouble('two')
    expect(await invoke(client)).toBe('two')
    jest.restoreAllMocks()
    expect(await invoke(client)).toBe('two')
  })

  it('that were there first, and are put back under a double, leave nothing of it behind', () => {
    spyOnSend()
    const lambda = newDouble('one')
    jest.restoreAllMocks()
    lambda.restore()
    expect(Reflect.ownKeys(LambdaClient.prototype)).toEqual(found)
  })
})
