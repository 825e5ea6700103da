/** Below this a second copy costs less than the room. */
const small = 4_096

/** Bytes before a payload, for the head of a frame: 102 for a PayloadChunk. */
const before = 128
/** Bytes behind it, for the checksum. */
const behind = 4

const roomKey = Symbol('lambdouble.frameRoom')

interface Roomy extends Uint8Array {
  /** The memory around the bytes, which is free. */
  readonly [roomKey]?: Buffer
}

/** A copy of bytes with room around it, so that they need not be copied again into the frame that carries them. */
export function copyWithRoom(bytes: Uint8Array): Uint8Array {
  if (bytes.byteLength < small) return Buffer.from(bytes)
  const whole = Buffer.allocUnsafeSlow(before + bytes.byteLength + behind)
  whole.set(bytes, before)
  return Object.defineProperty(whole.subarray(before, -behind), roomKey, { value: whole })
}

/** The memory of a frame with the payload in its place, and as many bytes as its head takes before it. */
export function frameAround(payload: Roomy, head: number): Buffer {
  const whole = payload[roomKey]
  if (whole !== undefined && head <= before) return whole.subarray(before - head)
  const frame = Buffer.allocUnsafe(head + payload.byteLength + behind)
  frame.set(payload, head)
  return frame
}
