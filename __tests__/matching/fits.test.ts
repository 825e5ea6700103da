import { runInNewContext } from 'node:vm'
import sinon from 'sinon'
import { differences, exactly, fits } from '../../src/matching/fits'
import { nested } from '../support/nested'

/** What kind of difference is where. */
const places = (pattern: unknown, value: unknown) => differences(pattern, value).map(({ path, kind }) => `${path}: ${kind}`)

describe('a value fits a pattern', () => {
  it('if an object has at least the members that the pattern names', () => {
    expect(fits({ id: 7, customer: { name: 'Ada' } }, { id: 7, customer: { name: 'Ada', age: 36 }, note: '' })).toBe(true)
    expect(fits({ id: 7, customer: { name: 'Ada' } }, { id: 7, customer: { age: 36 } })).toBe(false)
    expect(fits({}, { id: 7 })).toBe(true)
  })

  it('if an array has the same length and fits element by element', () => {
    expect(fits([{ qty: 1 }, 2], [{ qty: 1, sku: 'a' }, 2])).toBe(true)
    expect(fits([1, 2], [1, 2, 3])).toBe(false)
    expect(fits([1, 2], [2, 1])).toBe(false)
    expect(fits([], [1])).toBe(false)
    expect(fits([], [])).toBe(true)
  })

  it('if numbers, strings and truth values are the same, of the same type', () => {
    expect(fits(7, 7)).toBe(true)
    expect(fits(7, '7')).toBe(false)
    expect(fits(0, false)).toBe(false)
    expect(fits(0, -0)).toBe(true)
    expect(fits(NaN, NaN)).toBe(true)
    expect(fits(7n, 7n)).toBe(true)
    expect(fits(7n, 7)).toBe(false)
  })

  it('with null for null only, and undefined for what is absent only', () => {
    expect(fits({ a: null }, { a: null })).toBe(true)
    expect(fits({ a: null }, { a: undefined })).toBe(false)
    expect(fits({ a: null }, {})).toBe(false)
    expect(fits({ a: undefined }, {})).toBe(true)
    expect(fits({ a: undefined }, { a: null })).toBe(false)
    expect(fits({ a: undefined }, { a: 0 })).toBe(false)
    expect(fits(undefined, undefined)).toBe(true)
  })

  it('with a regular expression for a string, however often it is asked', () => {
    const global = /^ord/g
    expect([fits(global, 'orders'), fits(global, 'orders'), fits(global, 'orders')]).toEqual([true, true, true])
    expect(fits(/^ord/, 'payments')).toBe(false)
    expect(fits(/7/, 7)).toBe(false)
    expect(fits({ name: /^ORD/i }, { name: 'orders' })).toBe(true)
  })

  it('with a function that decides', () => {
    expect(fits({ qty: (qty: number) => qty > 1 }, { qty: 2 })).toBe(true)
    expect(fits({ qty: (qty: number) => qty > 1 }, { qty: 1 })).toBe(false)
    expect(fits((event: { id: number }) => event.id === 7, { id: 7 })).toBe(true)
  })

  it('with dates by their time and bytes by their content', () => {
    expect(fits(new Date(5), new Date(5))).toBe(true)
    expect(fits(new Date(5), new Date(6))).toBe(false)
    expect(fits(new Date(NaN), new Date(NaN))).toBe(true)
    expect(fits(new Uint8Array([1, 2]), Buffer.from([1, 2]))).toBe(true)
    expect(fits(Buffer.from([1, 2]), new Uint8Array([1, 2]))).toBe(true)
    expect(fits(new Uint8Array([1, 2]), new Uint8Array([1, 3]))).toBe(false)
    expect(fits(new Uint8Array([1, 2]), new Uint8Array([1, 2, 3]))).toBe(false)
    expect(fits(new Uint8Array([1, 2]).buffer, new Uint8Array([1, 2]))).toBe(true)
    expect(fits(new Uint8Array([1, 2]), [1, 2])).toBe(false)
  })

  it('with maps and sets by what they hold, errors by name and message', () => {
    expect(
      fits(
        new Map([['a', { b: 1 }]]),
        new Map<string, unknown>([
          ['a', { b: 1, c: 2 }],
          ['d', 4],
        ]),
      ),
    ).toBe(true)
    expect(fits(new Map([['a', 1]]), new Map([['a', 2]]))).toBe(false)
    expect(fits(new Set([{ a: 1 }]), new Set([{ a: 1, b: 2 }, { a: 2 }]))).toBe(true)
    expect(fits(new Set([{ a: 1 }, { b: 1 }]), new Set([{ a: 1 }]))).toBe(false)
    expect(
      fits(
        new Map([[{ id: 1 }, 'a']]),
        new Map([
          [{ id: 1 }, 'a'],
          [{ id: 2 }, 'b'],
        ]),
      ),
    ).toBe(true)
    expect(fits(new Map([[{ id: 1 }, 'a']]), new Map([[{ id: 1 }, 'b']]))).toBe(false)
    expect(fits(new TypeError('x'), new TypeError('x'))).toBe(true)
    expect(fits(new TypeError('x'), new Error('x'))).toBe(false)
    expect(fits({ message: /stock/ }, new Error('no stock'))).toBe(true)
  })

  it('with matchers of Jest in any place', () => {
    const event = { id: 7, tags: ['new', 'paid'], customer: { name: 'Ada' } }
    expect(fits({ id: expect.any(Number) }, event)).toBe(true)
    expect(fits({ id: expect.any(String) }, event)).toBe(false)
    expect(fits({ tags: expect.arrayContaining(['paid']) }, event)).toBe(true)
    expect(fits({ tags: [expect.anything(), expect.stringMatching(/^p/)] }, event)).toBe(true)
    expect(fits(expect.objectContaining({ id: 7 }), event)).toBe(true)
    expect(fits({ customer: expect.not.objectContaining({ name: 'Ada' }) }, event)).toBe(false)
    expect(fits({ note: expect.anything() }, event)).toBe(false)
  })

  it('with matchers of sinon in any place', () => {
    const event = { id: 7, tags: ['new'] }
    expect(fits({ id: sinon.match.number }, event)).toBe(true)
    expect(fits({ id: sinon.match.string }, event)).toBe(false)
    expect(fits({ id: sinon.match.number.and(sinon.match((id: number) => id > 6)) }, event)).toBe(true)
    expect(fits(sinon.match({ id: 7 }), event)).toBe(true)
    expect(fits({ tags: sinon.match.array.contains(['new']) }, event)).toBe(true)
  })

  it('but a plain object that happens to have a test is no matcher', () => {
    expect(fits({ test: true, message: 'x' }, { test: true, message: 'x' })).toBe(true)
  })

  it('with values of another realm, as under Jest', () => {
    const foreign = (code: string): unknown => runInNewContext(code)
    expect(
      fits(
        { at: new Date(5), list: [1], bytes: new Uint8Array([1]) },
        foreign('({ at: new Date(5), list: [1], bytes: new Uint8Array([1]) })'),
      ),
    ).toBe(true)
    expect(
      fits(foreign('({ at: new Date(5), name: /^ord/, list: [1, { a: 1 }] })'), {
        at: new Date(5),
        name: 'orders',
        list: [1, { a: 1 }],
      }),
    ).toBe(true)
    expect(fits(foreign('new Map([[1, new Set([2])]])'), new Map([[1, new Set([2])]]))).toBe(true)
    expect(fits(foreign('new RangeError("x")'), new RangeError('x'))).toBe(true)
    expect(fits(foreign('(value) => value === 7'), 7)).toBe(true)
    expect(fits(foreign('new Date(5)'), new Date(6))).toBe(false)
  })

  it('without looking at what every object inherits', () => {
    expect(fits({ constructor: expect.anything() }, {})).toBe(false)
    expect(fits({ toString: undefined }, {})).toBe(true)
    const pattern: unknown = JSON.parse('{"__proto__":{"admin":true}}')
    expect(fits(pattern, {})).toBe(false)
    expect(fits(pattern, JSON.parse('{"__proto__":{"admin":true}}'))).toBe(true)
  })

  it('whatever the value is: cycles and unreadable values give an answer', () => {
    const cycle: Record<string, unknown> = { id: 7 }
    cycle.self = cycle
    const other: Record<string, unknown> = { id: 7, self: { id: 7 } }
    ;(other.self as Record<string, unknown>).self = other
    expect(fits(cycle, cycle)).toBe(true)
    expect(fits(cycle, other)).toBe(true)
    expect(fits(cycle, { id: 7, self: { id: 8 } })).toBe(false)
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(fits({ a: 1 }, proxy)).toBe(false)
    expect(
      fits(
        { a: 1 },
        {
          get a() {
            throw new Error('no')
          },
        },
      ),
    ).toBe(false)
    expect(fits(new Date(5), { [Symbol.toStringTag]: 'Date' })).toBe(false)
    expect(differences({ a: 1 }, proxy)).toEqual([expect.objectContaining({ path: '', kind: 'type', note: 'cannot be read' })])
  })
})

