import { createRandom } from '../clock/random'

// Taken once: under Jest each look at a global takes longer than the arithmetic.
const { floor, imul } = Math

/** Calls among which an asked share is met. A power of two with an even exponent, for the shuffle. */
const deck = 1_024

/**
 * A number in [0, 1) for one decision. It follows from the seed, from what decides (a rule and a function) and from the number of the
 * call alone, so that other calls, or the same ones in parallel, do not move it.
 * Each 1,024 numbers in a row are one of every 1,024th part, shuffled: a share of 0.1 is met to the call by every seed, as it would be
 * by chance only after millions of calls.
 */
export function draw(seed: number, decider: string, index: number): number {
  const within = createRandom(hash(`${seed}/${decider}/${index}`))()
  const round = createRandom(hash(`${seed}/${decider}/deck ${floor(index / deck)}`))
  return (shuffled(index % deck, round) + within) / deck
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = imul(sum ^ text.charCodeAt(at), 0x01000193)
  return sum >>> 0
}

/** Where a card of the deck lies: a Feistel network of two halves of five bits, so that no two cards lie in one place. */
function shuffled(card: number, random: () => number): number {
  let left = card >> 5
  let right = card & 31
  for (let round = 0; round < 4; round++) {
    const mixed = floor(createRandom(floor(random() * 4_294_967_296) + right)() * 32)
    ;[left, right] = [right, left ^ mixed]
  }
  return (left << 5) | right
}
