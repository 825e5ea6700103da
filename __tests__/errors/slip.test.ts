import { slip } from '../../src/errors/slip'

describe('slip', () => {
  it.each([
    ['ordres', 'orders'],
    ['oders', 'orders'],
    ['ordders', 'orders'],
    ['Orders', 'orders'],
    ['create_order', 'create-order'],
    ['createOrder', 'create-order'],
    ['create-ordrer', 'create-order'],
    ['PAYMENTS', 'payments'],
    ['paymnts-v2', 'payments-v2'],
    ['ordersapi', 'orders-api'],
    ['orders1', 'orders-1'],
  ])('takes %p for %p', (word, name) => {
    expect(slip(word, ['mails', name])).toBe(name)
    expect(slip(name, ['mails', word])).toBe(word)
  })

  it.each([
    ['order', 'orders'],
    ['getOrder', 'getOrders'],
    ['worker-a', 'worker-b'],
    ['orders-v1', 'orders-v2'],
    ['orders1', 'orders2'],
    ['orders', 'orders2'],
    ['orders-1-2', 'orders-12'],
    ['orders-1', 'orders-11'],
    ['orders-dev', 'orders-prod'],
    ['orders-us', 'orders-eu'],
    ['get-user', 'set-user'],
    ['charge-order', 'change-order'],
    ['order-charged', 'order-changed'],
    ['form', 'from'],
    ['orders-create', 'orders-create-async'],
    ['orders', 'orders'],
    ['orders', ''],
    ['', ''],
    ['customer', 'costumer'],
    ['importer', 'exporter'],
  ])('leaves %p and %p two names', (word, name) => {
    expect(slip(word, [name])).toBeUndefined()
    expect(slip(name, [word])).toBeUndefined()
  })
})