describe('a predicate that cannot decide', () => {
  it('lets its error through, with a note of where it stands', () => {
    function isPaid(order: any): boolean {
      return order.payment.state === 'paid'
    }
    expect(() => fits({ order: isPaid }, { order: {} })).toThrow(
      expect.objectContaining({
        name: 'PredicateError',
        message: "The predicate isPaid at order threw TypeError: Cannot read properties of undefined (reading 'state')",
        cause: expect.any(TypeError),
      }),
    )
  })

  it('may not answer with a promise, which would always pass', () => {
    expect(() => fits({ id: () => Promise.resolve(false) }, { id: 7 })).toThrow(
      'The predicate id at id answered with a promise, which cannot be waited for here',
    )
  })

  it('counts as a refusal where differences are listed', () => {
    const pattern = {
      order: () => {
        throw new Error('not mine')
      },
    }
    expect(differences(pattern, { order: 1 })).toEqual([
      expect.objectContaining({ path: 'order', kind: 'matcher', note: 'threw Error: not mine' }),
    ])
  })
})

describe('a pattern that is nested in hundreds', () => {
  it('is compared as far down as the stack is sure to reach', () => {
    expect(fits(nested(500), nested(500))).toBe(true)
    expect(fits(nested(500), nested(501))).toBe(false)
  })

  it('is refused in a sentence further down, rather than said to fit nothing', () => {
    for (const levels of [502, 20_000])
      expect(() => fits(nested(levels), nested(levels))).toThrow(
        expect.objectContaining({
          name: 'PredicateError',
          message:
            'The pattern is nested more than 500 levels deep below a.a.a, and cannot be compared: let a function decide instead',
        }),
      )
    expect(differences(nested(502), nested(502))).toEqual([
      expect.objectContaining({ kind: 'matcher', note: 'is nested more than 500 levels deep, which is not compared' }),
    ])
  })

  it('may be as shallow as it likes for a value that is not', () => {
    expect(fits({ a: expect.anything() }, nested(20_000))).toBe(true)
    expect(exactly({}, nested(20_000))).toBe(false)
  })
})

