import { mockLambda } from '../../src/index'
import { resolveOptions } from '../../src/double/options'

it.each([null, 'eu-west-1', 7])('mockLambda(%j) is refused', (given) => {
  expect(() => resolveOptions(given as never)).toThrow('mockLambda(...) takes options, a LambdaClient class or a client, not')
})

it('lambda.region() is refused', () => {
  const lambda = mockLambda({ clients: [] })
  expect(() => lambda.region(undefined as never)).toThrow(
    "lambda.region(name) needs a region, such as 'eu-west-1', not undefined.",
  )
  lambda.restore()
})

describe('an option', () => {
  it('that is a choice takes one of its values', () => {
    expect(() => resolveOptions({ rateLimits: 'yes' as never })).toThrow(
      `mockLambda({ rateLimits: "yes" }) is none of: 'on', 'off'.`,
    )
  })
})
