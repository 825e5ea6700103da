import { requestId, run } from '../support/runtime'

test.each([
  [
    { kind: 'exits', code: 1 },
    `{"errorType":"Runtime.ExitError","errorMessage":"RequestId: ${requestId} Error: Runtime exited with error: exit status 1"}`,
  ],
  [
    { kind: 'exits', code: 137 },
    `{"errorType":"Runtime.ExitError","errorMessage":"RequestId: ${requestId} Error: Runtime exited with error: exit status 137"}`,
  ],
  [
    { kind: 'exits', code: 0 },
    `{"errorType":"Runtime.ExitError","errorMessage":"RequestId: ${requestId} Error: Runtime exited without providing a reason"}`,
  ],
  [
    { kind: 'outOfMemory' },
    `{"errorType":"Runtime.OutOfMemory","errorMessage":"RequestId: ${requestId} Error: Runtime exited with error: signal: killed"}`,
  ],
] as const)('%j', async (always, payload) => {
  const { text, outcome, seen } = await run({ always })
  expect(text).toBe(payload)
  expect(outcome).toMatchObject({ functionError: 'Unhandled', executedVersion: '$LATEST' })
  expect(seen).toMatchObject({ error: JSON.parse(payload), result: undefined })
})

test('a function without a handler fails with Runtime.HandlerNotFound and says how to give it one', async () => {
  const message =
    "app.run is undefined or not exported. Function orders has no handler in this test. Give it one with lambda.function('orders', " +
    "async (event) => ...), or a canned result with lambda.function('orders').returns(...)."
  const { text, outcome } = await run({}, { runtime: 'nodejs22.x', handler: 'app.run' })
  expect(text).toBe(
    JSON.stringify({
      errorType: 'Runtime.HandlerNotFound',
      errorMessage: message,
      trace: [`Runtime.HandlerNotFound: ${message}`],
    }),
  )
  expect(outcome.functionError).toBe('Unhandled')
  // The newer runtime names its errors after they are made.
  expect((await run({}, { runtime: 'nodejs24.x', handler: 'app.run' })).json).toEqual({
    errorType: 'Runtime.HandlerNotFound',
    errorMessage: message,
    trace: [`Error: ${message}`],
  })
  expect((await run({})).json.errorMessage).toMatch(/^index\.handler is undefined or not exported\. /)
})

describe('a result of more than 6,291,556 bytes', () => {
  const tooLarge =
    '{"errorType":"Function.ResponseSizeTooLarge","errorMessage":"Response payload size exceeded maximum allowed payload size (6291556 bytes)."}'
  const limit = 6_291_556

  test('fails, and one of just as many does not', async () => {
    expect((await run(async () => 'x'.repeat(limit - 2))).outcome.payload.byteLength).toBe(limit)
    const { text, outcome, seen } = await run(async () => 'x'.repeat(limit - 1))
    expect(text).toBe(tooLarge)
    expect(outcome.functionError).toBe('Unhandled')
    expect(seen).toMatchObject({ result: undefined, hint: 'The result of orders has 6291557 bytes.' })
  })

  test('is measured in bytes, not in characters', async () => {
    expect((await run(async () => 'é'.repeat(limit / 2))).text).toBe(tooLarge)
  })

  test('fails when it is canned or streamed as well', async () => {
    expect((await run({ always: { kind: 'returns', value: 'x'.repeat(limit) } })).text).toBe(tooLarge)
    expect((await run({ always: { kind: 'streams', chunks: [new Uint8Array(limit), 'x'] } })).text).toBe(tooLarge)
  })
})
