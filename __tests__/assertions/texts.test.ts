import { createAssert } from '../../src/assertions/createAssert'
import { matcherNames, matcherTable, type MatcherName } from '../../src/assertions/matcherTable'
import type { AssertionView } from '../../src/assertions/assertionView'
import { callEntry, invoke, throttle } from '../journal/callEntries'
import { delivery, failed } from '../support/deliveries'

const kept = { name: 'checkout -> orders: orders-create' }
const message = { id: 'a', data: { id: 7 }, record: {}, attempts: 1, functionName: 'orders', reason: undefined, at: 0 }
const nowhere = { visible: [], delayed: [], inFlight: [], done: [], dead: [], onFailure: [], discarded: [] }

const view: AssertionView = {
  calls: [
    invoke('orders', { id: 7 }, { invocationId: 'a', error: throttle }),
    invoke('orders', { id: 7 }, { invocationId: 'a', attempt: 2, result: { ok: true } }),
    callEntry('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' }),
    invoke('mails', { to: 'Ada' }, { input: { InvocationType: 'Event' } }),
  ],
  invocations: [],
  deliveries: [delivery()],
  sources: [{ arn: failed, messages: { ...nowhere, done: [message] }, batches: [] }],
  seed: 42,
  dropped: 3,
  functionNames: ['orders', 'mails'],
  apiUse: new Map(),
  honoured: (contract) => ({ breaches: [], unexercised: contract === kept ? [] : ["'none left' (given no stock)"] }),
}

/** For each matcher arguments with which it passes, and with which it fails. */
const cases: Readonly<Record<MatcherName, readonly [passes: readonly unknown[], fails: readonly unknown[]]>> = {
  toHaveInvoked: [
    ['orders', { id: expect.any(Number) }],
    ['orders', { id: 8 }],
  ],
  toHaveInvokedTimes: [
    ['orders', 1],
    ['orders', 2],
  ],
  toHaveInvokedOnceWith: [
    ['mails', { to: /^A/ }],
    ['mails', { to: 'Bob' }],
  ],
  toHaveInvokedNthWith: [
    [1, 'orders', { id: 7 }],
    [2, 'orders', { id: 7 }],
  ],
  toHaveInvokedLastWith: [
    ['orders', { id: 7 }],
    ['orders', { id: 8 }],
  ],
  toHaveBeenThrottled: [[1], [2]],
  toHaveRetried: [
    ['Invoke', 1],
    ['Invoke', 2],
  ],
  toHaveDelivered: [[failed], [failed, { requestPayload: { id: 8 } }]],
  toHaveProcessed: [[failed], [failed, { id: 8 }]],
  toHaveFailedBatch: [[failed, 0], [failed]],
  toHonour: [[kept], [{ name: 'billing -> orders: orders-create' }]],
  toHaveReceivedCommand: [['Invoke'], ['DeleteAlias']],
  toHaveReceivedCommandTimes: [
    ['Invoke', 2],
    ['Invoke', 3],
  ],
  toHaveReceivedCommandOnce: [['CreateAlias'], ['Invoke']],
  toHaveReceivedCommandWith: [
    ['CreateAlias', { Name: 'live' }],
    ['CreateAlias', { Name: 'blue' }],
  ],
  toHaveReceivedCommandExactlyOnceWith: [
    ['CreateAlias', { Name: 'live' }],
    ['Invoke', { FunctionName: 'orders' }],
  ],
  toHaveReceivedNthCommandWith: [
    [2, 'CreateAlias', { Name: 'live' }],
    [3, 'CreateAlias', { Name: 'live' }],
  ],
  toHaveReceivedNthSpecificCommandWith: [
    [2, 'Invoke', { Payload: { to: 'Ada' } }],
    [1, 'Invoke', { Payload: { to: 'Ada' } }],
  ],
  toHaveReceivedLastCommandWith: [
    ['Invoke', { InvocationType: 'Event' }],
    ['Invoke', { FunctionName: 'orders', Payload: { id: 7 } }],
  ],
  toHaveReceivedAnyCommand: [[], []],
  toHaveReceivedNoOtherCommands: [[['Invoke', 'CreateAlias']], [['Invoke']]],
}

const footer = 'Older entries that were dropped (journalLimit) and are not counted: 3\nSeed: 42'

