import { inputDifferences, inputFits, type InputRule } from '../../src/matching/inputFits'

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

/** Whether an Invoke with this event fits. */
function eventFits(pattern: unknown, event: unknown, rule?: InputRule): boolean {
  return inputFits('Invoke', pattern, { FunctionName: 'orders', Payload: json(event) }, () => event, rule)
}

function nameFits(pattern: Record<string, unknown>, input: Record<string, unknown>, rule?: InputRule): boolean {
  return inputFits('Invoke', pattern, input, () => undefined, rule)
}

describe('FunctionName', () => {
  const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

  it('given bare means every form of the name and every qualifier', () => {
    for (const FunctionName of [
      'orders',
      'orders:live',
      '123456789012:function:orders',
      'function:orders',
      arn,
      `${arn}:3`,
      `${arn}:$LATEST`,
    ]) {
      expect([FunctionName, nameFits({ FunctionName: 'orders' }, { FunctionName })]).toEqual([FunctionName, true])
    }
    expect(nameFits({ FunctionName: 'orders' }, { FunctionName: 'orders', Qualifier: 'live' })).toBe(true)
    expect(nameFits({ FunctionName: 'orders' }, { FunctionName: 'orders2' })).toBe(false)
    expect(nameFits({ FunctionName: 'orders' }, { FunctionName: `${arn}2` })).toBe(false)
  })

  it('given with a qualifier means that one, in the name or in the Qualifier member', () => {
    expect(nameFits({ FunctionName: 'orders:live' }, { FunctionName: 'orders:live' })).toBe(true)
    expect(nameFits({ FunctionName: 'orders:live' }, { FunctionName: `${arn}:live` })).toBe(true)
    expect(nameFits({ FunctionName: 'orders:live' }, { FunctionName: 'orders', Qualifier: 'live' })).toBe(true)
    expect(nameFits({ FunctionName: 'orders:live' }, { FunctionName: 'orders' })).toBe(false)
    expect(nameFits({ FunctionName: 'orders:live' }, { FunctionName: 'orders:blue' })).toBe(false)
    expect(nameFits({ FunctionName: 'orders:live' }, { FunctionName: 'orders', Qualifier: '1' })).toBe(false)
  })

  it('and Qualifier may stand apart in the pattern and together in the call', () => {
    expect(nameFits({ FunctionName: 'orders', Qualifier: 'live' }, { FunctionName: 'orders:live' })).toBe(true)
    expect(nameFits({ FunctionName: 'orders', Qualifier: expect.any(String) }, { FunctionName: 'orders:live' })).toBe(true)
    expect(nameFits({ FunctionName: 'orders', Qualifier: undefined }, { FunctionName: 'orders:live' })).toBe(false)
    expect(nameFits({ FunctionName: 'orders', Qualifier: undefined }, { FunctionName: 'orders' })).toBe(true)
  })

  it('given as an ARN means its account and region, so far as the call says or is known to have them', () => {
    expect(nameFits({ FunctionName: arn }, { FunctionName: 'orders' })).toBe(true)
    expect(nameFits({ FunctionName: arn }, { FunctionName: 'orders' }, { region: 'us-east-1', accountId: '123456789012' })).toBe(
      true,
    )
    expect(nameFits({ FunctionName: arn }, { FunctionName: 'orders' }, { region: 'eu-west-1' })).toBe(false)
    expect(nameFits({ FunctionName: arn }, { FunctionName: '210987654321:function:orders' })).toBe(false)
    expect(nameFits({ FunctionName: arn.replace('us-east-1', 'eu-west-1') }, { FunctionName: arn })).toBe(false)
  })

  it('is compared as it stands by matchers and regular expressions', () => {
    expect(nameFits({ FunctionName: /^orders/ }, { FunctionName: 'orders:live' })).toBe(true)
    expect(nameFits({ FunctionName: /^orders$/ }, { FunctionName: 'orders:live' })).toBe(false)
    expect(nameFits({ FunctionName: expect.stringContaining('function:orders') }, { FunctionName: arn })).toBe(true)
  })

  it('is compared by the same rule when the match is strict', () => {
    const strict = { strict: true }
    expect(nameFits({ FunctionName: 'orders' }, { FunctionName: arn }, strict)).toBe(true)
    expect(nameFits({ FunctionName: 'orders:live' }, { FunctionName: 'orders', Qualifier: 'live' }, strict)).toBe(true)
    expect(nameFits({ FunctionName: 'orders' }, { FunctionName: 'orders', Qualifier: 'live' }, strict)).toBe(false)
    expect(nameFits({ FunctionName: 'orders' }, { FunctionName: 'orders', LogType: 'Tail' }, strict)).toBe(false)
  })

  it('shows the qualifier that a call had in another member', () => {
    expect(
      inputDifferences('Invoke', { FunctionName: 'orders:live' }, { FunctionName: 'orders', Qualifier: 'blue' }, () => undefined),
    ).toEqual([{ path: 'FunctionName', keys: ['FunctionName'], expected: 'orders:live', actual: 'orders:blue', kind: 'value' }])
  })
})

