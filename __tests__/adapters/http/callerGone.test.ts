import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { callerGone } from '../../../src/adapters/http/callerGone'

/** A response whose connection closes, after its answer or before. */
function newResponse(writableFinished: boolean) {
  const response = Object.assign(new EventEmitter(), { writableFinished, destroyed: false })
  const close = () => {
    response.destroyed = true
    response.emit('close')
  }
  return { response: response as unknown as ServerResponse, close }
}

const message = 'The caller closed the connection.'

test('fires when the caller closes the connection before the answer', () => {
  const { response, close } = newResponse(false)
  const signal = callerGone(response)
  expect(signal.aborted).toBe(false)
  close()
  expect(signal.reason).toMatchObject({ message })
})

test('tells whoever asks only after that as well', () => {
  const { response, close } = newResponse(false)
  close()
  expect(callerGone(response).reason).toMatchObject({ message })
})

test('does not fire once the answer is out', () => {
  const { response, close } = newResponse(true)
  const signal = callerGone(response)
  close()
  expect(signal.aborted).toBe(false)
})
