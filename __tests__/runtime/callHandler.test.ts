import type { Context } from '../../src/runtime/context'
import { run } from '../support/runtime'

type Callback = (error?: unknown, result?: unknown) => void
const later = (task: () => void) => void setImmediate(task)

const node22 = { runtime: 'nodejs22.x' } as const
const node24 = { runtime: 'nodejs24.x' } as const
const unreadable =
  'callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack'

describe.each([
  ['nodejs22.x', node22],
  ['nodejs24.x', node24],
] as const)('%s', (_, configuration) => {
  test('a promise settles the invocation', async () => {
    expect((await run(async () => ({ ok: true }), configuration)).text).toBe('{"ok":true}')
    const failed = await run(async () => {
      throw new TypeError('x')
    }, configuration)
    expect(failed.outcome.functionError).toBe('Unhandled')
    expect(failed.json).toMatchObject({ errorType: 'TypeError', errorMessage: 'x' })
  })

  test('anything with a then is a promise', async () => {
    const thenable = { then: (resolve: (value: unknown) => void) => later(() => resolve('then')) }
    expect((await run(() => thenable, configuration)).text).toBe('"then"')
    const broken = Object.defineProperty({}, 'then', { get: () => { throw new Error('no then') } }) // prettier-ignore
    expect((await run(() => broken, configuration)).json).toMatchObject({ errorType: 'Error', errorMessage: 'no then' })
  })

  test.each([undefined, null])('the result %s is null', async (result) => {
    const { text, outcome } = await run(async () => result, configuration)
    expect(text).toBe('null')
    expect(outcome.functionError).toBeUndefined()
  })

  test.each([0, '', false, 'text', [1], { a: { b: null } }])('any JSON value is a result: %j', async (result) => {
    expect((await run(async () => result, configuration)).text).toBe(JSON.stringify(result))
  })

  test('a result is what JSON makes of it: dates are text, undefined members are gone, toJSON counts', async () => {
    const result = { at: new Date(0), gone: undefined, money: { toJSON: () => '1 EUR' }, list: [undefined, NaN] }
    expect((await run(async () => result, configuration)).text).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","money":"1 EUR","list":[null,null]}',
    )
  })

  test('a result is turned into JSON before anything else can change it', async () => {
    const result = { items: [1] }
    const running = run(async () => {
      void Promise.resolve().then(() => Promise.resolve()).then(() => result.items.push(2)) // prettier-ignore
      return result
    }, configuration)
    const { text, seen } = await running
    expect(text).toBe('{"items":[1]}')
    expect(seen.result).toEqual({ items: [1] })
  })

  test('what is thrown before the first await is the same as a rejection', async () => {
    const { json, outcome } = await run(() => {
      throw new RangeError('at once')
    }, configuration)
    expect(outcome.functionError).toBe('Unhandled')
    expect(json).toMatchObject({ errorType: 'RangeError', errorMessage: 'at once' })
  })

  test.each([
    ['text', '{"errorType":"string","errorMessage":"text","trace":[]}'],
    [42, '{"errorType":"number","errorMessage":"42","trace":[]}'],
    [{}, '{"errorType":"object","errorMessage":"[object Object]","trace":[]}'],
  ])('rejecting with %j', async (reason, payload) => {
    expect((await run(() => Promise.reject(reason), configuration)).text).toBe(payload)
  })

  test.each([
    ['a BigInt', () => ({ n: 1n })],
    ['a circle', () => { const a: Record<string, unknown> = {}; a['a'] = a; return a }], // prettier-ignore
    ['a toJSON that throws', () => ({ toJSON: () => { throw new Error('no JSON') } })], // prettier-ignore
  ])('a result that is no JSON fails the invocation: %s', async (_name, result) => {
    const { json, outcome, seen } = await run(async () => result(), configuration)
    expect(outcome.functionError).toBe('Unhandled')
    expect(json.errorMessage).toBe('Unable to stringify response body')
    expect(json.errorType).toBe(configuration === node24 ? 'Runtime.JSONStringifyError' : 'Error')
    expect(seen.hint).toMatch(/^JSON\.stringify refuses the result: ./)
  })

  test.each([
    ['a function', () => () => 1],
    ['a symbol', () => Symbol('s')],
  ] as const)('%s has no JSON at all', async (_name, result) => {
    expect((await run(async () => result(), configuration)).text).toBe(
      '{"errorType":"TypeError","errorMessage":"Wrong arguments","trace":["TypeError: Wrong arguments"]}',
    )
  })
})

