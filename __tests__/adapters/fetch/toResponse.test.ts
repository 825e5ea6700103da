import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { toResponse } from '../../../src/adapters/fetch/toResponse'
import type { WebReply } from '../../../src/webExchange'

const url = new URL('https://abc.lambda-url.us-east-1.on.aws/')

function response(body: WebReply['body'], headers: Record<string, string> = {}, signal = new AbortController().signal): Response {
  return toResponse(
    { kind: 'reply', status: 200, headers, cookies: [], body },
    { url, method: 'GET', signal, wasRedirected: false },
  )
}

async function* pieces(...texts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}

/** A body that sends one piece and then waits for ever; `stopped` tells that somebody has told it to stop. */
function endless() {
  const stopped = jest.fn(async () => ({ done: true as const, value: undefined }))
  let count = 0
  const iterator: AsyncIterator<Uint8Array> = {
    next: () => (count++ === 0 ? Promise.resolve({ done: false, value: Buffer.from('first') }) : new Promise(() => {})),
    return: stopped,
  }
  return { stopped, body: { [Symbol.asyncIterator]: () => iterator } }
}

describe('the body of a Response', () => {
  it('arrives in pieces as the function sends it', async () => {
    const read: string[] = []
    for await (const piece of response(pieces('one', 'two')).body!) read.push(Buffer.from(piece as Uint8Array).toString())
    expect(read).toEqual(['one', 'two'])
  })

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('is decompressed, whole and in pieces: %s', async (coding, compress) => {
    const bytes = compress('hello '.repeat(100))
    const headers = { 'content-encoding': coding }
    const whole = response(bytes, headers)
    expect(await whole.text()).toBe('hello '.repeat(100))
    expect(whole.headers.get('content-encoding')).toBe(coding)
    const inPieces = response(pieces(bytes.subarray(0, 9), bytes.subarray(9)), headers)
    expect(await inPieces.text()).toBe('hello '.repeat(100))
  })

  it('stays as it is in a coding that fetch does not know', async () => {
    expect(await response(Buffer.from('text'), { 'content-encoding': 'constructor' }).text()).toBe('text')
  })

  it('fails to be read if it is not what it says', async () => {
    await expect(response(Buffer.from('no gzip'), { 'content-encoding': 'gzip' }).text()).rejects.toThrow()
  })

  it('breaks off where the function breaks off', async () => {
    async function* broken() {
      yield Buffer.from('first')
      throw new Error('midway')
    }
    const reader = response(broken()).body!.getReader()
    expect(Buffer.from((await reader.read()).value as Uint8Array).toString()).toBe('first')
    await expect(reader.read()).rejects.toMatchObject({ name: 'TypeError', message: 'terminated', cause: { message: 'midway' } })
  })

  it('breaks off when the caller gives up, and stops the function’s stream', async () => {
    const controller = new AbortController()
    const { body, stopped } = endless()
    const reader = response(body, {}, controller.signal).body!.getReader()
    await reader.read()
    const next = reader.read()
    const reason = new Error('enough')
    controller.abort(reason)
    await expect(next).rejects.toBe(reason)
    expect(stopped).toHaveBeenCalledTimes(1)
  })

  it('is not read on once the caller has what it wants', async () => {
    const { body, stopped } = endless()
    const reader = response(body).body!.getReader()
    await reader.read()
    await reader.cancel()
    expect(stopped).toHaveBeenCalledTimes(1)
  })

  it('is never begun for HEAD, and the function is told', () => {
    const { body, stopped } = endless()
    const { signal } = new AbortController()
    const reply: WebReply = { kind: 'reply', status: 200, headers: {}, cookies: [], body }
    expect(toResponse(reply, { url, method: 'HEAD', signal, wasRedirected: false }).body).toBeNull()
    expect(stopped).toHaveBeenCalledTimes(1)
  })

  it.each([false, true])('leaves no listener on the signal once it has been read; broken: %s', async (breaks) => {
    const { signal } = new AbortController()
    const [add, remove] = [jest.spyOn(signal, 'addEventListener'), jest.spyOn(signal, 'removeEventListener')]
    async function* body() {
      yield Buffer.from('text')
      if (breaks) throw new Error('midway')
    }
    await response(body(), {}, signal)
      .text()
      .catch(() => {})
    expect(add).toHaveBeenCalledTimes(1)
    expect(remove).toHaveBeenCalledTimes(1)
  })
})
