import { createRandom } from '../clock/random'

/**
 * A number in [0, 1) for one decision. It follows from the seed, the rule, the function and the number of the call alone,
 * so that other calls, or the same ones in parallel, do not move it.
 */
export function draw(seed: number, rule: number, functionName: string, index: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (const character of `${rule}/${functionName}/${index}`) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  return createRandom(hash)()
}
