import { createRuleBook } from '../../src/faults/ruleBook'
import { createOn } from '../../src/faults/on'
import { nested } from '../support/nested'

function setUp(seed = 1) {
  const rules = createRuleBook(seed)
  const on = createOn(() => rules)
  const next = (
    input: Record<string, unknown> = { FunctionName: 'orders' },
    operation: 'Invoke' | 'GetFunction' = 'Invoke',
    payload?: unknown,
  ) => rules.next({ operation, input, payload: () => payload, headers: {} })?.text.replace(/^on\(.*?\)\./, '')
  return { rules, on, next }
}

describe('rules', () => {
  it('run their script step by step, then the state answers again', () => {
    const { on, next } = setUp()
    on('Invoke', { FunctionName: 'orders' }).throttles().times(2).fails('ServiceException').once()
    expect([next(), next(), next(), next()]).toEqual(['throttles()', 'throttles()', `fails('ServiceException')`, undefined])
  })

  it('answer for ever unless told otherwise', () => {
    const { on, next } = setUp()
    on('Invoke').throttles()
    expect([next(), next(), next()]).toEqual(['throttles()', 'throttles()', 'throttles()'])
  })

  it('append to the queue of the same rule when it is declared again', () => {
    const { on, next } = setUp()
    on('Invoke', { FunctionName: 'orders' }).throttles().once()
    on('Invoke', { FunctionName: 'orders' }).fails('ServiceException').once()
    expect([next(), next(), next()]).toEqual(['throttles()', `fails('ServiceException')`, undefined])
  })

  it('use their queue before the standing answer, in whichever order they were declared', () => {
    const { on, next } = setUp()
    on('Invoke').fails('ServiceException').rejectsOnce(new Error('first'))
    expect([next(), next(), next()]).toEqual(['rejects(...)', `fails('ServiceException')`, `fails('ServiceException')`])
  })

  it('prefer the specific one, then the one declared last', () => {
    const { on, next } = setUp()
    on('Invoke', { FunctionName: 'orders' }).throttles()
    on('Invoke').fails('ServiceException')
    on('*').fails('KMSDisabledException')
    expect(next()).toBe('throttles()')
    expect(next({ FunctionName: 'other' })).toBe(`fails('ServiceException')`)
    expect(next({}, 'GetFunction')).toBe(`fails('KMSDisabledException')`)
    on('Invoke', { FunctionName: /^ord/ }).fails('ENINotReadyException')
    expect(next()).toBe(`fails('ENINotReadyException')`)
  })

  it('with a pattern nested in thousands refuse their call in a sentence, and let others pass', () => {
    const { on, next } = setUp()
    on('Invoke', { FunctionName: 'orders', Payload: nested(5000) }).throttles()
    expect(() => next({ FunctionName: 'orders' }, 'Invoke', nested(5000))).toThrow(
      'The pattern is nested more than 500 levels deep below Payload.a.a, and cannot be compared',
    )
    expect(next({ FunctionName: 'other' }, 'Invoke', nested(5000))).toBeUndefined()
  })

  it('match every form of a bare function name, and one qualifier of a qualified one', () => {
    const { on, next } = setUp()
    on('Invoke', { FunctionName: 'orders' }).throttles()
    on('Invoke', { FunctionName: 'billing:live' }).fails('ServiceException')
    for (const FunctionName of [
      'orders',
      'orders:live',
      '123456789012:function:orders',
      'arn:aws:lambda:us-east-1:123456789012:function:orders:7',
    ]) {
      expect(next({ FunctionName })).toBe('throttles()')
    }
    expect(next({ FunctionName: 'billing' })).toBeUndefined()
    expect(next({ FunctionName: 'billing', Qualifier: 'live' })).toBe(`fails('ServiceException')`)
  })

  it('match the payload as a JSON value', () => {
    const { on, next } = setUp()
    on('Invoke', { Payload: { id: 7 } }).throttles()
    expect(next({ FunctionName: 'orders' }, 'Invoke', { extra: true, id: 7 })).toBe('throttles()')
    expect(next({ FunctionName: 'orders' }, 'Invoke', { id: 8 })).toBeUndefined()
  })

  it('let calls pass first with after()', () => {
    const { on, next } = setUp()
    on('Invoke').throttles().once().after(2)
    expect([next(), next(), next(), next()]).toEqual([undefined, undefined, 'throttles()', undefined])
  })

  it('happen to each so-manieth call with every()', () => {
    const { on, next } = setUp()
    on('Invoke').throttles().every(3).times(2).after(1)
    expect(Array.from({ length: 8 }, () => next() !== undefined)).toEqual([
      ...[false, false, false, true],
      ...[false, false, true, false],
    ])
  })

  it('leave a call that they let pass to the standing answer, to wider rules and to the state', () => {
    const { on, next } = setUp()
    on('*').fails('ServiceException').every(2)
    on('Invoke').resolves({}).once().drops('EPIPE').withProbability(0)
    on('Invoke').throttles().once().after(1)
    expect([next(), next(), next(), next()]).toEqual(['resolves(...)', undefined, 'throttles()', `fails('ServiceException')`])
  })

  it('with the words of how often change the verb before them alone', () => {
    const { on, next } = setUp()
    on('Invoke').throttles().times(2).fails('ServiceException').once().after(1).hangs()
    expect([next(), next(), next(), next(), next()]).toEqual([
      ...['throttles()', 'throttles()'],
      ...['hangs()', `fails('ServiceException')`, 'hangs()'],
    ])
  })

  it('tell the whole of what was written', () => {
    const { on, rules } = setUp()
    on('Invoke', { FunctionName: 'orders' }).drops('ENOTFOUND')
    const call = { operation: 'Invoke' as const, input: { FunctionName: 'orders' }, payload: () => undefined, headers: {} }
    expect(rules.next(call)!.text).toBe(`on('Invoke', {"FunctionName":"orders"}).drops('ENOTFOUND')`)
  })

  it('happen to a share of the calls, the same ones for the same seed, whatever other functions do', () => {
    const run = (seed: number, noise: boolean) => {
      const { on, next } = setUp(seed)
      on('Invoke', (input) => String(input.FunctionName).length > 0)
        .throttles()
        .withProbability(0.1)
      return Array.from({ length: 2_000 }, (_, index) => {
        if (noise && index % 3 === 0) next({ FunctionName: 'noise' })
        return next() !== undefined
      })
    }
    const share = run(1, false).filter(Boolean).length / 2_000
    expect(share).toBeGreaterThan(0.08)
    expect(share).toBeLessThan(0.12)
    expect(run(1, true)).toEqual(run(1, false))
    expect(run(1, false)).not.toEqual(run(2, false))
  })

  it('tell which bounded steps were not used up', () => {
    const { on, rules, next } = setUp()
    on('Invoke').throttles().times(2)
    next()
    expect(rules.unused().map((rule) => rule.text)).toEqual([`on('Invoke')`])
    next()
    expect(rules.unused()).toEqual([])
  })
})

