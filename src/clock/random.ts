// Taken once: under Jest each look at a global takes longer than the arithmetic.
const { imul } = Math

const step = 0x6d2b79f5

/**
 * Numbers in [0, 1) that only look random: the same seed gives the same row. Mulberry32, 32 bits of state.
 * @param skipped how many numbers at the beginning of the row are left out
 */
export function createRandom(seed: number, skipped = 0): () => number {
  let state = (seed + imul(skipped, step)) >>> 0
  return () => {
    state = (state + step) >>> 0
    let mixed = imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
