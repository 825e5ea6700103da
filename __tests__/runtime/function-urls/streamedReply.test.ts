import { integrationType, streamedReply } from '../../../src/runtime/function-urls/streamedReply'
import type { WebReply } from '../../../src/runtime/function-urls/webMessages'
import { seen, textOf } from '../../support/webRequest'

const nul = '\0'.repeat(8)

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}

const reply = async (contentType: string, ...texts: string[]) =>
  seen(await streamedReply({ contentType, pieces: pieces(...texts) }))

describe('a stream without a head', () => {
  it.each([
    ['application/octet-stream', 'bytes'],
    ['application/json', '{"statusCode":404,"body":"not read"}'],
    ['text/event-stream', `data: 1${nul}data: 2`],
  ])('is the body of a 200, whatever is in it: %s', async (contentType, text) => {
    expect(await reply(contentType, text)).toEqual({
      status: 200,
      headers: { 'content-type': contentType },
      cookies: [],
      body: text,
    })
  })
})

describe('a stream of HttpResponseStream', () => {
  const head = JSON.stringify({ statusCode: 201, headers: { 'X-A': 'b' }, cookies: ['c=1'] })
  const answer = { status: 201, headers: { 'content-type': 'application/json', 'x-a': 'b' }, cookies: ['c=1'] }

  it('begins with the head of the answer', async () => {
    expect(await reply(integrationType, `${head}${nul}hello `, 'world')).toEqual({ ...answer, body: 'hello world' })
  })

  it('may be cut anywhere', async () => {
    expect(await reply(integrationType, ...`${head}${nul}body`)).toEqual({ ...answer, body: 'body' })
  })

  it('is a 200 if its head does not say', async () => {
    expect(await reply(integrationType, `{}${nul}`)).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json' },
      cookies: [],
      body: '',
    })
  })

  it('goes on while the answer is under way already', async () => {
    let release!: () => void
    const waits = new Promise<void>((resolve) => (release = resolve))
    async function* slow() {
      yield Buffer.from(`${head}${nul}first`)
      await waits
      yield Buffer.from(' second')
    }
    const begun = (await streamedReply({ contentType: integrationType, pieces: slow() })) as WebReply
    expect(begun.status).toBe(201)
    release()
    expect(await textOf(begun)).toBe('first second')
  })

  it('breaks off where the function breaks off', async () => {
    async function* broken() {
      yield Buffer.from(`${head}${nul}first`)
      throw new Error('midway')
    }
    const begun = (await streamedReply({ contentType: integrationType, pieces: broken() })) as WebReply
    await expect(textOf(begun)).rejects.toThrow('midway')
  })

  it('is stopped when nobody reads on', async () => {
    const stopped = jest.fn()
    async function* endless() {
      try {
        yield Buffer.from(`${head}${nul}`)
        for (;;) yield Buffer.from('more')
      } finally {
        stopped()
      }
    }
    const { body } = (await streamedReply({ contentType: integrationType, pieces: endless() })) as WebReply
    for await (const _ of body as AsyncIterable<Uint8Array>) break
    expect(stopped).toHaveBeenCalledTimes(1)
    const unread = (await streamedReply({ contentType: integrationType, pieces: endless() })) as WebReply
    await (unread.body as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]().return!()
    expect(stopped).toHaveBeenCalledTimes(2)
  })

  it.each([
    ['no separator', ['{"statusCode":200}', 'body'], /^The stream has no head/],
    ['no separator for a long time', ['x'.repeat(70_000), 'y'], /^The stream has no head/],
    ['nothing', [], /^The stream has no head/],
    ['a head that is no JSON', [`oops${nul}`], /^The head of the stream is no JSON object/],
    ['a head that is no object', [`7${nul}`], /^The head of the stream is no JSON object/],
    ['a status that is none', [`{"statusCode":7}${nul}`], /^statusCode/],
  ])('is no HTTP answer with %s', async (_, texts, what) => {
    expect(await reply(integrationType, ...texts)).toEqual({ kind: 'malformed', what: expect.stringMatching(what) })
  })
})
