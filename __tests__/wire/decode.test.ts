import fc from 'fast-check'
import { isServiceError } from '../../src/errors/serviceError'
import type { OperationName } from '../../src/model/api'
import { operations } from '../../src/model/operations'
import { shapes } from '../../src/model/shapes'
import { decode } from '../../src/wire/decode'
import { readJson } from '../../src/wire/readJson'
import { writeJson } from '../../src/wire/writeJson'
import { valuesOf } from './samples'

interface Parts {
  readonly labels?: Record<string, string>
  readonly query?: string
  readonly headers?: Record<string, string>
  readonly body?: unknown
}

/** Decodes a request; a body that is no text is sent as JSON. */
function input(name: OperationName, { labels = {}, query = '', headers = {}, body = '' }: Parts): Record<string, unknown> {
  const bytes = body instanceof Uint8Array ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  return decode(operations[name], labels, { query, headers, body: bytes })
}

/** The refusal of a request that can not be read. */
function refusal(name: OperationName, parts: Parts): string | undefined {
  try {
    return void input(name, parts)
  } catch (error) {
    if (!isServiceError(error)) throw error
    expect(error).toMatchObject({ name: 'SerializationException', status: 400 })
    return error.message
  }
}

describe('each member is read where the model binds it', () => {
  test('Invoke: path, query, headers and the body as it is', () => {
    const body = Buffer.from('{"id":7}')
    const headers = {
      'x-amz-invocation-type': 'Event',
      'x-amz-log-type': 'Tail',
      'x-amz-client-context': 'e30=',
      'content-type': 'text/csv',
    }
    expect(input('Invoke', { labels: { FunctionName: 'orders' }, query: 'Qualifier=live', headers, body })).toEqual({
      FunctionName: 'orders',
      Qualifier: 'live',
      InvocationType: 'Event',
      LogType: 'Tail',
      ClientContext: 'e30=',
      Payload: body,
    })
  })

  test('a payload of zero bytes is an absent payload, as botocore sends it', () => {
    expect(input('Invoke', { labels: { FunctionName: 'orders' } })).toEqual({ FunctionName: 'orders' })
  })

  test('InvokeAsync requires its payload: zero bytes are one', () => {
    expect(input('InvokeAsync', { labels: { FunctionName: 'orders' } })).toEqual({
      FunctionName: 'orders',
      InvokeArgs: new Uint8Array(),
    })
  })

  test('a payload that is a structure is the whole body', () => {
    const body = { ErrorType: 'Stopped', StackTrace: ['a'] }
    expect(input('StopDurableExecution', { labels: { DurableExecutionArn: 'arn' }, body })).toEqual({
      DurableExecutionArn: 'arn',
      Error: body,
    })
    expect(input('StopDurableExecution', { labels: { DurableExecutionArn: 'arn' } })).toEqual({ DurableExecutionArn: 'arn' })
  })

  test('numbers, booleans, times and lists in a query', () => {
    const query =
      'MaxItems=3&ReverseOrder=true&StartedAfter=2026-01-31T12%3A00%3A00Z&Statuses=RUNNING&Statuses=FAILED&Qualifier=a%20b+c%2Bd'
    expect(input('ListDurableExecutionsByFunction', { labels: { FunctionName: 'orders' }, query })).toEqual({
      FunctionName: 'orders',
      MaxItems: 3,
      ReverseOrder: true,
      StartedAfter: new Date('2026-01-31T12:00:00Z'),
      Statuses: ['RUNNING', 'FAILED'],
      Qualifier: 'a b c+d',
    })
    expect(input('UntagResource', { labels: { Resource: 'arn' }, query: 'tagKeys=a%26b&tagKeys=c' })).toEqual({
      Resource: 'arn',
      TagKeys: ['a&b', 'c'],
    })
    expect(input('GetLayerVersion', { labels: { LayerName: 'shared', VersionNumber: '12' } })).toEqual({
      LayerName: 'shared',
      VersionNumber: 12,
    })
  })

  test('the items of a presigned URL are passed over', () => {
    const query = 'X-Amz-Algorithm=AWS4-HMAC-SHA256&Marker=m&X-Amz-Expires=60'
    expect(input('ListFunctions', { query })).toEqual({ Marker: 'm' })
  })

  test('JSON: base64 are bytes, epoch seconds are a time', () => {
    const body = { FunctionName: 'orders', Code: { ZipFile: 'UEsF' }, Layers: ['a'], Environment: { Variables: { KEY: 'v' } } }
    expect(input('CreateFunction', { body })).toEqual({ ...body, Code: { ZipFile: new Uint8Array([0x50, 0x4b, 0x05]) } })
    expect(input('CreateEventSourceMapping', { body: { StartingPositionTimestamp: 1769860800.5 } })).toEqual({
      StartingPositionTimestamp: new Date('2026-01-31T12:00:00.500Z'),
    })
  })

  test('a large archive is read', () => {
    const zip = Buffer.alloc(5_000_001, 7)
    const { ZipFile } = input('UpdateFunctionCode', { body: { ZipFile: zip.toString('base64') } }) as { ZipFile: Uint8Array }
    expect(zip.equals(ZipFile)).toBe(true)
  })
})

