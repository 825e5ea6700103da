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

const hexDigits = Buffer.from('0123456789abcdef')

/** A version 4 UUID: `v` is its variant. */
const uuidForm = 'xxxxxxxx-xxxx-4xxx-vxxx-xxxxxxxxxxxx'

/** Where a UUID has any digit. */
const uuidPlaces = Array.from(uuidForm, (sign, index) => (sign === 'x' ? index : -1)).filter((place) => place >= 0)

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

export function createIds(seed: number): Ids {
  let draw = createRandom(seed)
  let drawn = 0
  const others = new Map<number, number>()
  const random = () => {
    drawn++
    return draw()
  }
  const uuidText = Buffer.from(uuidForm)

  /** Writes hexadecimal digits into a text, and gives it as one flat piece: many an id is kept for long. */
  function withDigits(text: Buffer, places?: readonly number[]): string {
    const count = places?.length ?? text.length
    let bits = 0
    for (let index = 0; index < count; index++) {
      // A number has room for eight.
      if (index % 8 === 0) bits = Math.floor(random() * 4_294_967_296)
      text[places?.[index] ?? index] = hexDigits[bits >>> 28]!
      bits <<= 4
    }
    return text.toString('latin1')
  }

  return {
    uuid() {
      uuidText[19] = hexDigits[8 + Math.floor(random() * 4)]!
      return withDigits(uuidText, uuidPlaces)
    },
    hex: (length) => withDigits(Buffer.allocUnsafe(length)),
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
