import { nearest } from '../../src/errors/nearest'

describe('nearest', () => {
  const names = ['Invoke', 'InvokeAsync', 'CreateFunction', 'GetFunction', 'orders-create']

  it.each([
    ['Invok', 'Invoke'],
    ['invoke', 'Invoke'],
    ['CreateFuntion', 'CreateFunction'],
    ['order-create', 'orders-create'],
  ])('takes %p for %p', (word, expected) => {
    expect(nearest(word, names)).toBe(expected)
  })

  it('suggests nothing that is far off', () => {
    expect(nearest('TransferMoney', names)).toBeUndefined()
    expect(nearest('x', names)).toBeUndefined()
  })
})