describe('nodejs24.x and later', () => {
  test('a handler is called with the event and the context, and nothing else', async () => {
    const handler = jest.fn(async (..._args: unknown[]) => 1)
    await run(handler, node24, { event: { id: 7 } })
    expect(handler.mock.calls[0]).toHaveLength(2)
    expect(handler.mock.calls[0]![0]).toEqual({ id: 7 })
  })

  test('what a handler returns that is no promise is the result', async () => {
    expect((await run((event: { id: number }) => ({ id: event.id }), node24, { event: { id: 7 } })).text).toBe('{"id":7}')
    expect((await run(() => undefined, node24)).text).toBe('null')
  })

  test('a handler that declares a callback does not start', async () => {
    let ran = false
    const { text, outcome } = await run((_event: unknown, _context: unknown, callback: Callback) => {
      ran = true
      callback(null, 1)
    }, node24)
    const message =
      'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this ' +
      'function to use a supported handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.'
    expect(outcome.functionError).toBe('Unhandled')
    expect(text).toBe(
      JSON.stringify({ errorType: 'Runtime.CallbackHandlerDeprecated', errorMessage: message, trace: [`Error: ${message}`] }),
    )
    expect(ran).toBe(false)
  })

  test.each([
    [undefined, 'undefined', 'undefined'],
    [null, 'object', 'null'],
  ])('throwing %s', async (thrown, errorType, errorMessage) => {
    const expected = JSON.stringify({ errorType, errorMessage, trace: [] })
    expect((await run(async () => { throw thrown }, node24)).text).toBe(expected) // prettier-ignore
    expect((await run(() => { throw thrown }, node24)).text).toBe(expected) // prettier-ignore
  })
})