describe('Payload', () => {
  const event = { id: 7, items: [{ qty: 2 }] }

  it('is compared as a JSON value, in part', () => {
    expect(eventFits({ Payload: { id: 7 } }, event)).toBe(true)
    expect(eventFits({ Payload: { id: 8 } }, event)).toBe(false)
    expect(eventFits({ Payload: { items: [{ qty: expect.any(Number) }] } }, event)).toBe(true)
    expect(eventFits({ Payload: (given: typeof event) => given.items.length === 1 }, event)).toBe(true)
  })

  it('may be given as JSON text or bytes: key order and white space do not matter', () => {
    expect(eventFits({ Payload: ' { "items": [ {"qty":2} ], "id": 7 } ' }, event)).toBe(true)
    expect(eventFits({ Payload: json(event) }, event)).toBe(true)
    expect(eventFits({ Payload: Buffer.from(JSON.stringify(event)) }, event)).toBe(true)
    expect(eventFits({ Payload: json({ id: 8 }) }, event)).toBe(false)
  })

  it('may be text: as JSON has it, or as it stands', () => {
    expect(eventFits({ Payload: 'hello' }, 'hello')).toBe(true)
    expect(eventFits({ Payload: '"hello"' }, 'hello')).toBe(true)
    expect(eventFits({ Payload: '7' }, '7')).toBe(true)
    expect(eventFits({ Payload: '7' }, 7)).toBe(true)
    expect(eventFits({ Payload: 'hello' }, 'bye')).toBe(false)
  })

  it('is what JSON makes of it: dates are text, undefined is absent', () => {
    expect(eventFits({ Payload: { at: new Date(0), note: undefined } }, { at: '1970-01-01T00:00:00.000Z' })).toBe(true)
    expect(eventFits({ Payload: { price: { toJSON: () => '1.20' } } }, { price: '1.20' })).toBe(true)
    expect(eventFits({ Payload: { list: [undefined, NaN] } }, { list: [null, null] })).toBe(true)
  })

  it('must be absent where the pattern says undefined or no bytes', () => {
    expect(inputFits('Invoke', { Payload: undefined }, { FunctionName: 'orders' }, () => undefined)).toBe(true)
    expect(inputFits('Invoke', { Payload: new Uint8Array() }, { FunctionName: 'orders' }, () => undefined)).toBe(true)
    expect(eventFits({ Payload: undefined }, event)).toBe(false)
  })

  it('is named InvokeArgs in InvokeAsync, and is a plain member anywhere else', () => {
    expect(
      inputFits('InvokeAsync', { InvokeArgs: { id: 7 } }, { FunctionName: 'orders', InvokeArgs: json(event) }, () => event),
    ).toBe(true)
    expect(
      inputFits(
        'CreateFunction',
        { Code: { ZipFile: new Uint8Array([1]) } },
        { Code: { ZipFile: Buffer.from([1]) } },
        () => undefined,
      ),
    ).toBe(true)
  })

  it('is decoded only if the pattern asks for it', () => {
    const payload = jest.fn()
    inputFits('Invoke', { FunctionName: 'orders' }, { FunctionName: 'orders' }, payload)
    inputFits('GetFunction', { FunctionName: 'orders' }, { FunctionName: 'orders' }, payload)
    expect(payload).not.toHaveBeenCalled()
  })

  it('is decoded for a matcher or function that stands for the whole input', () => {
    expect(eventFits(expect.objectContaining({ Payload: event }), event)).toBe(true)
    expect(eventFits((input: { Payload: typeof event }) => input.Payload.id === 7, event)).toBe(true)
  })

  it('has no other members when the match is strict', () => {
    expect(eventFits({ FunctionName: 'orders', Payload: event }, event, { strict: true })).toBe(true)
    expect(eventFits({ FunctionName: 'orders', Payload: { id: 7 } }, event, { strict: true })).toBe(false)
    expect(eventFits({ FunctionName: 'orders' }, event, { strict: true })).toBe(false)
  })

  it('gives its differences as paths of the event', () => {
    expect(
      inputDifferences(
        'Invoke',
        { FunctionName: 'orders', Payload: { items: [{ qty: 3 }] } },
        { FunctionName: 'orders' },
        () => event,
      ).map(({ path }) => path),
    ).toEqual(['Payload.items[0].qty'])
  })

  it('changes neither the pattern nor the input', () => {
    const pattern = Object.freeze({ FunctionName: 'orders:live', Payload: '{"id":7}' })
    const input = Object.freeze({ FunctionName: 'orders', Qualifier: 'blue', Payload: json(event) })
    expect(inputFits('Invoke', pattern, input, () => event)).toBe(false)
  })
})