describe('lambda.on refuses', () => {
  it.each([
    [
      'an operation that AWS does not have',
      (on: ReturnType<typeof setUp>['on']) => on('Invok' as never),
      `lambda.on: "Invok" is no operation of the Lambda API. Did you mean 'Invoke'?`,
    ],
    [
      'a member that the input does not have',
      (on: ReturnType<typeof setUp>['on']) => on('Invoke', { FunctionNam: 'orders' } as never),
      `the input of Invoke has no member FunctionNam. Did you mean FunctionName?`,
    ],
    [
      'a name where a part of the input belongs',
      (on: ReturnType<typeof setUp>['on']) => on('Invoke', 'orders' as never),
      `an input is compared with an object such as { FunctionName: 'orders' }, a matcher or a function, not with 'orders'.`,
    ],
    ['the same for all operations', (on: ReturnType<typeof setUp>['on']) => on('*', /orders/ as never), `not with an object.`],
    [
      'an output that is none',
      (on: ReturnType<typeof setUp>['on']) => on('Invoke').resolves('ok' as never),
      `resolves(...) takes an output, such as { StatusCode: 200 }, not 'ok'.`,
    ],
    [
      'a payload that is no JSON',
      (on: ReturnType<typeof setUp>['on']) => on('Invoke').resolves({ Payload: 1n } as never),
      `An output written by hand has Payload that is no JSON`,
    ],
    [
      'a fake that is none',
      (on: ReturnType<typeof setUp>['on']) => on('Invoke').callsFake(undefined as never),
      `callsFake(...) takes a function of the input, not undefined.`,
    ],
    [
      'an error that Lambda does not have',
      (on: ReturnType<typeof setUp>['on']) => on('Invoke').fails('ServiceExceptoin' as never),
      `names no error of Lambda's. Did you mean 'ServiceException'?`,
    ],
    [
      'a member that the error does not have',
      (on: ReturnType<typeof setUp>['on']) => on('Invoke').fails('TooManyRequestsException', { Resaon: 'x' } as never),
      `TooManyRequestsException has no member Resaon. Did you mean Reason?`,
    ],
    [
      'an output member that AWS does not have',
      (on: ReturnType<typeof setUp>['on']) => on('Invoke').resolves({ Paylod: 1 } as never),
      `the output of Invoke has no member Paylod. Did you mean Payload?`,
    ],
    [
      'a count before any verb',
      (on: ReturnType<typeof setUp>['on']) => on('Invoke').once(),
      `on('Invoke').once() has nothing to count`,
    ],
    [
      'half a call',
      (on: ReturnType<typeof setUp>['on']) => on('Invoke').throttles().times(0.5),
      `times(0.5) needs a whole number of calls`,
    ],
    [
      'a probability over 1',
      (on: ReturnType<typeof setUp>['on']) => on('Invoke').throttles().withProbability(2),
      `withProbability(2) needs a share between 0`,
    ],
    [
      'a duration without unit',
      (on: ReturnType<typeof setUp>['on']) => on('Invoke').delays('5' as never),
      `needs milliseconds or a duration`,
    ],
  ])('%s', (_, declare, message) => {
    const { on } = setUp()
    expect(() => declare(on)).toThrow(expect.objectContaining({ name: 'UsageError', message: expect.stringContaining(message) }))
  })
})
