import { runInNewContext } from 'node:vm'
import { isServiceError } from '../../src/errors/serviceError'
import type { Context } from '../../src/runtime/context'
import { runVersion } from '../../src/runtime/runVersion'
import type { CannedOutcome } from '../../src/state/functionRecord'
import { newRequest, newRuntimeHouse, newVersion, noon, requestId, run } from '../support/runtime'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('the event', () => {
  test('is {} for an empty payload', async () => {
    const { text, seen } = await run(async (event: unknown) => event, {}, { payload: new Uint8Array() })
    expect(text).toBe('{}')
    expect(seen.event).toEqual({})
  })

  test.each([null, 0, false, '', 'text', [1, 2], { id: 7 }])('may be any JSON value: %j', async (event) => {
    const { text, seen } = await run(async (given: unknown) => given, {}, { event })
    expect(text).toBe(JSON.stringify(event))
    expect(seen.event).toEqual(event)
  })

  test('is a fresh copy in each attempt, and the record keeps it as it was', async () => {
    const house = newRuntimeHouse()
    const handler = async (event: { items: number[] }) => {
      event.items.push(event.items.length)
      return event.items
    }
    const request = newRequest(newVersion(handler), { items: [0] }, { type: 'Event' })
    const answers = [await runVersion(request, house), await runVersion({ ...request, attempt: 2 }, house)]
    expect(answers.map(({ payload }) => text(payload))).toEqual(['[0,1]', '[0,1]'])
    expect(house.observed.map(({ event, attempt, type }) => [event, attempt, type])).toEqual([
      [{ items: [0] }, 1, 'Event'],
      [{ items: [0] }, 2, 'Event'],
    ])
  })

  test('is kept even if the caller changes the bytes while the handler runs', async () => {
    const house = newRuntimeHouse()
    const request = newRequest(
      newVersion(async () => void request.payload.fill(0)),
      { id: 7 },
    )
    await runVersion(request, house)
    expect(house.observed[0]!.event).toEqual({ id: 7 })
  })

  test('that is no JSON is refused before anything happens: nothing runs, nothing is used up, nothing is observed', async () => {
    const house = newRuntimeHouse()
    const handler = jest.fn()
    const version = newVersion({ once: [{ kind: 'returns', value: 'once' }], handler })
    const refused = runVersion(newRequest(version, {}, { payload: new TextEncoder().encode('{"id":') }), house)
    const error = await refused.catch((thrown: unknown) => thrown)
    expect(isServiceError(error)).toBe(true)
    expect(error).toMatchObject({ name: 'InvalidRequestContentException', status: 400 })
    expect(handler).not.toHaveBeenCalled()
    expect(house.observed).toEqual([])
    expect(text((await runVersion(newRequest(version), house)).payload)).toBe('"once"')
  })
})

describe('what runs', () => {
  test('one-time outcomes in their order, then the standing one', async () => {
    const house = newRuntimeHouse()
    const handler = jest.fn()
    const once: CannedOutcome[] = [
      { kind: 'returns', value: 1 },
      { kind: 'throws', error: 'two' },
    ]
    const version = newVersion({ once, always: { kind: 'returns', value: 'always' }, handler })
    const payloads: string[] = []
    for (let i = 0; i < 4; i++) payloads.push(text((await runVersion(newRequest(version), house)).payload))
    expect(payloads).toEqual(['1', '{"errorType":"string","errorMessage":"two","trace":[]}', '"always"', '"always"'])
    expect(handler).not.toHaveBeenCalled()
    expect(once).toEqual([])
  })

  test('one-time outcomes, then the handler', async () => {
    const house = newRuntimeHouse()
    const version = newVersion({ once: [{ kind: 'exits', code: 1 }], handler: async () => 'handled' })
    expect(JSON.parse(text((await runVersion(newRequest(version), house)).payload)).errorType).toBe('Runtime.ExitError')
    expect(text((await runVersion(newRequest(version), house)).payload)).toBe('"handled"')
  })

  test('a canned result is JSON made anew for each run', async () => {
    const value = { items: [1] }
    const house = newRuntimeHouse()
    const version = newVersion({ always: { kind: 'returns', value } })
    const first = await runVersion(newRequest(version), house)
    value.items.push(2)
    expect([text(first.payload), text((await runVersion(newRequest(version), house)).payload)]).toEqual([
      '{"items":[1]}',
      '{"items":[1,2]}',
    ])
    expect(house.observed.map(({ result }) => result)).toEqual([{ items: [1] }, { items: [1, 2] }])
  })

  test('a canned undefined is null, a canned value without JSON fails as a handler’s does', async () => {
    expect((await run({ always: { kind: 'returns', value: undefined } })).text).toBe('null')
    expect((await run({ always: { kind: 'returns', value: 1n } })).json).toMatchObject({
      errorMessage: 'Unable to stringify response body',
    })
  })

  test('a canned error has the payload of a thrown one', async () => {
    const error = new RangeError('canned')
    const { text, outcome } = await run({ always: { kind: 'throws', error } })
    expect(text).toBe(JSON.stringify({ errorType: 'RangeError', errorMessage: 'canned', trace: error.stack!.split('\n') }))
    expect(outcome.functionError).toBe('Unhandled')
  })

  test('Invoke of canned chunks answers the whole stream as its payload', async () => {
    const house = newRuntimeHouse()
    const always = { kind: 'streams', chunks: ['{"a":', Uint8Array.of(0x31), '}'] } as const
    const outcome = await runVersion(newRequest(newVersion({ always })), house)
    expect(text(outcome.payload)).toBe('{"a":1}')
    expect(house.observed[0]!.result).toEqual({ a: 1 })
    const plain = await runVersion(newRequest(newVersion({ always: { kind: 'streams', chunks: ['Hello'] } })), house)
    expect([text(plain.payload), house.observed[1]!.result]).toEqual(['Hello', 'Hello'])
  })
})

