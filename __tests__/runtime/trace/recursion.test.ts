import { isUsageError } from '../../../src/errors/usageError'
import { isLoop, recursiveInvocation, requireEnd } from '../../../src/runtime/trace/recursion'
import { newRegionState } from '../../../src/state/regionState'
import { newFunction } from '../../support/functions'

const region = newRegionState('123456789012', 'us-east-1')
const orders = newFunction(region, 'orders')
const allowed = newFunction(region, 'allowed', undefined, { recursiveLoop: 'Allow' })

describe('a recursive loop', () => {
  it('is what follows on 16 invocations of a function in one chain', () => {
    expect(isLoop(orders, 16)).toBe(false)
    expect(isLoop(orders, 17)).toBe(true)
    expect(isLoop({ ...orders, recursiveLoop: 'Terminate' }, 17)).toBe(true)
  })

  it('is none for a function that allows it', () => {
    expect(isLoop(allowed, 17)).toBe(false)
  })

  it('is refused in the words of the API page', () => {
    expect(recursiveInvocation()).toMatchObject({
      name: 'RecursiveInvocationException',
      status: 400,
      message:
        "Lambda has detected your function being invoked in a recursive loop with other Amazon Web Services resources and stopped your function's invocation.",
    })
  })

  it('has to end some time in a test, even if it is allowed', () => {
    expect(() => requireEnd(allowed, 1000)).not.toThrow()
    expect(() => requireEnd(orders, 1001)).not.toThrow()
    let thrown: unknown
    try {
      requireEnd(allowed, 1001)
    } catch (error) {
      thrown = error
    }
    expect(isUsageError(thrown)).toBe(true)
    expect((thrown as Error).message).toMatch(
      /^Function allowed has been invoked 1000 times in one chain .* leave RecursiveLoop at/,
    )
  })
})
