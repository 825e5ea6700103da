import { operations } from '../../src/model/operations'
import type { OperationName } from '../../src/model/api'
import { encodeReply } from '../../src/wire/encode'

const requestId = '8f5b6f0e-1c2d-4e3f-8a9b-0c1d2e3f4a5b'

function reply(name: OperationName, output: Record<string, unknown>) {
  const { body, ...rest } = encodeReply(operations[name], output, requestId)
  if (!(body instanceof Uint8Array)) throw new Error('The body is a stream.')
  return { ...rest, body: Buffer.from(body).toString() }
}

const trace = {
  'x-amzn-remapped-content-length': '0',
  'x-amzn-trace-id': 'root=1-8f5b6f0e-1c2d4e3f8a9b0c1d2e3f4a5b;parent=8a9b0c1d2e3f4a5b;sampled=0',
}

describe('an answer to Invoke', () => {
  test('has the result as its body, and what it tells about the run in headers', () => {
    const output = {
      StatusCode: 200,
      FunctionError: 'Unhandled',
      LogResult: 'bG9n',
      ExecutedVersion: '3',
      Payload: Buffer.from('{"ok":true}'),
    }
    expect(reply('Invoke', output)).toEqual({
      kind: 'reply',
      status: 200,
      headers: {
        'x-amzn-requestid': requestId,
        ...trace,
        'content-type': 'application/json',
        'x-amz-function-error': 'Unhandled',
        'x-amz-log-result': 'bG9n',
        'x-amz-executed-version': '3',
      },
      body: '{"ok":true}',
    })
  })

  test('of type Event is 202 without a body, without a content type and without a version', () => {
    expect(reply('Invoke', { StatusCode: 202 })).toEqual({
      kind: 'reply',
      status: 202,
      headers: { 'x-amzn-requestid': requestId, ...trace },
      body: '',
    })
  })

  test('of type DryRun is 204 without a body, even if there were one', () => {
    expect(reply('Invoke', { StatusCode: 204, Payload: Buffer.from('x') })).toEqual({
      kind: 'reply',
      status: 204,
      headers: { 'x-amzn-requestid': requestId, ...trace },
      body: '',
    })
  })

  test('of type DryRun for a stream is 204 with a stream of nothing, which clients read', async () => {
    const { status, headers, body } = encodeReply(operations.InvokeWithResponseStream, { StatusCode: 204 }, requestId)
    expect([status, headers['content-type']]).toEqual([204, undefined])
    const pieces: Uint8Array[] = []
    for await (const piece of body as AsyncIterable<Uint8Array>) pieces.push(piece)
    expect(pieces).toEqual([])
  })

  test('sends a payload that is text as UTF-8', () => {
    expect(reply('Invoke', { Payload: '"größe"' }).body).toBe('"größe"')
  })
})

describe('status', () => {
  test('is that of the operation, unless the output says it', () => {
    expect(reply('CreateFunction', {}).status).toBe(201)
    expect(reply('DeleteFunction', {}).status).toBe(204)
    expect(reply('DeleteFunction', { StatusCode: 202 }).status).toBe(202)
    expect(reply('InvokeAsync', {}).status).toBe(202)
  })

  test('is in no body', () => {
    expect(reply('InvokeAsync', { Status: 202 })).toMatchObject({ status: 202, body: '' })
  })
})

describe('a JSON body', () => {
  test('leaves out what is undefined or no member, and has times as epoch seconds', () => {
    const output = {
      FunctionArn: 'arn',
      LastModified: new Date('2026-01-31T12:00:00.500Z'),
      MaximumRetryAttempts: 0,
      DestinationConfig: undefined,
      Colour: 'red',
    }
    const { headers, body } = reply('GetFunctionEventInvokeConfig', output)
    expect(JSON.parse(body)).toEqual({ FunctionArn: 'arn', LastModified: 1769860800.5, MaximumRetryAttempts: 0 })
    expect(headers).toEqual({ 'x-amzn-requestid': requestId, 'content-type': 'application/json' })
  })

  test('has nested members, lists and maps, a __proto__ among their keys', () => {
    const Tags = JSON.parse('{"__proto__":"x","a":"b"}') as Record<string, string>
    expect(reply('ListTags', { Tags }).body).toBe('{"Tags":{"__proto__":"x","a":"b"}}')
    expect(
      JSON.parse(reply('ListFunctions', { Functions: [{ FunctionName: 'a', Colour: 1, Timeout: undefined }] }).body),
    ).toEqual({
      Functions: [{ FunctionName: 'a' }],
    })
  })

  test('is {} when nothing is set, and for an output without members', () => {
    expect(reply('GetFunctionConcurrency', {}).body).toBe('{}')
    expect(reply('SendDurableExecutionCallbackHeartbeat', {}).body).toBe('{}')
  })

  test('is absent where the operation has no output', () => {
    expect(reply('TagResource', {})).toEqual({ kind: 'reply', status: 204, headers: { 'x-amzn-requestid': requestId }, body: '' })
    expect(reply('DeleteCodeSigningConfig', {}).body).toBe('')
  })
})

describe('an event stream', () => {
  test('is told by its content type and sent frame by frame', async () => {
    const EventStream = [{ PayloadChunk: { Payload: 'a' } }, { InvokeComplete: {} }]
    const { status, headers, body } = encodeReply(
      operations.InvokeWithResponseStream,
      { ExecutedVersion: '1', EventStream },
      requestId,
    )
    expect(status).toBe(200)
    expect(headers).toEqual({
      'x-amzn-requestid': requestId,
      ...trace,
      'content-type': 'application/vnd.amazon.eventstream',
      'x-amz-executed-version': '1',
    })
    const frames: Uint8Array[] = []
    for await (const frame of body as AsyncIterable<Uint8Array>) frames.push(frame)
    expect(frames).toHaveLength(2)
  })
})