describe('nodejs22.x and before', () => {
  test('the callback answers, at once or later', async () => {
    expect((await run((_e: unknown, _c: unknown, callback: Callback) => callback(null, { ok: 1 }), node22)).text).toBe('{"ok":1}')
    expect(
      (await run((_e: unknown, _c: unknown, callback: Callback) => later(() => callback(undefined, 'later')), node22)).text,
    ).toBe('"later"')
    expect((await run((_e: unknown, _c: unknown, callback: Callback) => callback(), node22)).text).toBe('null')
  })

  test('an error given to the callback is as if it were thrown, whatever it is unless null or undefined', async () => {
    const failed = await run((_e: unknown, _c: unknown, callback: Callback) => callback(new TypeError('x'), 'ignored'), node22)
    expect(failed.outcome.functionError).toBe('Unhandled')
    expect(failed.json).toMatchObject({ errorType: 'TypeError', errorMessage: 'x' })
    expect((await run((_e: unknown, _c: unknown, callback: Callback) => callback('text'), node22)).text).toBe(
      '{"errorType":"string","errorMessage":"text","trace":[]}',
    )
    expect((await run((_e: unknown, _c: unknown, callback: Callback) => callback(0), node22)).text).toBe(
      '{"errorType":"number","errorMessage":"0","trace":[]}',
    )
  })

  test('the first call of the callback wins, over later calls, a throw and a promise', async () => {
    const twice = await run((_e: unknown, _c: unknown, callback: Callback) => {
      callback(null, 1)
      callback(new Error('second'))
      throw new Error('third')
    }, node22)
    expect(twice.text).toBe('1')
    expect((await run(async (_e: unknown, _c: unknown, callback: Callback) => { callback(null, 'called'); return 'returned' }, node22)).text).toBe('"called"') // prettier-ignore
    expect((await run(async (_e: unknown, _c: unknown, callback: Callback) => { later(() => callback(null, 'called')); return 'returned' }, node22)).text).toBe('"returned"') // prettier-ignore
  })

  test('a rejection after the callback changes nothing and reaches nobody', async () => {
    const unhandled = jest.fn()
    process.on('unhandledRejection', unhandled)
    const { text } = await run(async (_e: unknown, _c: unknown, callback: Callback) => {
      callback(null, 1)
      await Promise.resolve()
      throw new Error('late')
    }, node22)
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', unhandled)
    expect(text).toBe('1')
    expect(unhandled).not.toHaveBeenCalled()
  })

  test('context.succeed, fail and done answer too, also later', async () => {
    expect((await run((_e: unknown, context: Context) => context.succeed(1), node22)).text).toBe('1')
    expect((await run((_e: unknown, context: Context) => later(() => context.done(null, 2)), node22)).text).toBe('2')
    expect(
      (await run((_e: unknown, context: Context) => later(() => context.done(new Error('x'), 2)), node22)).json.errorMessage,
    ).toBe('x')
    expect((await run((_e: unknown, context: Context) => later(() => context.fail('no')), node22)).text).toBe(
      '{"errorType":"string","errorMessage":"no","trace":[]}',
    )
    expect((await run(async (_e: unknown, context: Context) => { context.succeed('first'); return 'second' }, node22)).text).toBe('"first"') // prettier-ignore
  })

  test('a failure without an error is called handled', async () => {
    const handled = '{"errorType":"string","errorMessage":"handled","trace":[]}'
    expect((await run((_e: unknown, context: Context) => context.fail(null), node22)).text).toBe(handled)
    expect((await run(() => Promise.reject(undefined), node22)).text).toBe(handled)
  })

  test('throwing null or undefined outside a promise is a success: the runtime hands it to the callback', async () => {
    for (const thrown of [null, undefined]) {
      const { text, outcome } = await run(() => { throw thrown }, node22) // prettier-ignore
      expect([text, outcome.functionError]).toEqual(['null', undefined])
    }
  })

  test('an object that nobody can read has a payload without a trace', async () => {
    expect((await run(() => Promise.reject(Object.create(null)), node22)).text).toBe(
      `{"errorType":"handled","errorMessage":"${unreadable}"}`,
    )
  })

  test('a plain value is ignored: a handler that cannot answer any more answers null, and a hint says why', async () => {
    for (const handler of [
      () => 1,
      (event: object) => ({ ...event, done: true }),
      function named() {
        return 'text'
      },
    ]) {
      // prettier-ignore
      const { text, outcome, seen } = await run(handler, node22)
      expect([text, outcome.functionError]).toEqual(['null', undefined])
      expect(seen.hint).toMatch(/Lambda ignores what a handler returns that is no promise/)
    }
    expect((await run(() => undefined, node22)).seen.hint).toBeUndefined()
  })

  test('a handler that may still call its callback is waited for, however it declares it', async () => {
    const style = (_e: unknown, _c: unknown, callback: Callback) => later(() => callback(null, 'called'))
    expect((await run(jest.fn(style), node22)).text).toBe('"called"')
    expect((await run((_e: unknown, ...rest: [unknown, Callback]) => later(() => rest[1](null, 'rest')), node22)).text).toBe(
      '"rest"',
    )
    function old(this: unknown) {
      // eslint-disable-next-line prefer-rest-params -- as handlers of that age do
      const callback = arguments[2] as Callback
      later(() => callback(null, 'arguments'))
    }
    expect((await run(old, node22)).text).toBe('"arguments"')
  })
})

describe('without a Node.js Runtime', () => {
  test('a handler of three arguments has callbacks, any other returns its result', async () => {
    expect((await run((_e: unknown, _c: unknown, callback: Callback) => callback(null, 1))).text).toBe('1')
    expect((await run(() => 2, { runtime: 'python3.13' })).text).toBe('2')
  })
})