describe('what AWS passes over', () => {
  test('members it does not know, at any depth', () => {
    expect(input('CreateFunction', { body: { FunctionName: 'f', Colour: 'red', Code: { Colour: 1 } } })).toEqual({
      FunctionName: 'f',
      Code: {},
    })
  })

  test('an explicit null is an absent member', () => {
    expect(input('CreateFunction', { body: { FunctionName: 'f', Description: null, Code: { S3Key: null } } })).toEqual({
      FunctionName: 'f',
      Code: {},
    })
    expect(input('CreateFunction', { body: 'null' })).toEqual({})
  })

  test('a missing body', () => {
    expect(input('CreateFunction', {})).toEqual({})
  })

  test('a member that belongs in the path does not come from the body', () => {
    expect(
      input('UpdateAlias', {
        labels: { FunctionName: 'orders', Name: 'live' },
        body: { FunctionName: 'other', Description: 'd' },
      }),
    ).toEqual({
      FunctionName: 'orders',
      Name: 'live',
      Description: 'd',
    })
  })
})

describe('a value of another type is refused with SerializationException', () => {
  test.each<[string, OperationName, unknown, string]>([
    [
      'a number as a string (observed)',
      'CreateFunction',
      { FunctionName: 7 },
      'class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to an String',
    ],
    [
      'a boolean as a string',
      'CreateFunction',
      { FunctionName: true },
      'class java.lang.Boolean can not be converted to an String',
    ],
    ['a string as a number', 'CreateFunction', { Timeout: '3' }, 'class java.lang.String can not be converted to an Integer'],
    [
      'a fraction as a whole number',
      'CreateFunction',
      { Timeout: 1.5 },
      'class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to an Integer',
    ],
    [
      'a number beyond 32 bits',
      'CreateFunction',
      { Timeout: 2 ** 31 },
      'class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to an Integer',
    ],
    ['a string as a boolean', 'CreateFunction', { Publish: 'true' }, 'class java.lang.String can not be converted to a Boolean'],
    [
      'a string as a time',
      'CreateEventSourceMapping',
      { StartingPositionTimestamp: '2026-01-31' },
      'class java.lang.String can not be converted to milliseconds since epoch',
    ],
    ['a string as a list', 'CreateFunction', { Layers: 'a' }, 'Unrecognized collection type class java.lang.String'],
    ['a list as a structure', 'CreateFunction', { Code: [] }, 'Start of list found where not expected'],
    ['a structure as a list', 'CreateFunction', { Layers: {} }, 'Start of structure or map found where not expected.'],
    ['a structure as a string', 'CreateFunction', { Handler: {} }, 'Start of structure or map found where not expected.'],
    ['a list as a map', 'TagResource', { Tags: ['a'] }, 'Start of list found where not expected'],
    [
      'a number as bytes',
      'UpdateFunctionCode',
      { ZipFile: 1 },
      'class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to a Blob',
    ],
    ['a list as the whole body', 'CreateFunction', [], 'Start of list found where not expected'],
    ['a string as the whole body', 'CreateFunction', '"x"', 'Unrecognized collection type class java.lang.String'],
  ])('%s', (_, name, body, message) => {
    expect(refusal(name, { body })).toBe(message)
  })

  test.each(['{', '{"a":1', 'abc', '{"FunctionName":"a"}x', "{'a':1}", '{"a":NaN}', '{"a":1,}'])('malformed JSON: %s', (body) => {
    expect(refusal('CreateFunction', { body })).toBe('Could not parse request body into json')
  })

  test.each(['YQ', 'YQ=', 'Y===', 'YQ==YQ==', 'Y-Q_', 'YWJj\n', '=', 'YWJjZA=', 'ä', '%%%%'])(
    'malformed base64: %j',
    (ZipFile) => {
      expect(refusal('UpdateFunctionCode', { body: { ZipFile } })).toBe('class java.lang.String can not be converted to a Blob')
    },
  )

  test.each(['', '1.5', '0x1', '1e3', 'Infinity', 'NaN', '3 ', '2147483648', '-2147483649'])(
    'malformed number in a query: %j',
    (text) => {
      expect(refusal('ListFunctions', { query: `MaxItems=${encodeURIComponent(text)}` })).toBe(
        'class java.lang.String can not be converted to an Integer',
      )
    },
  )

  test.each(['True', '1', 'yes', ''])('malformed boolean in a query: %j', (text) => {
    expect(refusal('GetDurableExecution', { query: `IncludeExecutionData=${text}` })).toBe(
      'class java.lang.String can not be converted to a Boolean',
    )
  })

  test.each([
    '1769860800',
    '2026-01-31',
    '2026-01-31T12:00:00+01:00',
    'Sat, 31 Jan 2026 12:00:00 GMT',
    '2026-02-31T99:00:00Z',
    '',
  ])('malformed time in a query: %j', (text) => {
    expect(refusal('ListDurableExecutionsByFunction', { query: `StartedAfter=${encodeURIComponent(text)}` })).toBe(
      'class java.lang.String can not be converted to milliseconds since epoch',
    )
  })

  test('a number in a path', () => {
    expect(refusal('GetLayerVersion', { labels: { LayerName: 'a', VersionNumber: 'one' } })).toBe(
      'class java.lang.String can not be converted to a Long',
    )
  })
})

