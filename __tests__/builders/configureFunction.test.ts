import { buildFunction } from '../../src/builders/buildFunction'
import { createApi } from '../support/api'

describe('configure', () => {
  it('keeps what hangs on the function when its members are those of creation', async () => {
    const api = createApi()
    const orders = buildFunction(api.house.seedOf('us-east-1'), 'orders')
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '$LATEST' })
    orders.url({ authType: 'AWS_IAM' }).async({ maximumRetryAttempts: 0 }).reservedConcurrency(7).url({ qualifier: 'live' })
    const name = { FunctionName: 'orders' }
    const before = [
      await api.call('ListFunctionUrlConfigs', name),
      await api.call('ListFunctionEventInvokeConfigs', name),
      await api.call('GetFunctionConcurrency', name),
      await api.call('ListAliases', name),
    ]
    orders.configure({ Tags: { team: 'shop' }, Timeout: 20 })
    expect([
      await api.call('ListFunctionUrlConfigs', name),
      await api.call('ListFunctionEventInvokeConfigs', name),
      await api.call('GetFunctionConcurrency', name),
      await api.call('ListAliases', name),
    ]).toEqual(before)
    expect(await api.call('GetFunction', name)).toMatchObject({ Tags: { team: 'shop' }, Configuration: { Timeout: 20 } })
  })

  it.each([undefined, null, 'Timeout', ['Timeout']])('refuses %j as settings', (settings) => {
    const orders = buildFunction(createApi().house.seedOf('us-east-1'), 'orders')
    expect(() => orders.configure(settings as never)).toThrow(
      'configure(...) needs members of CreateFunction, e.g. { Timeout: 10 }',
    )
  })

  it('refuses a value that no request could carry', () => {
    const orders = buildFunction(createApi().house.seedOf('us-east-1'), 'orders')
    expect(() => orders.configure({ Timeout: '3' as never })).toThrow('needs Timeout to be a number, not of type string')
  })
})
