import { formatCall } from '../../src/journal/formatCall'
import type { OperationName } from '../../src/model/api'
import { callEntry, invoke, throttle } from './callEntries'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a call on one line', () => {
  it('shows the event and the answer of an invocation, decoded', () => {
    expect(formatCall(invoke('orders', { id: 7 }, { result: { ok: true } }))).toBe('Invoke orders {"id":7} -> {"ok":true}')
    expect(formatCall(invoke('orders', undefined, { input: { Qualifier: 'live' } }))).toBe('Invoke orders:live with no event')
    expect(formatCall(invoke('orders', 'raw', { input: { InvocationType: 'Event' }, output: { StatusCode: 202 } }))).toBe(
      'Invoke orders {"InvocationType":"Event"} "raw" -> accepted',
    )
  })

  it('shows what a failed function said, without its trace', () => {
    const Payload = bytes('{"errorType":"OutOfStock","errorMessage":"none\\nleft","trace":["at /here:1"]}')
    expect(formatCall(invoke('orders', { id: 7 }, { output: { StatusCode: 200, FunctionError: 'Unhandled', Payload } }))).toBe(
      'Invoke orders {"id":7} -> FunctionError Unhandled OutOfStock: none left',
    )
  })

  it('shows what Lambda refused, and connections that broke', () => {
    expect(formatCall(invoke('orders', { id: 7 }, { error: throttle, attempt: 2 }))).toBe(
      'Invoke orders {"id":7} -> TooManyRequestsException: Rate Exceeded. (attempt 2)',
    )
    expect(
      formatCall(invoke('orders', 7, { error: { name: 'ECONNRESET', message: 'ECONNRESET', status: undefined } }), {
        attempts: 3,
      }),
    ).toBe('Invoke orders 7 -> ECONNRESET (3 attempts)')
  })

  it('shows the input of any other operation', () => {
    expect(
      formatCall(
        callEntry('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' }, undefined, { output: {} }),
      ),
    ).toBe('CreateAlias orders {"Name":"live","FunctionVersion":"1"}')
    expect(formatCall(callEntry('ListFunctions', {}))).toBe('ListFunctions')
    expect(formatCall(callEntry('InvokeWithResponseStream', { FunctionName: 'f' }, 1, { output: {} }))).toBe(
      'InvokeWithResponseStream f 1 -> a stream',
    )
    expect(formatCall(callEntry(undefined, {}))).toBe('POST /')
  })

  it('is cut at both ends of the arrow where it gets too long', () => {
    const line = formatCall(invoke('orders', { text: 'x'.repeat(1e6) }, { result: 'y'.repeat(1e6) }), { limit: 60 })
    expect(line).toBe(`Invoke orders {"text":"xx… -> "${'y'.repeat(28)}…`)
    expect(line).toHaveLength(60)
  })

  it.each<[OperationName, Record<string, unknown>]>([
    ['CreateFunction', { Environment: { Variables: { STAGE: 'canary' } } }],
    ['UpdateFunctionConfiguration', { Environment: { Variables: { 'canary-free': 'canary' } } }],
    ['CreateFunction', { Code: { ZipFile: bytes('canary') } }],
    ['UpdateFunctionCode', { ZipFile: bytes('canary') }],
    ['PublishLayerVersion', { Content: { ZipFile: bytes('canary') } }],
    ['AddPermission', { EventSourceToken: 'canary' }],
    ['CheckpointDurableExecution', { CheckpointToken: 'canary', Updates: [{ Payload: 'canary' }] }],
    ['SendDurableExecutionCallbackFailure', { Error: { ErrorMessage: 'canary', ErrorData: 'canary' } }],
    ['Invoke', { SessionToken: 'canary' }],
  ])('keeps the secrets of %s to itself', (operation, input) => {
    expect(formatCall(callEntry(operation, { FunctionName: 'orders', ...input })).replace('canary-free', '')).not.toContain(
      'canary',
    )
  })

  it("keeps to itself what Lambda's message repeats of a secret", () => {
    const error = { name: 'InvalidParameterValueException', message: "Value 'canary' is not valid", status: 400 }
    const entry = callEntry(
      'CreateFunction',
      { FunctionName: 'orders', Environment: { Variables: { STAGE: 'canary' } } },
      undefined,
      { error },
    )
    expect(formatCall(entry)).toBe(
      `CreateFunction orders {"Environment":{"Variables":{"STAGE":***}}} -> InvalidParameterValueException: Value '***' is not valid`,
    )
  })

  it('keeps credentials in an event to itself, and shows the rest of it', () => {
    const event = {
      headers: { Authorization: 'Bearer canary', 'x-amz-security-token': 'canary' },
      credentials: { secretAccessKey: 'canary' },
      id: 7,
    }
    expect(formatCall(invoke('orders', event, { result: { SessionToken: 'canary' } }))).toBe(
      'Invoke orders {"headers":{"Authorization":***,"x-amz-security-token":***},"credentials":{"secretAccessKey":***},"id":7} -> {"SessionToken":***}',
    )
  })
})
