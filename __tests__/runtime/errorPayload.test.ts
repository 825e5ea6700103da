import { runInNewContext } from 'node:vm'
import { errorPayload, isError } from '../../src/runtime/errorPayload'

const profiles = ['node22', 'node24'] as const
const unreadable =
  'callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack'

describe.each(profiles)('%s', (profile) => {
  test('an error: its name, its message, its stack in lines, in this order', () => {
    const error = new TypeError('x is\nnot y')
    expect(JSON.stringify(errorPayload(error, profile))).toBe(
      `{"errorType":"TypeError","errorMessage":"x is\\nnot y","trace":${JSON.stringify(error.stack!.split('\n'))}}`,
    )
    expect(errorPayload(error, profile).trace!.slice(0, 2)).toEqual(['TypeError: x is', 'not y'])
    expect(errorPayload(error, profile).trace![2]).toMatch(/^ {4}at .*errorPayload\.test\.ts:\d+:\d+/)
  })

  test('an error of a class of the user: its name, and no extra members', () => {
    class OutOfStock extends Error {
      override readonly name = 'OutOfStock'
      readonly sku = 'A1'
    }
    expect(Object.keys(errorPayload(new OutOfStock('none left'), profile))).toEqual(['errorType', 'errorMessage', 'trace'])
    expect(errorPayload(new OutOfStock('none left'), profile)).toMatchObject({
      errorType: 'OutOfStock',
      errorMessage: 'none left',
    })
    class Unnamed extends Error {}
    expect(errorPayload(new Unnamed('x'), profile).errorType).toBe('Error')
  })

  test('an error of another realm, or of Node itself, is an error', () => {
    const foreign = runInNewContext('new RangeError("far away")') as unknown
    expect(foreign instanceof Error).toBe(false)
    expect(errorPayload(foreign, profile)).toMatchObject({ errorType: 'RangeError', errorMessage: 'far away' })
    expect(errorPayload(foreign, profile).trace![0]).toBe('RangeError: far away')
    const subclass = runInNewContext('class Odd extends Error { name = "Odd" }; new Odd("one")') as unknown
    expect(errorPayload(subclass, profile)).toMatchObject({ errorType: 'Odd', errorMessage: 'one' })
    expect(errorPayload(AbortSignal.abort().reason, profile)).toMatchObject({
      errorType: 'AbortError',
      errorMessage: 'This operation was aborted',
    })
  })

  test('what is no error: its type and its text, with an empty trace', () => {
    expect(JSON.stringify(errorPayload('text', profile))).toBe('{"errorType":"string","errorMessage":"text","trace":[]}')
    expect(JSON.stringify(errorPayload(42, profile))).toBe('{"errorType":"number","errorMessage":"42","trace":[]}')
    expect(errorPayload(false, profile)).toEqual({ errorType: 'boolean', errorMessage: 'false', trace: [] })
    expect(errorPayload(10n, profile)).toEqual({ errorType: 'bigint', errorMessage: '10', trace: [] })
    expect(errorPayload(Symbol('s'), profile)).toEqual({ errorType: 'symbol', errorMessage: 'Symbol(s)', trace: [] })
    expect(errorPayload({}, profile)).toEqual({ errorType: 'object', errorMessage: '[object Object]', trace: [] })
    expect(errorPayload({ code: 1, toString: () => 'one' }, profile)).toEqual({
      errorType: 'object',
      errorMessage: 'one',
      trace: [],
    })
    expect(errorPayload([1, 2], profile)).toEqual({ errorType: 'object', errorMessage: '1,2', trace: [] })
  })

  test('an error that cannot be read has a payload too', () => {
    const error = new Error('x')
    Object.defineProperty(error, 'message', { get: () => { throw new Error('no') } }) // prettier-ignore
    for (const unread of [error, Object.create(null), Object.assign(new Error('x'), { name: 42 })]) {
      expect(errorPayload(unread, profile)).toMatchObject({ errorType: 'handled', errorMessage: unreadable })
    }
  })

  test('DEL, which no header can carry, is written %7F', () => {
    const payload = errorPayload(new Error('a\x7Fb'), profile)
    expect(payload.errorMessage).toBe('a%7Fb')
    expect(payload.trace![0]).toBe('Error: a%7Fb')
  })
})

test('null and undefined have a text from nodejs24.x on, and none before', () => {
  expect(JSON.stringify(errorPayload(null, 'node24'))).toBe('{"errorType":"object","errorMessage":"null","trace":[]}')
  expect(JSON.stringify(errorPayload(undefined, 'node24'))).toBe(
    '{"errorType":"undefined","errorMessage":"undefined","trace":[]}',
  )
  expect(JSON.stringify(errorPayload(null, 'node22'))).toBe(`{"errorType":"handled","errorMessage":"${unreadable}"}`)
})

test('an object with the three members of an error is one up to nodejs22.x', () => {
  const likeness = { name: 'Like', message: 'an error', stack: 'Like: an error\n    at home' }
  expect(errorPayload(likeness, 'node22')).toEqual({
    errorType: 'Like',
    errorMessage: 'an error',
    trace: ['Like: an error', '    at home'],
  })
  expect(errorPayload(likeness, 'node24')).toEqual({ errorType: 'object', errorMessage: '[object Object]', trace: [] })
})

test('an error without a stack has an empty trace from nodejs24.x on, and cannot be read before', () => {
  const error = Object.assign(new Error('x'), { stack: undefined })
  expect(errorPayload(error, 'node24')).toEqual({ errorType: 'Error', errorMessage: 'x', trace: [] })
  expect(errorPayload(error, 'node22').errorType).toBe('handled')
})

test('isError: native errors and heirs of an Error.prototype of any realm, nothing else', () => {
  expect(isError(new Error('x'))).toBe(true)
  expect(isError(Object.create(Error.prototype))).toBe(true)
  expect(isError(runInNewContext('Object.create(TypeError.prototype)'))).toBe(true)
  for (const other of [null, undefined, 'Error', { message: 'x', name: 'Error', stack: '' }, () => 1, []])
    expect(isError(other)).toBe(false)
})
