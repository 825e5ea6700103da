import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { SocketRequest } from '../../../src/adapters/http/socketRequest'

function setup() {
  const response = Object.assign(new EventEmitter(), { writableFinished: false, destroyed: false })
  const caller = response as unknown as ServerResponse
  const target = { path: '/a%2Fb', query: 'c=d' }
  const head = { method: 'POST', headers: { host: 'localhost:9001' } }
  const request = new SocketRequest(head, target, { body: Buffer.from('{}'), endpoint: 'http://localhost:9001', caller })
  return { request, response }
}

describe('the signal of a request from the socket', () => {
  it('is one for all who ask, and fires when the caller goes', () => {
    const { request, response } = setup()
    const { signal } = request
    expect(request.signal).toBe(signal)
    response.emit('close')
    expect(signal).toMatchObject({ aborted: true })
  })

  it('is not made before somebody asks', () => {
    const { request, response } = setup()
    expect(response.listenerCount('close')).toBe(0)
    void request.signal
    expect(response.listenerCount('close')).toBe(1)
  })

  it('is let go of with the connection when the answer is there, and is not among what the journal keeps', () => {
    const { request } = setup()
    void request.signal
    request.answered()
    expect(request.signal).toBeUndefined()
    const kept = ['method', 'path', 'query', 'headers', 'body', 'endpoint', 'region', 'accountId']
    expect(Object.keys(request)).toEqual(kept)
  })
})
