import { resolveOptions } from '../../src/double/options'

describe('an option', () => {
  it('that is a choice takes one of its values', () => {
    expect(() => resolveOptions({ rateLimits: 'yes' as never })).toThrow(
      `mockLambda({ rateLimits: "yes" }) is none of: 'on', 'off'.`,
    )
  })
})