/** The text without its footer, which is the same in all. */
function textOf(name: MatcherName, args: readonly unknown[], shown = view): string {
  const text = matcherTable[name]()(shown, ...args).message()
  expect(text.endsWith(`\n\n${footer}`)).toBe(true)
  return text.slice(0, -footer.length - 2)
}

describe('the texts of every matcher', () => {
  it.each(matcherNames)('%s passes, fails and can be negated', (name) => {
    const [passes, fails] = cases[name]
    expect(matcherTable[name]()(view, ...passes).pass).toBe(true)
    expect(matcherTable[name]()(name === 'toHaveReceivedAnyCommand' ? { ...view, calls: [] } : view, ...fails).pass).toBe(false)
  })

  it.each(matcherNames)('%s refuses an argument too many and one too few, also under not', (name) => {
    const [passes] = cases[name]
    const tooMany = [...passes, ...Array.from({ length: 3 }, () => ({}))]
    expect(() => matcherTable[name]()(view, ...tooMany)).toThrow(expect.objectContaining({ name: 'UsageError' }))
    const plain =
      name === 'toHonour' ? 'honours' : name.replace(/^toHave(Been)?/, '').replace(/^./, (first) => first.toLowerCase())
    const not = createAssert(() => view).not as unknown as Record<string, (...args: unknown[]) => void>
    expect(() => not[plain]!(...tooMany)).toThrow(expect.objectContaining({ name: 'UsageError' }))
    const mayHaveNone = ['toHaveBeenThrottled', 'toHaveReceivedAnyCommand', 'toHaveReceivedNoOtherCommands'].includes(name)
    if (!mayHaveNone) expect(() => matcherTable[name]()(view)).toThrow(expect.objectContaining({ name: 'UsageError' }))
  })

  it('are these, when it fails', () => {
    const texts = matcherNames
      .filter((name) => name !== 'toHaveReceivedAnyCommand')
      .map((name) => `# ${name}\n${textOf(name, cases[name][1])}`)
    expect(texts.join('\n\n')).toMatchInlineSnapshot(`
      "# toHaveInvoked
      orders was invoked once, but never with this event.

      Expected event:
        {"id":8}

      Received:
        1. Invoke orders {"id":7} -> {"ok":true} (2 attempts)
           id: expected 8, received 7

      # toHaveInvokedTimes
      orders was invoked once, expected 2 times.

      Calls:
        1. Invoke orders {"id":7} -> {"ok":true} (2 attempts)

      # toHaveInvokedOnceWith
      mails was invoked once, but not with this event.

      Expected event:
        {"to":"Bob"}

      Received:
        1. Invoke mails {"InvocationType":"Event"} {"to":"Ada"}
           to: expected "Bob", received "Ada"

      # toHaveInvokedNthWith
      orders was invoked once: there is no number 2.

      Expected event:
        {"id":7}

      Calls:
        1. Invoke orders {"id":7} -> {"ok":true} (2 attempts)

      # toHaveInvokedLastWith
      The last of 1 invocation of orders does not carry this event.

      Expected event:
        {"id":8}

      Received:
        1. Invoke orders {"id":7} -> {"ok":true} (2 attempts)
           id: expected 8, received 7

      # toHaveBeenThrottled
      Attempts that were throttled (TooManyRequestsException): 1, expected 2.

      Throttled:
        Invoke orders {"id":7} -> TooManyRequestsException: Rate Exceeded.

      # toHaveRetried
      Invoke was retried once, expected 2 times.

      Attempts:
        Invoke orders {"id":7} -> TooManyRequestsException: Rate Exceeded.
        Invoke orders {"id":7} -> {"ok":true} (attempt 2)
        Invoke mails {"InvocationType":"Event"} {"to":"Ada"}

      # toHaveDelivered
      Deliveries to arn:aws:sqs:us-east-1:123456789012:failed: 1, none with this record.

      Expected record:
        {"requestPayload":{"id":8}}

      Delivered:
        orders {"id":7} -> arn:aws:sqs:us-east-1:123456789012:failed (RetriesExhausted)
           requestPayload.id: expected 8, received 7

      # toHaveProcessed
      Records of arn:aws:sqs:us-east-1:123456789012:failed that were processed: 1, none like this.

      Expected record:
        {"id":8}

      Processed:
        {"id":7} (orders)
           id: expected 8, received 7

      Records:
        1 processed

      # toHaveFailedBatch
      Batches of arn:aws:sqs:us-east-1:123456789012:failed that failed: 0, expected at least 1.

      There was no batch.

      Records:
        1 processed

      # toHonour
      The contract billing -> orders: orders-create has examples that no test exercised.

      Examples that no test exercised:
        'none left' (given no stock)

      # toHaveReceivedCommand
      DeleteAlias was never received.

      Received 3 calls:
        1. Invoke orders {"id":7} -> {"ok":true} (2 attempts)
        2. CreateAlias orders {"Name":"live","FunctionVersion":"1"}
        3. Invoke mails {"InvocationType":"Event"} {"to":"Ada"}

      # toHaveReceivedCommandTimes
      Invoke was received 2 times, expected 3 times.

      Calls:
        1. Invoke orders {"id":7} -> {"ok":true} (2 attempts)
        2. Invoke mails {"InvocationType":"Event"} {"to":"Ada"}

      # toHaveReceivedCommandOnce
      Invoke was received 2 times, expected once.

      Calls:
        1. Invoke orders {"id":7} -> {"ok":true} (2 attempts)
        2. Invoke mails {"InvocationType":"Event"} {"to":"Ada"}

      # toHaveReceivedCommandWith
      CreateAlias was received once, but never with this input.

      Expected input:
        {"Name":"blue"}

      Received:
        1. CreateAlias orders {"Name":"live","FunctionVersion":"1"}
           Name: expected "blue", received "live"

      # toHaveReceivedCommandExactlyOnceWith
      Invoke was received 2 times, expected once and with this input.

      Expected input:
        {"FunctionName":"orders"}

      Calls:
        1. Invoke orders {"id":7} -> {"ok":true} (2 attempts)
        2. Invoke mails {"InvocationType":"Event"} {"to":"Ada"}

      # toHaveReceivedNthCommandWith
      Command number 3 is Invoke, expected CreateAlias.

      Expected input:
        {"Name":"live"}

      Commands:
        1. Invoke orders {"id":7} -> {"ok":true} (2 attempts)
        2. CreateAlias orders {"Name":"live","FunctionVersion":"1"}
        3. Invoke mails {"InvocationType":"Event"} {"to":"Ada"}

      # toHaveReceivedNthSpecificCommandWith
      Number 1 of 2 Invoke commands does not carry this input.

      Expected input:
        {"Payload":{"to":"Ada"}}

      Received:
        1. Invoke orders {"id":7} -> {"ok":true} (2 attempts)
           Payload.to: expected "Ada", and it is missing

      Number 2 carries it.

      # toHaveReceivedLastCommandWith
      The last of 2 Invoke commands does not carry this input.

      Expected input:
        {"FunctionName":"orders","Payload":{"id":7}}

      Received:
        2. Invoke mails {"InvocationType":"Event"} {"to":"Ada"}
           FunctionName: expected "orders", received "mails"
           Payload.id: expected 7, and it is missing

      Number 1 carries it.

      # toHaveReceivedNoOtherCommands
      Other commands were received once besides Invoke, expected none.

      Others:
        2. CreateAlias orders {"Name":"live","FunctionVersion":"1"}"
    `)
  })

  it('are these, when it passes and should not', () => {
    const texts = matcherNames.map((name) => `# not.${name}\n${textOf(name, cases[name][0])}`)
    expect(texts.join('\n\n')).toMatchInlineSnapshot(`
      "# not.toHaveInvoked
      orders was invoked once with this event, expected never.

      Event:
        {"id":Any<Number>}

      The call:
        1. Invoke orders {"id":7} -> {"ok":true} (2 attempts)

      # not.toHaveInvokedTimes
      orders was invoked once, expected any other number.

      Calls:
        1. Invoke orders {"id":7} -> {"ok":true} (2 attempts)

      # not.toHaveInvokedOnceWith
      mails was invoked once and with this event, expected otherwise.

      Event:
        {"to":/^A/}

      The call:
        1. Invoke mails {"InvocationType":"Event"} {"to":"Ada"}

      # not.toHaveInvokedNthWith
      Number 1 of 1 invocation of orders carried this event, expected another.

      Event:
        {"id":7}

      The call:
        1. Invoke orders {"id":7} -> {"ok":true} (2 attempts)

      # not.toHaveInvokedLastWith
      The last of 1 invocation of orders carried this event, expected another.

      Event:
        {"id":7}

      The call:
        1. Invoke orders {"id":7} -> {"ok":true} (2 attempts)

      # not.toHaveBeenThrottled
      Attempts that were throttled (TooManyRequestsException): 1, expected any other number.

      Throttled:
        Invoke orders {"id":7} -> TooManyRequestsException: Rate Exceeded.

      # not.toHaveRetried
      Invoke was retried once, expected any other number.

      Attempts:
        Invoke orders {"id":7} -> TooManyRequestsException: Rate Exceeded.
        Invoke orders {"id":7} -> {"ok":true} (attempt 2)
        Invoke mails {"InvocationType":"Event"} {"to":"Ada"}

      # not.toHaveDelivered
      Deliveries to arn:aws:sqs:us-east-1:123456789012:failed: 1, expected none.

      Delivered:
        orders {"id":7} -> arn:aws:sqs:us-east-1:123456789012:failed (RetriesExhausted)

      # not.toHaveProcessed
      Records of arn:aws:sqs:us-east-1:123456789012:failed that were processed: 1, expected none.

      Processed:
        {"id":7} (orders)

      # not.toHaveFailedBatch
      Batches of arn:aws:sqs:us-east-1:123456789012:failed that failed: 0, expected any other number.

      There was no batch.

      Records:
        1 processed

      # not.toHonour
      The contract checkout -> orders: orders-create was honoured, and was expected not to be.

      # not.toHaveReceivedCommand
      Invoke was received 2 times, expected never.

      The calls:
        1. Invoke orders {"id":7} -> {"ok":true} (2 attempts)
        2. Invoke mails {"InvocationType":"Event"} {"to":"Ada"}

      # not.toHaveReceivedCommandTimes
      Invoke was received 2 times, expected any other number.

      Calls:
        1. Invoke orders {"id":7} -> {"ok":true} (2 attempts)
        2. Invoke mails {"InvocationType":"Event"} {"to":"Ada"}

      # not.toHaveReceivedCommandOnce
      CreateAlias was received once, expected any other number.

      Calls:
        1. CreateAlias orders {"Name":"live","FunctionVersion":"1"}

      # not.toHaveReceivedCommandWith
      CreateAlias was received once with this input, expected never.

      Input:
        {"Name":"live"}

      The call:
        1. CreateAlias orders {"Name":"live","FunctionVersion":"1"}

      # not.toHaveReceivedCommandExactlyOnceWith
      CreateAlias was received once and with this input, expected otherwise.

      Input:
        {"Name":"live"}

      The call:
        1. CreateAlias orders {"Name":"live","FunctionVersion":"1"}

      # not.toHaveReceivedNthCommandWith
      Command number 2 is CreateAlias with this input, expected another.

      Input:
        {"Name":"live"}

      Commands:
        1. Invoke orders {"id":7} -> {"ok":true} (2 attempts)
        2. CreateAlias orders {"Name":"live","FunctionVersion":"1"}
        3. Invoke mails {"InvocationType":"Event"} {"to":"Ada"}

      # not.toHaveReceivedNthSpecificCommandWith
      Number 2 of 2 Invoke commands carried this input, expected another.

      Input:
        {"Payload":{"to":"Ada"}}

      The call:
        2. Invoke mails {"InvocationType":"Event"} {"to":"Ada"}

      # not.toHaveReceivedLastCommandWith
      The last of 2 Invoke commands carried this input, expected another.

      Input:
        {"InvocationType":"Event"}

      The call:
        2. Invoke mails {"InvocationType":"Event"} {"to":"Ada"}

      # not.toHaveReceivedAnyCommand
      3 commands were received, expected none.

      Commands:
        1. Invoke orders {"id":7} -> {"ok":true} (2 attempts)
        2. CreateAlias orders {"Name":"live","FunctionVersion":"1"}
        3. Invoke mails {"InvocationType":"Event"} {"to":"Ada"}

      # not.toHaveReceivedNoOtherCommands
      No commands were received besides Invoke, CreateAlias, expected others.

      Commands:
        1. Invoke orders {"id":7} -> {"ok":true} (2 attempts)
        2. CreateAlias orders {"Name":"live","FunctionVersion":"1"}
        3. Invoke mails {"InvocationType":"Event"} {"to":"Ada"}"
    `)
  })
})
