import { createRandom } from './random'

/** Every identifier that the double hands out, from one seed, so that a run can be repeated. */
export interface Ids {
  /** A version 4 UUID: request ids, revision ids, event source mappings. */
  uuid(): string
  /** Lower-case hexadecimal digits: log streams, code signing configs. */
  hex(length: number): string
  /** Lower-case letters and digits: function URLs. */
  token(length: number): string
  /** A number in [0, 1): alias weights, jitter. */
  random(): number
  /** How much has been handed out, by the seeds that it came from: this one, and those of what was taken over. */
  used(): IdsInUse
  /** Takes over what others have handed out: none of it is handed out here again. */
  avoid(inUse: IdsInUse): void
}

/** By seed, how many numbers of its row are used up. */
export type IdsInUse = readonly (readonly [seed: number, count: number])[]

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

export function createIds(seed: number): Ids {
  let draw = createRandom(seed)
  let drawn = 0
  const others = new Map<number, number>()
  const random = () => {
    drawn++
    return draw()
  }
  const bytes = Buffer.alloc(16)
  const hex32 = () => {
    for (let index = 0; index < 16; index += 4) bytes.writeUInt32BE(Math.floor(random() * 4_294_967_296), index)
    return bytes.toString('hex')
  }

  return {
    uuid() {
      const digits = hex32()
      const variant = ((bytes[8]! & 0x3f) | 0x80).toString(16)
      const parts = [
        digits.slice(0, 8),
        digits.slice(8, 12),
        `4${digits.slice(13, 16)}`,
        variant + digits.slice(18, 20),
        digits.slice(20),
      ]
      // Joined into one flat text: pieces that are added up stay pieces for as long as the id is kept, and many are.
      return parts.join('-')
    },
    hex(length) {
      let digits = ''
      while (digits.length < length) digits += hex32()
      return digits.slice(0, length)
    },
    token(length) {
      return Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('')
    },
    random,
    used: () => [[seed, drawn], ...others],
    avoid(inUse) {
      for (const [other, count] of inUse) {
        if (other !== seed) others.set(other, Math.max(count, others.get(other) ?? 0))
        else if (count > drawn) draw = createRandom(seed, (drawn = count))
      }
    },
  }
}
