import {
  InvokeCommand,
  InvokeWithResponseStreamCommand,
  type InvokeWithResponseStreamCommandInput,
  type InvokeWithResponseStreamCompleteEvent,
} from '@aws-sdk/client-lambda'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { HttpResponseStream, streamify, type MockLambda, type ResponseStream } from '../../src/index'
import type { OpenDouble } from './doors'
import { throughEachDoor } from './throughEachDoor'

throughEachDoor('streaming', (openDouble, test) => {
  let double: OpenDouble
  let lambda: MockLambda
  beforeEach(async () => {
    double = await openDouble({ seed: 1 })
    lambda = double.lambda
  })
  afterEach(() => double.close())

  const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
  const turn = () => new Promise((resolve) => setImmediate(resolve))

  const open = async (FunctionName: string, more: Partial<InvokeWithResponseStreamCommandInput> = {}) =>
    double.client.send(new InvokeWithResponseStreamCommand({ FunctionName, ...more }))

  /** The whole stream, read to its end. */
  async function read(FunctionName: string, more?: Partial<InvokeWithResponseStreamCommandInput>) {
    const reply = await open(FunctionName, more)
    const chunks: string[] = []
    let end: InvokeWithResponseStreamCompleteEvent | undefined
    for await (const event of reply.EventStream!) {
      if (event.PayloadChunk) chunks.push(decode(event.PayloadChunk.Payload))
      if (event.InvokeComplete) end = event.InvokeComplete
    }
    return { reply, chunks, end }
  }

  const plainInvoke = async (FunctionName: string) => {
    const reply = await double.client.send(new InvokeCommand({ FunctionName }))
    return { ...reply, text: decode(reply.Payload) }
  }

  /** A handler that waits for the test. */
  function gate() {
    let pass!: () => void
    const passed = new Promise<void>((resolve) => (pass = resolve))
    return { pass, passed }
  }

  describe('a function that streams', () => {
    test('sends each chunk as it is written, then InvokeComplete', async () => {
      lambda.function('orders', streamify(async (event: { n: number }, stream) => {
      stream.write(`n is ${event.n}`)
      stream.write(Buffer.from('bytes'))
      stream.end('last')
    })) // prettier-ignore
      const { reply, chunks, end } = await read('orders', { Payload: Buffer.from('{"n":7}') })
      expect(chunks).toEqual(['n is 7', 'bytes', 'last'])
      expect(end).toEqual({})
      expect(reply).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST' })
      expect(lambda.invocations('orders')).toMatchObject([{ result: 'n is 7byteslast', error: undefined }])
    })

    test('may use the memory of a chunk again once it was taken', async () => {
      lambda.function('orders', streamify(async (_event, stream) => {
      const memory = Buffer.alloc(4)
      for (const word of ['one.', 'two.', 'six.']) {
        memory.write(word)
        await new Promise((resolve) => stream.write(memory, resolve))
      }
      stream.end()
    })) // prettier-ignore
      expect((await read('orders')).chunks.join('')).toBe('one.two.six.')
    })

    test('is read while it still runs', async () => {
      const { pass, passed } = gate()
      let ended = false
      lambda.function('orders', streamify(async (_event, stream) => {
      stream.write('first')
      await passed
      stream.end('last')
      ended = true
    })) // prettier-ignore
      const reply = await open('orders')
      const events = reply.EventStream![Symbol.asyncIterator]()
      expect(decode((await events.next()).value.PayloadChunk.Payload)).toBe('first')
      expect(ended).toBe(false)
      expect(lambda.invocations()).toEqual([])
      pass()
      expect(decode((await events.next()).value.PayloadChunk.Payload)).toBe('last')
      expect((await events.next()).value).toEqual({ InvokeComplete: {} })
      expect(lambda.invocations()).toHaveLength(1)
    })

    test('may use pipeline, and chunks that are no text and no bytes are JSON', async () => {
      lambda.function('orders', streamify(async (_event, stream) => {
      stream.write({ a: 1 })
      stream.write([null, true])
      stream.write(7)
      await pipeline(Readable.from(['x', 'y']), stream)
    })) // prettier-ignore
      expect((await read('orders')).chunks).toEqual(['{"a":1}', '[null,true]', '7', 'x', 'y'])
    })

    test('has to wait for its reader: write returns false until the stream is drained', async () => {
      const seen: (string | boolean)[] = []
      lambda.function('orders', streamify(async (_event, stream) => {
      seen.push(stream.write('small'))
      for (let n = 0; n < 5; n++) seen.push(stream.write('x'.repeat(100_000)))
      await new Promise((resolve) => stream.once('drain', resolve))
      seen.push('drained')
      stream.end()
    })) // prettier-ignore
      const reply = await open('orders')
      for (let n = 0; n < 10; n++) await turn()
      expect(seen).toEqual([true, false, false, false, false, false])
      const sizes: number[] = []
      for await (const { PayloadChunk } of reply.EventStream!) if (PayloadChunk) sizes.push(PayloadChunk.Payload!.length)
      expect(sizes).toEqual([5, ...Array(5).fill(100_000)])
      expect(seen.at(-1)).toBe('drained')
    })

    test('is not held up by a reader who has gone away', async () => {
      const { pass, passed } = gate()
      lambda.function('orders', streamify(async (_event, stream) => {
      stream.write('first')
      await passed
      for (let n = 0; n < 10; n++) if (!stream.write('x'.repeat(100_000))) await new Promise((resolve) => stream.once('drain', resolve))
      stream.end()
    })) // prettier-ignore
      const caller = new AbortController()
      const command = new InvokeWithResponseStreamCommand({ FunctionName: 'orders' })
      const reply = await double.client.send(command, { abortSignal: caller.signal })
      await reply.EventStream![Symbol.asyncIterator]().next()
      caller.abort()
      pass()
      for (let n = 0; n < 2000 && lambda.invocations().length === 0; n++) await turn()
      expect(lambda.invocations()).toMatchObject([{ error: undefined }])
    })

    test('sees its context, and may declare its three arguments under nodejs24.x too', async () => {
      const handler = async (_event: unknown, stream: ResponseStream, context: { functionName: string }) => {
        stream.end(context.functionName)
      }
      expect(handler).toHaveLength(3)
      lambda.function('orders').configure({ Runtime: 'nodejs24.x' }).handler(streamify(handler))
      lambda.function('older').configure({ Runtime: 'nodejs22.x' }).handler(streamify(handler))
      lambda.function('unconfigured', streamify(handler))
      for (const name of ['orders', 'older', 'unconfigured']) expect((await read(name)).chunks).toEqual([name])
      const config = await lambda.exchange({ method: 'GET', path: '/2015-03-31/functions/unconfigured/configuration', query: '', headers: {}, body: new Uint8Array() }) // prettier-ignore
      expect(JSON.parse(decode((config as { body: Uint8Array }).body)).Runtime).toBe('nodejs24.x')
    })

    test('what it returns is ignored, with a warning in its log', async () => {
      const warn = jest.spyOn(console, 'warn').mockImplementation(() => {})
      lambda.function('orders', streamify(async (_event, stream) => {
      stream.end('streamed')
      return 'returned'
    })) // prettier-ignore
      const { chunks, end } = await read('orders', { LogType: 'Tail' })
      expect(chunks).toEqual(['streamed'])
      expect(Buffer.from(end!.LogResult!, 'base64').toString()).toContain('\tWARN\tStreaming handlers ignore return values.\n')
      expect(warn).toHaveBeenCalledWith('Streaming handlers ignore return values.')
      warn.mockRestore()
    })

    test('may send nothing', async () => {
      lambda.function(
        'orders',
        streamify(async (_event, stream) => void stream.end()),
      )
      expect(await read('orders')).toMatchObject({ chunks: [], end: {} })
    })
  })

  describe('HttpResponseStream.from', () => {
    test('writes the metadata as JSON and eight NUL bytes before the body', async () => {
      const metadata = { statusCode: 201, headers: { 'content-type': 'text/html' }, cookies: ['a=1'] }
      lambda.function('page', streamify(async (_event, stream) => {
      const http = HttpResponseStream.from(stream, metadata)
      http.write('<html>')
      http.end('</html>')
    })) // prettier-ignore
      const { chunks } = await read('page')
      expect(chunks).toEqual([`${JSON.stringify(metadata)}${'\0'.repeat(8)}`, '<html>', '</html>'])
    })

    test('is the global awslambda that handlers find', async () => {
      const { awslambda } = globalThis as unknown as {
        awslambda: { streamifyResponse: typeof streamify; HttpResponseStream: typeof HttpResponseStream }
      }
      lambda.function('page', awslambda.streamifyResponse(async (_event, stream) => {
      awslambda.HttpResponseStream.from(stream, { statusCode: 204 }).end()
    })) // prettier-ignore
      expect((await read('page')).chunks).toEqual([`{"statusCode":204}${'\0'.repeat(8)}`])
    })

    test('setContentType is too late after the first chunk', async () => {
      lambda.function('page', streamify(async (_event, stream) => {
      stream.setContentType('text/html')
      stream.write('x')
      stream.setContentType('text/plain')
    })) // prettier-ignore
      const { chunks, end } = await read('page')
      expect(chunks).toEqual(['x'])
      expect(end).toMatchObject({ ErrorCode: 'Runtime.InvalidStreamingOperation' })
      expect(JSON.parse(end!.ErrorDetails!).errorMessage).toBe('Cannot set content-type, too late.')
    })
  })

  describe('a stream that fails', () => {
    test('keeps the chunks that were written, and InvokeComplete says what happened', async () => {
      lambda.function('orders', streamify(async (_event, stream) => {
      stream.write('first')
      stream.write('second')
      throw new RangeError('no more')
    })) // prettier-ignore
      const { reply, chunks, end } = await read('orders')
      expect(reply.StatusCode).toBe(200)
      expect(chunks).toEqual(['first', 'second'])
      expect(end!.ErrorCode).toBe('RangeError')
      expect(JSON.parse(end!.ErrorDetails!)).toMatchObject({
        errorType: 'RangeError',
        errorMessage: 'no more',
        trace: expect.any(Array),
      })
      expect(lambda.invocations()).toMatchObject([{ result: undefined, error: { errorType: 'RangeError' } }])
    })

    test('before its first chunk has InvokeComplete only', async () => {
      lambda.function(
        'orders',
        streamify(async () => Promise.reject(new TypeError('x'))),
      )
      expect(await read('orders')).toMatchObject({ chunks: [], end: { ErrorCode: 'TypeError' } })
    })

    test('fails if its stream is not ended', async () => {
      lambda.function(
        'orders',
        streamify(async (_event, stream) => void stream.write('first')),
      )
      const { chunks, end } = await read('orders')
      expect(chunks).toEqual(['first'])
      expect(end).toMatchObject({ ErrorCode: 'Runtime.InvalidStreamingOperation' })
      expect(JSON.parse(end!.ErrorDetails!).errorMessage).toBe('Response stream is not finished.')
    })

    test('fails if its handler is not async', async () => {
      lambda.function(
        'orders',
        streamify((_event, stream) => void stream.end('x')),
      )
      const { end } = await read('orders')
      expect(end).toMatchObject({ ErrorCode: 'Runtime.MalformedStreamingHandler' })
      expect(JSON.parse(end!.ErrorDetails!).errorMessage).toBe('Streaming does not support non-async handlers.')
    })

    test('fails with the error that its stream was destroyed with', async () => {
      lambda.function('orders', streamify(async (_event, stream) => {
      stream.write('first')
      await turn()
      stream.destroy(new Error('broken'))
    })) // prettier-ignore
      const { end } = await read('orders')
      expect(JSON.parse(end!.ErrorDetails!)).toMatchObject({ errorType: 'Error', errorMessage: 'broken' })
    })

    test('a source that fails in a pipeline is the error', async () => {
      const source = async function* () {
        yield 'first'
        throw new Error('source')
      }
      lambda.function(
        'orders',
        streamify(async (_event, stream) => pipeline(source, stream)),
      )
      const { end } = await read('orders')
      expect(JSON.parse(end!.ErrorDetails!).errorMessage).toBe('source')
    })

    test('times out in the middle', async () => {
      jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] })
      try {
        let write!: (chunk: string) => void
        lambda.function('orders', streamify(async (_event, stream) => {
        write = (chunk) => void stream.write(chunk)
        write('first')
        await new Promise(() => {})
      })) // prettier-ignore
        const reading = read('orders', { LogType: 'Tail' })
        await jest.advanceTimersByTimeAsync(2999)
        write('second')
        await jest.advanceTimersByTimeAsync(1)
        const { chunks, end } = await reading
        write('late')
        expect(chunks).toEqual(['first', 'second'])
        expect(end!.ErrorCode).toBe('Sandbox.Timedout')
        expect(JSON.parse(end!.ErrorDetails!).errorMessage).toMatch(/ Error: Task timed out after 3\.00 seconds$/)
        expect(Buffer.from(end!.LogResult!, 'base64').toString()).toMatch(/Status: timeout\n$/)
      } finally {
        jest.useRealTimers()
      }
    })

    test('exits in the middle', async () => {
      lambda.function('orders', streamify(async (_event, stream) => {
      stream.write('first')
      await turn()
      process.exit(3)
    })) // prettier-ignore
      const { chunks, end } = await read('orders')
      expect(chunks).toEqual(['first'])
      expect(JSON.parse(end!.ErrorDetails!)).toMatchObject({
        errorType: 'Runtime.ExitError',
        errorMessage: expect.stringMatching(/exit status 3$/),
      })
    })

    test('ends at 200 MB', async () => {
      const block = Buffer.alloc(1_048_576, 'x')
      lambda.function('orders', streamify(async (_event, stream) => {
      for (let n = 0; n < 201; n++) if (!stream.write(block)) await new Promise((resolve) => stream.once('drain', resolve))
      stream.end()
    })).configure({ Timeout: 60 }) // prettier-ignore
      const reply = await open('orders')
      let size = 0
      let end: InvokeWithResponseStreamCompleteEvent | undefined
      for await (const { PayloadChunk, InvokeComplete } of reply.EventStream!) {
        size += PayloadChunk?.Payload?.length ?? 0
        end = InvokeComplete
      }
      expect(size).toBe(200 * 1_048_576)
      expect(end!.ErrorCode).toBe('Function.ResponseSizeTooLarge')
      expect(end!.ErrorDetails).toContain('(209715200 bytes)')
    }, 120_000)
  })

  describe('Invoke of a function that streams', () => {
    test('answers the whole stream as its payload', async () => {
      lambda.function('orders', streamify(async (_event, stream) => {
      stream.write('{"id":')
      await turn()
      stream.end('7}')
    })) // prettier-ignore
      expect(await plainInvoke('orders')).toMatchObject({ StatusCode: 200, text: '{"id":7}' })
      expect(lambda.invocations()[0]!.result).toEqual({ id: 7 })
    })

    test('answers the error if it fails, whatever was written', async () => {
      lambda.function('orders', streamify(async (_event, stream) => {
      stream.write('first')
      throw new Error('x')
    })) // prettier-ignore
      const { FunctionError, text } = await plainInvoke('orders')
      expect([FunctionError, JSON.parse(text).errorMessage]).toEqual(['Unhandled', 'x'])
    })

    test('fails at 6 MB, without waiting for the end', async () => {
      let blocks = 0
      lambda.function('orders', streamify(async (_event, stream) => {
      for (; blocks < 20; blocks++) {
        stream.write('x'.repeat(1_000_000))
        await turn()
      }
    })) // prettier-ignore
      const { FunctionError, text } = await plainInvoke('orders')
      expect([FunctionError, JSON.parse(text).errorType]).toEqual(['Unhandled', 'Function.ResponseSizeTooLarge'])
      expect(text).toContain('(6291556 bytes)')
      expect(blocks).toBeLessThan(10)
    })
  })

  describe('InvokeWithResponseStream of other functions', () => {
    test('has one chunk, the result', async () => {
      lambda.function('orders', async () => ({ ok: true }))
      expect(await read('orders')).toMatchObject({ chunks: ['{"ok":true}'], end: {} })
    })

    test('has no chunk if the function fails', async () => {
      lambda.function('orders', async () => Promise.reject(new Error('x')))
      expect(await read('orders')).toMatchObject({ chunks: [], end: { ErrorCode: 'Error' } })
    })

    test('is refused as Invoke is', async () => {
      await expect(open('nothing')).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
      lambda.function('orders', async () => 1).reservedConcurrency(0)
      await expect(open('orders')).rejects.toMatchObject({ name: 'TooManyRequestsException' })
    })
  })

  describe('.streams(chunks)', () => {
    test('is a stream of these chunks; what is no text and no bytes is JSON', async () => {
      const bytes = Uint8Array.of(0x61)
      lambda.function('orders').streams(['first', bytes, { n: 1 }, 'last'])
      bytes[0] = 0x62
      expect(await read('orders')).toMatchObject({ chunks: ['first', 'a', '{"n":1}', 'last'], end: {} })
      expect((await plainInvoke('orders')).text).toBe('firsta{"n":1}last')
    })

    test('.streamsOnce queues up', async () => {
      lambda
        .function('orders', async () => 'handler')
        .streamsOnce(['one'])
        .streamsOnce(new Set(['t', 'wo']))
      expect((await read('orders')).chunks).toEqual(['one'])
      expect((await read('orders')).chunks).toEqual(['t', 'wo'])
      expect((await read('orders')).chunks).toEqual(['"handler"'])
    })
  })

  test('a thousand chunks arrive in order, whoever reads meanwhile', async () => {
    lambda.function('orders', streamify(async (event: { id: string }, stream) => {
    for (let n = 0; n < 1000; n++) if (!stream.write(`${event.id}${n} `)) await new Promise((resolve) => stream.once('drain', resolve))
    stream.end()
  })) // prettier-ignore
    const all = await Promise.all(['a', 'b', 'c'].map((id) => read('orders', { Payload: Buffer.from(JSON.stringify({ id })) })))
    all.forEach(({ chunks }, index) => {
      expect(chunks).toEqual(Array.from({ length: 1000 }, (_, n) => `${'abc'[index]}${n} `))
    })
  })
})
