import { buildFunction } from '../../src/builders/buildFunction'
import { createApi } from '../support/api'

function setup() {
  const api = createApi()
  const orders = buildFunction(api.house.seedOf('us-east-1'), 'orders')
  const versions = async () => {
    const { Versions } = await api.call('ListVersionsByFunction', { FunctionName: 'orders' })
    return Versions!.slice(1).map((version) => [version.Version, version.Description])
  }
  const invoke = async (FunctionName: string) =>
    JSON.parse(Buffer.from((await api.call('Invoke', { FunctionName })).Payload!).toString()) as unknown
  return { api, orders, versions, invoke }
}

describe('version', () => {
  it('publishes what the function is now, described as given', async () => {
    const { api, orders, versions } = setup()
    expect(orders.configure({ Timeout: 30 }).version('first')).toBe(orders)
    expect(await versions()).toEqual([['1', 'first']])
    expect(await api.call('GetFunctionConfiguration', { FunctionName: 'orders:1' })).toMatchObject({
      Timeout: 30,
      State: 'Active',
    })
  })

  it('keeps the handler or result that it was published with', async () => {
    const { orders, invoke } = setup()
    orders
      .returns('one')
      .version()
      .handler(() => Promise.resolve('two'))
      .version()
      .handler(() => Promise.resolve('latest'))
    expect(await invoke('orders:1')).toBe('one')
    expect(await invoke('orders:2')).toBe('two')
    expect(await invoke('orders')).toBe('latest')
  })

  it('makes a version for every call, even without a change', async () => {
    const { orders, versions } = setup()
    orders.version('first').version('second')
    expect(await versions()).toEqual([
      ['1', 'first'],
      ['2', 'second'],
    ])
  })

  it('refuses a description that is no text', () => {
    expect(() => setup().orders.version(5 as never)).toThrow('version(...) needs Description to be text, not of type number')
  })

  it('leaves PublishVersion to its own rule', async () => {
    const { api, orders } = setup()
    orders.version()
    expect(await api.call('PublishVersion', { FunctionName: 'orders' })).toMatchObject({ Version: '1' })
    expect(() => orders.version('x'.repeat(257))).toThrow(/^lambda\.function\('orders'\)\.version asks for something/)
    expect(await api.call('PublishVersion', { FunctionName: 'orders' })).toMatchObject({ Version: '1' })
  })
})
