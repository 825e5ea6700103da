import { liveMocks, register, unregister, type LiveMock } from '../../src/assertions/mockRegistry'
import { restoreMocks, verifyAndResetMocks } from '../../src/assertions/verifyMocks'

function mockThat(parts: Partial<LiveMock> = {}): LiveMock {
  const mock: LiveMock = { verify: jest.fn(), reset: jest.fn(), restore: jest.fn(() => unregister(mock)), ...parts }
  register(mock)
  return mock
}

function failing(message: string): Partial<LiveMock> {
  return {
    verify() {
      throw new Error(message)
    },
  }
}

const key = Symbol.for('lambdouble.mocks')

afterEach(() => liveMocks().forEach(unregister))

describe('the doubles of a realm', () => {
  it('are known from their making to their restoring, and leave no global behind', () => {
    expect(key in globalThis).toBe(false)
    const [first, second] = [mockThat(), mockThat()]
    expect(liveMocks()).toEqual([first, second])
    expect(Object.keys(globalThis)).not.toContain(key)
    unregister(first)
    expect(liveMocks()).toEqual([second])
    unregister(second)
    expect([liveMocks(), key in globalThis]).toEqual([[], false])
    unregister(second)
  })

  it('are shared by two copies of this package', () => {
    const mock = mockThat()
    jest.isolateModules(() => {
      const copy = require('../../src/assertions/mockRegistry') as typeof import('../../src/assertions/mockRegistry')
      expect(copy.register).not.toBe(register)
      expect(copy.liveMocks()).toEqual([mock])
    })
  })
})

describe('after each test', () => {
  it('every double is verified and then reset', () => {
    const order: string[] = []
    mockThat({ verify: () => order.push('verify 1'), reset: () => order.push('reset 1') })
    mockThat({ verify: () => order.push('verify 2'), reset: () => order.push('reset 2') })
    verifyAndResetMocks()
    expect(order).toEqual(['verify 1', 'reset 1', 'verify 2', 'reset 2'])
  })

  it('a double that has something to say fails the test, and all are reset', () => {
    const first = mockThat(failing('a rule was not used'))
    const second = mockThat()
    expect(verifyAndResetMocks).toThrow('a rule was not used')
    expect(first.reset).toHaveBeenCalledTimes(1)
    expect(second.verify).toHaveBeenCalledTimes(1)
    expect(second.reset).toHaveBeenCalledTimes(1)
  })

  it('the texts of several doubles stand in one error', () => {
    mockThat(failing('one'))
    mockThat(failing('two'))
    expect(verifyAndResetMocks).toThrow('one\n\ntwo')
  })

  it('nothing happens without doubles', () => {
    expect(verifyAndResetMocks).not.toThrow()
  })
})

describe('after the last test', () => {
  it('every double is restored, the newest first', () => {
    const order: number[] = []
    mockThat({ restore: () => order.push(1) })
    mockThat({ restore: () => order.push(2) })
    restoreMocks()
    expect(order).toEqual([2, 1])
  })
})
