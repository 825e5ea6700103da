import { runInNewContext } from 'node:vm'
import { callSite } from '../../src/errors/callSite'
import { isUsageError, UsageError } from '../../src/errors/usageError'

describe('UsageError', () => {
  it('points at the line of the test that is to blame', () => {
    const error = new UsageError('The function has no name.')
    expect(error.message).toMatch(/^The function has no name\.\n {4}at .*usageError\.test\.ts:\d+$/)
  })

  it('is recognised across realms, and nothing else is', () => {
    expect(isUsageError(new UsageError('x'))).toBe(true)
    expect(isUsageError(new Error('x'))).toBe(false)
    expect(isUsageError(runInNewContext('new Error("x")'))).toBe(false)
    expect(isUsageError(null)).toBe(false)
  })
})

describe('UsageError of another copy', () => {
  it('is an instance of this one', () => {
    jest.resetModules()
    const other = jest.requireActual<typeof import('../../src/errors/usageError')>('../../src/errors/usageError')
    expect(other.UsageError).not.toBe(UsageError)
    expect(new other.UsageError('x')).toBeInstanceOf(UsageError)
    expect(new Error('x')).not.toBeInstanceOf(UsageError)
  })
})

describe('callSite', () => {
  it('skips our own files, dependencies and Node', () => {
    const stack = `Error: x
    at callSite (/app/node_modules/lambdouble/dist/index.cjs:10:5)
    at mockLambda (/app/node_modules/lambdouble/dist/chunk.cjs:20:5)
    at Object.run (/app/node_modules/other/lib/index.js:3:1)
    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)
    at async Object.<anonymous> (/app/test/orders.test.ts:12:18)`
    expect(callSite(stack)).toEqual({ file: '/app/test/orders.test.ts', line: 12 })
  })

  it('reads file URLs of ES modules and paths of Windows', () => {
    expect(callSite('Error\n    at file:///app/dist/x.mjs:1:1\n    at file:///app/test/a.mjs:7:3')).toEqual({
      file: '/app/test/a.mjs',
      line: 7,
    })
    expect(callSite('Error\n    at f (C:\\app\\dist\\x.js:1:1)\n    at g (C:\\app\\test\\a.js:7:3)')).toEqual({
      file: 'C:\\app\\test\\a.js',
      line: 7,
    })
  })
})
