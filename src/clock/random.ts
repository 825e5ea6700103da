const step = 0x6d2b79f5

/**
 * Numbers in [0, 1) that only look random: the same seed gives the same row. Mulberry32, 32 bits of state.
 * @param skipped how many numbers at the beginning of the row are left out
 */
export function createRandom(seed: number, skipped = 0): () => number {
  let state = (seed + Math.imul(skipped, step)) >>> 0
  return () => {
    state = (state + step) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