describe('a strict match', () => {
  it('has no members that the pattern does not name', () => {
    expect(exactly({ id: 7 }, { id: 7 })).toBe(true)
    expect(exactly({ id: 7 }, { id: 7, note: undefined })).toBe(true)
    expect(exactly({ id: 7 }, { id: 7, note: '' })).toBe(false)
    expect(exactly({ items: [{ qty: expect.any(Number) }] }, { items: [{ qty: 1 }] })).toBe(true)
    expect(exactly({ items: [{ qty: 1 }] }, { items: [{ qty: 1, sku: 'a' }] })).toBe(false)
    expect(
      exactly(
        new Map([['a', 1]]),
        new Map([
          ['a', 1],
          ['b', 2],
        ]),
      ),
    ).toBe(false)
    expect(exactly(new Set([1]), new Set([1, 2]))).toBe(false)
    expect(differences({ id: 7 }, { id: 7, note: '' }, [], true)).toEqual([
      { path: 'note', keys: ['note'], expected: undefined, actual: '', kind: 'extra' },
    ])
  })
})

describe('differences', () => {
  it('name every place with its path, what was expected and what is there', () => {
    expect(differences({ id: 7, items: [{ qty: 2 }] }, { id: 7, items: [{ qty: 1 }] })).toEqual([
      { path: 'items[0].qty', keys: ['items', 0, 'qty'], expected: 2, actual: 1, kind: 'value' },
    ])
  })

  it('tell kinds apart', () => {
    expect(
      places(
        { a: 1, b: undefined, c: 'x', d: 1, e: [1, 2], f: expect.any(String), 'content-type': 'json' },
        { b: 2, c: 7, d: 2, e: [1], f: 7, 'content-type': 'xml' },
      ),
    ).toEqual(['a: missing', 'b: extra', 'c: type', 'd: value', 'e.length: length', 'f: matcher', '["content-type"]: value'])
  })

  it('have the empty path for the whole value', () => {
    expect(places({ id: 7 }, 'text')).toEqual([': type'])
    expect(places({ id: 7 }, undefined)).toEqual([': missing'])
  })

  it('can be put under a path', () => {
    expect(differences({ id: 7 }, { id: 8 }, ['Payload']).map(({ path }) => path)).toEqual(['Payload.id'])
  })

  it('end somewhere', () => {
    const many = (from: number) => Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, index + from]))
    expect(differences(many(0), many(1))).toHaveLength(100)
    // Each level names the next one twice: without a limit this would be 2^60 comparisons.
    const tower = (leaf: number): unknown => Array.from({ length: 60 }).reduce<unknown>((below) => [below, below], leaf)
    expect(differences(tower(1), tower(2))).toHaveLength(100)
    expect(fits(tower(1), tower(1))).toBe(true)
  })
})
