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
}

/** Two hexadecimal digits for each byte. */
const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

export function createIds(seed: number): Ids {
  const random = createRandom(seed)
  const hex8 = () => {
    const word = Math.floor(random() * 4_294_967_296)
    return pairs[word >>> 24]! + pairs[(word >>> 16) & 255]! + pairs[(word >>> 8) & 255]! + pairs[word & 255]!
  }

  return {
    uuid() {
      const [a, b, c, d] = [hex8(), hex8(), hex8(), hex8()]
      const variant = ((parseInt(c[0]!, 16) & 3) | 8).toString(16)
      return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`
    },
    hex(length) {
      let digits = ''
      while (digits.length < length) digits += hex8()
      return digits.slice(0, length)
    },
    token(length) {
      return Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('')
    },
    random,
  }
}
