import { frame } from '../../src/wire/eventStream'
import { copyWithRoom } from '../../src/wire/frameRoom'

/** Below, at and above the size from which there is room. */
const sizes = [0, 1, 4_095, 4_096, 65_536]

const bytesOf = (size: number) => Uint8Array.from({ length: size }, (_, index) => index % 251)

describe('a copy with room', () => {
  const headers = { ':event-type': 'PayloadChunk' }

  test.each(sizes)('of %d bytes is what its writer wrote, whatever becomes of the memory', (size) => {
    const bytes = bytesOf(size)
    const copy = copyWithRoom(bytes)
    bytes.fill(0xff)
    expect(Buffer.compare(copy, bytesOf(size))).toBe(0)
  })

  test.each(sizes)('of %d bytes has the frame that the bytes have, and stays as it is in it', (size) => {
    const copy = copyWithRoom(bytesOf(size))
    expect(Buffer.compare(frame(headers, copy), frame(headers, bytesOf(size)))).toBe(0)
    expect(Buffer.compare(copy, bytesOf(size))).toBe(0)
  })

  test('is not copied again into its frame if it is large', () => {
    const copy = copyWithRoom(bytesOf(4_096))
    expect(frame(headers, copy).buffer).toBe(copy.buffer)
  })

  test('is copied all the same where the headers need more room', () => {
    const long = { ':event-type': 'x'.repeat(200) }
    const copy = copyWithRoom(bytesOf(4_096))
    const bytes = frame(long, copy)
    expect(bytes.buffer).not.toBe(copy.buffer)
    expect(Buffer.compare(bytes, frame(long, bytesOf(4_096)))).toBe(0)
  })

  test('shows nothing but its bytes', () => {
    expect(copyWithRoom(bytesOf(4_096))).toEqual(Buffer.from(bytesOf(4_096)))
  })
})