describe('hostile input', () => {
  const before = Object.getOwnPropertyNames(Object.prototype)

  test('a tag called __proto__ is a tag', () => {
    const { Tags } = input('TagResource', { body: '{"Tags":{"__proto__":"x","constructor":"y","a":"b"}}' }) as {
      Tags: Record<string, string>
    }
    expect(Object.keys(Tags)).toEqual(['__proto__', 'constructor', 'a'])
    expect(Object.getPrototypeOf(Tags)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>)['a']).toBeUndefined()
  })

  test('members are not read from the prototype of a body', () => {
    expect(
      input('CreateFunction', {
        body: '{"__proto__":{"FunctionName":"evil"},"constructor":{"prototype":{"FunctionName":"evil"}}}',
      }),
    ).toEqual({})
  })

  test('an object deeper than the stack is passed over where no member is', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    expect(input('CreateFunction', { body: `{"Colour":${deep},"FunctionName":"f"}` })).toEqual({ FunctionName: 'f' })
  })

  test('whatever the body, query and headers, there is an input or a SerializationException, and Object.prototype stays as it was', () => {
    const names = Object.keys(operations) as OperationName[]
    const key = fc.constantFrom(
      '__proto__',
      'constructor',
      'prototype',
      'FunctionName',
      'Code',
      'Tags',
      'Environment',
      'Variables',
      'MaxItems',
      'Layers',
    )
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue({ maxDepth: 1 }),
        fc.dictionary(key, tie('value')),
        fc.array(tie('value'), { maxLength: 3 }),
      ),
    })).value
    const body = fc.oneof(
      json.map((value) => JSON.stringify(value)),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.constantFrom(...names), body, fc.webQueryParameters(), fc.string(), (name, text, query, header) => {
        refusal(name, {
          body: text,
          query: `${query}&MaxItems=3`,
          headers: { 'x-amz-client-context': header },
          labels: { FunctionName: '__proto__' },
        })
      }),
      { numRuns: 500 },
    )
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
  })
})

test('what is written as JSON is read as it was, for every structure of the model', () => {
  const names = Object.entries(shapes).flatMap(([name, shape]) =>
    shape.type === 'structure' && !shape.eventStream ? [name] : [],
  )
  const isEverywhereInTheBody = (name: string) => {
    const shape = shapes[name]!
    return shape.type === 'structure' && Object.values(shape.members).every((member) => member.in === undefined)
  }
  const values = fc
    .constantFrom(...names.filter(isEverywhereInTheBody))
    .chain((name) => valuesOf(name).map((value) => ({ name, value })))
  fc.assert(
    fc.property(values, ({ name, value }) => {
      const text = JSON.stringify(writeJson(shapes[name]!, value))
      expect(readJson(shapes[name]!, JSON.parse(text))).toEqual(value)
    }),
    { numRuns: 300 },
  )
})
