import { buildFunction } from '../../src/builders/buildFunction'
import { createApi } from '../support/api'

function setup() {
  const api = createApi()
  return { api, orders: buildFunction(api.house.seedOf('us-east-1'), 'orders') }
}

describe('reservedConcurrency and provisionedConcurrency', () => {
  it('reserve through the API', async () => {
    const { api, orders } = setup()
    expect(orders.reservedConcurrency(5)).toBe(orders)
    expect(await api.call('GetFunctionConcurrency', { FunctionName: 'orders' })).toEqual({ ReservedConcurrentExecutions: 5 })
    orders.reservedConcurrency(0)
    expect(await api.call('GetFunctionConcurrency', { FunctionName: 'orders' })).toEqual({ ReservedConcurrentExecutions: 0 })
  })

  it('have provisioned environments ready at once, also when states are staged', async () => {
    const api = createApi({ functionStates: 'staged' })
    const orders = buildFunction(api.house.seedOf('us-east-1'), 'orders')
    await api.call('PublishVersion', { FunctionName: 'orders' })
    expect(orders.provisionedConcurrency(1, 3)).toBe(orders)
    expect(await api.call('GetProvisionedConcurrencyConfig', { FunctionName: 'orders', Qualifier: '1' })).toMatchObject({
      AllocatedProvisionedConcurrentExecutions: 3,
      Status: 'READY',
    })
  })

  it('say in whose words AWS refuses', () => {
    const { orders } = setup()
    expect(() => orders.reservedConcurrency(901)).toThrow(
      /lambda\.function\('orders'\)\.reservedConcurrency asks for something that AWS would refuse\. PutFunctionConcurrency answers InvalidParameterValueException: Specified ReservedConcurrentExecutions/,
    )
    expect(() => orders.provisionedConcurrency('live', 1)).toThrow(
      /PutProvisionedConcurrencyConfig answers ResourceNotFoundException: Cannot find alias arn/,
    )
  })

  it.each([undefined, '5', 1.5])('need a whole number: %p', (executions) => {
    const { orders } = setup()
    expect(() => orders.reservedConcurrency(executions as number)).toThrow(/reservedConcurrency\(\.\.\.\) needs a whole number/)
    expect(() => orders.provisionedConcurrency('1', executions as number)).toThrow(/needs a whole number/)
  })
})
