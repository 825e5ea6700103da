import { buildFunction } from '../../src/builders/buildFunction'
import { createApi } from '../support/api'

function setup() {
  const api = createApi()
  const seed = api.house.seedOf('us-east-1')
  return { api, build: (name: string) => buildFunction(seed, name) }
}
const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

describe('a builder', () => {
  it.each([arn, '123456789012:function:orders', 'function:orders'])(
    'is found by %s, and makes the function by it',
    async (name) => {
      const { api, build } = setup()
      expect(build(name)).toMatchObject({ name: 'orders', arn })
      build('orders').configure({ Timeout: 20 })
      build(name).configure({ MemorySize: 256 })
      expect(await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })).toMatchObject({
        Timeout: 20,
        MemorySize: 256,
      })
    },
  )

  it.each([
    ['a qualifier', `${arn}:live`, 'The function name cannot have a version or an alias'],
    ['another region', arn.replace('us-east-1', 'eu-west-1'), 'us-east-1'],
    ['another account', arn.replace('123456789012', '210987654321'), 'AccessDenied'],
  ])('refuses a name with %s', (_, name, message) => {
    expect(() => setup().build(name)).toThrow(message)
  })

  it.each(['1', -1, 256, 1.5])('refuses the exit code %j', (code) => {
    const message = "lambda.function('orders').exits(code) needs code as a whole number from 0 to 255"
    expect(() =>
      setup()
        .build('orders')
        .exits(code as never),
    ).toThrow(message)
  })

  it('refuses a function as a result', () => {
    const message = "lambda.function('orders').returns(result) takes the result itself; a function that makes it goes to"
    expect(() =>
      setup()
        .build('orders')
        .returns(() => 1),
    ).toThrow(message)
    expect(() =>
      setup()
        .build('orders')
        .returnsOnce(async () => 1),
    ).toThrow(message)
  })
})
