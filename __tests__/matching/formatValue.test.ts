import sinon from 'sinon'
import { formatValue, shortened } from '../../src/matching/formatValue'

describe('a value on one line', () => {
  it('is JSON where it is JSON', () => {
    expect(formatValue({ id: 7, tags: ['new', null], ok: true, name: 'Ada "x"' })).toBe(
      '{"id":7,"tags":["new",null],"ok":true,"name":"Ada \\"x\\""}',
    )
  })

  it('names what JSON has not', () => {
    expect(
      formatValue({ a: undefined, b: 1n, c: NaN, d: new Date(0), e: new Uint8Array(3), f: new Date(NaN), g: Symbol('s') }),
    ).toBe('{"a":undefined,"b":1n,"c":NaN,"d":Date 1970-01-01T00:00:00.000Z,"e":<3 bytes>,"f":Invalid Date,"g":Symbol(s)}')
    expect(formatValue(new Map([['a', new Set([1])]]))).toBe('Map {"a":Set [1]}')
    expect(formatValue(new Map([[{ id: 1 }, 2]]))).toBe('Map [[{"id":1},2]]')
    expect(formatValue(new RangeError('too far'))).toBe('Error {"name":"RangeError","message":"too far"}')
  })

  it('names matchers as their makers do', () => {
    expect(
      formatValue([
        expect.any(String),
        expect.anything(),
        expect.objectContaining({ id: 7 }),
        expect.stringMatching(/^a/),
        expect.not.arrayContaining([1]),
        expect.closeTo(0.3, 2),
        sinon.match.string,
        /^ord/i,
      ]),
    ).toBe(
      '[Any<String>,Anything,ObjectContaining {"id":7},StringMatching /^a/,ArrayNotContaining [1],NumberCloseTo 0.3 (2 digits),typeOf("string"),/^ord/i]',
    )
    expect(formatValue({ qty: (qty: number) => qty > 1 })).toBe('{"qty":[the predicate qty]}')
  })

  it('is cut where it gets too long, without writing the rest', () => {
    expect(formatValue('x'.repeat(50), { limit: 10 })).toBe('"xxxxxxxx…')
    expect(
      formatValue(
        Array.from({ length: 1e6 }, () => 0),
        { limit: 12 },
      ),
    ).toBe('[0,0,0,0,0,…')
    expect(shortened('ab😀', 4)).toBe('ab😀')
    expect(shortened('abc😀d', 5)).toBe('abc…')
  })

  it('holds no line break and no control character', () => {
    expect(formatValue('a\nb\u001b[31m\u009b\u2028')).toBe('"a\\nb\\u001b[31m "')
    expect(formatValue(sinon.match('a\nb'))).toBe('match("a b")')
  })

  it('never fails', () => {
    const cycle: unknown[] = []
    cycle.push({ cycle })
    expect(formatValue(cycle)).toBe('[{"cycle":[circular]}]')
    const shared = { a: 1 }
    expect(formatValue([shared, shared])).toBe('[{"a":1},{"a":1}]')
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(formatValue(proxy)).toBe('[unreadable]')
  })

  it('leaves secrets out, also those that a matcher quotes', () => {
    const secrecy = (keys: readonly (string | number)[]) =>
      keys.at(-1) === 'token' ? 'secret' : keys.length === 0 ? 'holds secrets' : 'open'
    expect(formatValue({ token: 'canary', id: 7 }, { secrecy })).toBe('{"token":***,"id":7}')
    expect(formatValue({ token: undefined }, { secrecy })).toBe('{"token":undefined}')
    expect(formatValue(expect.objectContaining({ token: 'canary' }), { secrecy })).toBe('ObjectContaining {"token":***}')
    expect(formatValue(sinon.match({ token: 'canary' }), { secrecy })).toBe('a matcher')
  })
})
