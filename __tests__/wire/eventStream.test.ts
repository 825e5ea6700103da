import fc from 'fast-check'
import { ServiceError } from '../../src/errors/serviceError'
import { crc32, crc32ByTable } from '../../src/wire/crc32'
import { encodeEventStream, exceptionFrame, frame } from '../../src/wire/eventStream'

/** Reads a frame by the book: https://docs.aws.amazon.com/transcribe/latest/dg/streaming-setting-up.html#streaming-event-stream */
function read(bytes: Uint8Array) {
  const view = Buffer.from(bytes)
  const [length, headersLength] = [view.readUInt32BE(0), view.readUInt32BE(4)]
  expect(length).toBe(view.length)
  expect(view.readUInt32BE(8)).toBe(crc32(view.subarray(0, 8)))
  expect(view.readUInt32BE(length - 4)).toBe(crc32(view.subarray(0, length - 4)))
  const headers: Record<string, string> = {}
  for (let at = 12; at < 12 + headersLength;) {
    const nameEnd = at + 1 + view[at]!
    expect(view[nameEnd]).toBe(7)
    const valueStart = nameEnd + 3
    const valueEnd = valueStart + view.readUInt16BE(nameEnd + 1)
    headers[view.toString('utf8', at + 1, nameEnd)] = view.toString('utf8', valueStart, valueEnd)
    at = valueEnd
  }
  return { headers, payload: view.toString('utf8', 12 + headersLength, length - 4) }
}

async function frames(events: AsyncIterable<Record<string, unknown>> | Iterable<Record<string, unknown>>) {
  const found: ReturnType<typeof read>[] = []
  for await (const bytes of encodeEventStream('InvokeWithResponseStreamResponseEvent', events)) found.push(read(bytes))
  return found
}

describe('the checksum', () => {
  test.each([
    ['', 0],
    ['123456789', 0xcbf43926],
    ['The quick brown fox jumps over the lazy dog', 0x414fa339],
  ])('of %j is that of IEEE 802.3', (text, sum) => {
    expect(crc32(Buffer.from(text))).toBe(sum)
  })

  test('is the same with and without Node.js’s help', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => crc32(bytes) === crc32ByTable(bytes)))
  })
})

describe('a frame', () => {
  test('without headers and payload is the one that the specification shows', () => {
    expect(Buffer.from(frame({}, new Uint8Array())).toString('hex')).toBe('000000100000000005c248eb7d98c8ff')
  })

  test('with a string header is laid out as the specification says', () => {
    const bytes = frame({ 'content-type': 'application/json' }, Buffer.from("{'foo':'bar'}"))
    expect(Buffer.from(bytes).toString('latin1', 12, 44)).toBe('\x0ccontent-type\x07\x00\x10application/json')
    expect(Buffer.from(bytes).readUInt32BE(0)).toBe(16 + 32 + 13)
  })

  test('gives back its headers and payload', () => {
    const header = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((name) => name !== '__proto__')
    fc.assert(
      fc.property(
        fc.dictionary(header, fc.string({ unit: 'grapheme' }), { noNullPrototype: true }),
        fc.string({ unit: 'grapheme' }),
        (headers, payload) => {
          expect(read(frame(headers, Buffer.from(payload)))).toEqual({ headers, payload })
        },
      ),
    )
  })
})

describe('the events of InvokeWithResponseStream', () => {
  test('are chunks of raw bytes and a JSON end', async () => {
    const events = [
      { PayloadChunk: { Payload: Buffer.from('one') } },
      { PayloadChunk: { Payload: 'zwö' } },
      { InvokeComplete: { ErrorCode: 'Error', LogResult: undefined } },
    ]
    const chunk = { ':message-type': 'event', ':event-type': 'PayloadChunk', ':content-type': 'application/octet-stream' }
    expect(await frames(events)).toEqual([
      { headers: chunk, payload: 'one' },
      { headers: chunk, payload: 'zwö' },
      {
        headers: { ':message-type': 'event', ':event-type': 'InvokeComplete', ':content-type': 'application/json' },
        payload: '{"ErrorCode":"Error"}',
      },
    ])
  })

  test('are sent as they come, not collected', async () => {
    let produced = 0
    async function* events() {
      for (;;) yield await Promise.resolve({ PayloadChunk: { Payload: String(++produced) } })
    }
    const stream = encodeEventStream('InvokeWithResponseStreamResponseEvent', events())
    expect(read((await stream.next()).value as Uint8Array).payload).toBe('1')
    expect(produced).toBe(1)
    await stream.return()
  })

  test('that are there already need no promise, and those that are not are waited for', async () => {
    const waiting = ['one', 'two'].map((Payload) => ({ PayloadChunk: { Payload } }))
    const next = jest.fn(async () => ({ done: false, value: { InvokeComplete: {} } }) as const)
    const events = { [Symbol.asyncIterator]: () => ({ ready: () => waiting.shift(), next }) }
    const stream = encodeEventStream('InvokeWithResponseStreamResponseEvent', events)
    expect([stream.ready(), stream.ready()].map((bytes) => read(bytes!).payload)).toEqual(['one', 'two'])
    expect(stream.ready()).toBeUndefined()
    expect(next).not.toHaveBeenCalled()
    expect(read((await stream.next()).value as Uint8Array).payload).toBe('{}')
  })

  test('end in an exception frame when they throw a ServiceError', async () => {
    async function* events() {
      yield await Promise.resolve({ PayloadChunk: { Payload: 'one' } })
      throw new ServiceError('ServiceException', 'Broken.')
    }
    const [, last] = await frames(events())
    expect(last).toEqual({
      headers: { ':message-type': 'exception', ':exception-type': 'ServiceException', ':content-type': 'application/json' },
      payload: '{"Type":"Service","Message":"Broken."}',
    })
    expect(read(exceptionFrame(new ServiceError('ServiceException', 'Broken.')))).toEqual(last)
  })

  test('break off when they throw anything else', async () => {
    async function* events() {
      yield await Promise.resolve({ PayloadChunk: { Payload: 'one' } })
      throw new Error('connection lost')
    }
    await expect(frames(events())).rejects.toThrow('connection lost')
  })

  test('an event that AWS does not have is the author’s mistake', async () => {
    await expect(frames([{ Chunk: {} }])).rejects.toThrow(
      'An event of InvokeWithResponseStreamResponseEvent is { PayloadChunk } or { InvokeComplete }, not { Chunk }.',
    )
  })
})
