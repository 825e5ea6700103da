import { buildFunction } from '../../src/builders/buildFunction'
import type { PermissionSettings } from '../../src/builders/seedPermission'
import { createApi } from '../support/api'

const s3: PermissionSettings = { StatementId: 's3', Action: 'lambda:InvokeFunction', Principal: 's3.amazonaws.com' }

function setup() {
  const api = createApi()
  const orders = buildFunction(api.house.seedOf('us-east-1'), 'orders')
  const statements = async (Qualifier?: string) => {
    const { Policy } = await api.call('GetPolicy', { FunctionName: 'orders', Qualifier })
    return (JSON.parse(Policy!) as { Statement: unknown[] }).Statement
  }
  return { orders, statements }
}

describe('permission', () => {
  it('adds a statement to the policy of the function', async () => {
    const { orders, statements } = setup()
    expect(orders.permission(s3)).toBe(orders)
    orders.permission({ ...s3, StatementId: 'account', Principal: '123456789012' })
    expect(await statements()).toMatchObject([
      { Sid: 's3', Principal: { Service: 's3.amazonaws.com' }, Resource: orders.arn },
      { Sid: 'account', Principal: { AWS: 'arn:aws:iam::123456789012:root' } },
    ])
  })

  it('adds one to an alias', async () => {
    const { orders, statements } = setup()
    orders
      .version()
      .alias('live', 1)
      .permission({ ...s3, Qualifier: 'live' })
    expect(await statements('live')).toMatchObject([{ Sid: 's3', Resource: `${orders.arn}:live` }])
  })

  it.each([
    ['an unknown member', { ...s3, Principle: '*' }, /has no member Principle\. Did you mean Principal\?/],
    ['nothing', undefined, /needs the members of AddPermission/],
    ['the name of a function', { ...s3, FunctionName: 'orders' }, /is for this function: leave FunctionName out/],
    [
      'a bad principal',
      { ...s3, Principal: 'nobody' },
      /AWS would refuse\. AddPermission answers InvalidParameterValueException/,
    ],
    ['a missing member', { ...s3, Action: undefined }, /AddPermission answers ValidationException: .*'action'/],
  ])('refuses %s', async (_, settings, message) => {
    const { orders, statements } = setup()
    expect(() => orders.permission(settings as PermissionSettings)).toThrow(message)
    await expect(statements()).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })
})