test('an error of another realm is one, thrown or canned', async () => {
  const error = runInNewContext('new TypeError("far away")') as unknown
  for (const body of [async () => Promise.reject(error), { always: { kind: 'throws', error } } as const]) {
    const { json, seen } = await run(body)
    expect(json).toMatchObject({ errorType: 'TypeError', errorMessage: 'far away' })
    expect(json.trace[0]).toBe('TypeError: far away')
    expect(seen.logs[1]).toContain(
      'Invoke Error \t{"errorType":"TypeError","errorMessage":"far away","stack":["TypeError: far away"',
    )
  }
})

test('the record of a run that succeeded', async () => {
  const house = newRuntimeHouse()
  const { seen, outcome } = await run(async () => ({ ok: true }), {}, { house, event: { id: 7 }, qualifier: 'live' })
  expect(house.observed).toEqual([seen])
  expect(seen).toEqual({
    functionName: 'orders',
    qualifier: 'live',
    version: '$LATEST',
    event: { id: 7 },
    context: expect.objectContaining({ functionName: 'orders', awsRequestId: requestId }),
    result: { ok: true },
    error: undefined,
    logs: [expect.stringMatching(/^START /), expect.stringMatching(/^END /), expect.stringMatching(/^REPORT /)],
    hint: undefined,
    type: 'RequestResponse',
    attempt: 1,
    requestId,
    at: noon,
    duration: expect.any(Number),
  })
  expect(outcome).toMatchObject({ functionError: undefined, executedVersion: '$LATEST' })
})

test('the record of a run that failed has the error and no result', async () => {
  const { seen, json } = await run(async () => Promise.reject(new Error('x')))
  expect(seen).toMatchObject({ result: undefined, error: json })
})

test('the executed version is the one that ran', async () => {
  const version = { ...newVersion(async (_event: unknown, context: Context) => context.functionVersion), version: '7' }
  const outcome = await runVersion(newRequest(version, {}, { qualifier: 'live' }), newRuntimeHouse())
  expect([text(outcome.payload), outcome.executedVersion]).toEqual(['"7"', '7'])
  expect(outcome.log()).toMatch(/^START RequestId: \S+ Version: 7\n/)
})

test('a thousand runs at once keep their events, contexts and results apart', async () => {
  const house = newRuntimeHouse()
  const version = newVersion(async (event: { n: number; seen?: boolean }, context: Context) => {
    if (event.seen) throw new Error('Somebody else’s event.')
    event.seen = true
    await new Promise((resolve) => setImmediate(resolve))
    if (event.n % 10 === 3) throw new Error(`no ${event.n}`)
    return `${event.n} ${context.awsRequestId}`
  })
  const numbers = Array.from({ length: 1000 }, (_, n) => n)
  const outcomes = await Promise.all(numbers.map((n) => runVersion(newRequest(version, { n }, { requestId: `id-${n}` }), house)))
  outcomes.forEach(({ payload, functionError }, n) => {
    const answer = JSON.parse(text(payload))
    if (n % 10 === 3) expect([answer.errorMessage, functionError]).toEqual([`no ${n}`, 'Unhandled'])
    else expect([answer, functionError]).toEqual([`${n} id-${n}`, undefined])
  })
  expect(house.observed).toHaveLength(1000)
  expect(new Set(house.observed.map(({ requestId }) => requestId)).size).toBe(1000)
})

test('a run may invoke another function, or itself', async () => {
  const house = newRuntimeHouse()
  const version = newVersion(async (event: { depth: number }) => {
    if (event.depth === 0) return 'bottom'
    const inner = await runVersion(newRequest(version, { depth: event.depth - 1 }), house)
    return `${event.depth} ${JSON.parse(text(inner.payload))}`
  })
  expect(text((await runVersion(newRequest(version, { depth: 3 }), house)).payload)).toBe('"3 2 1 bottom"')
})
