import { requireInputMembers } from '../../src/usage/requireMembers'

const check = (operation: Parameters<typeof requireInputMembers>[0], pattern: unknown) => () =>
  requireInputMembers(operation, pattern, 'on')

describe('the members of a pattern', () => {
  it('have to be those of the input, on every level', () => {
    expect(check('Invoke', { FunctioName: 'x' })).toThrow(
      /^on: the input of Invoke has no member FunctioName\. Did you mean FunctionName\?/,
    )
    expect(check('CreateFunction', { Code: { Zip: 1 } })).toThrow(/^on: the input of CreateFunction has no member Code\.Zip\. /)
    expect(check('CreateFunction', { FileSystemConfigs: [{ Arn: 'a' }, { Ar: 'b' }] })).toThrow(
      /has no member FileSystemConfigs\[1\]\.Ar\. Did you mean Arn\?/,
    )
    expect(check('DeleteAlias', { Colour: 1 })).toThrow(/has no member Colour\. It has FunctionName, Name\./)
    expect(check('DeleteAlias', { constructor: 1 })).toThrow(/has no member constructor\./)
  })

  it('may be any where AWS leaves it to the caller', () => {
    expect(check('CreateFunction', { Environment: { Variables: { ANY: 'x' } }, Tags: { any: 'x' } })).not.toThrow()
    expect(check('Invoke', { Payload: { any: { thing: 1 } } })).not.toThrow()
  })

  it('are not looked at in a matcher', () => {
    expect(check('Invoke', expect.objectContaining({ FunctioName: 'x' }))).not.toThrow()
    expect(check('CreateFunction', { Code: () => true })).not.toThrow()
  })
})
