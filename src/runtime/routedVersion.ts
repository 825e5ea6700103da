import type { FunctionRecord, VersionRecord } from '../state/functionRecord'

/**
 * The version that runs one attempt of an invocation: of an alias that shares its traffic, one drawn by weight.
 * Undefined if there is nothing of that name, or no longer.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html
 * @param qualifier a version or an alias; $LATEST if there is none
 * @param random a number in [0, 1); asked only where there is something to draw
 */
export function routedVersion(
  fn: FunctionRecord,
  qualifier: string | undefined,
  random: () => number,
): VersionRecord | undefined {
  const alias = qualifier === undefined ? undefined : fn.aliases.get(qualifier)
  const named = alias?.version ?? qualifier ?? '$LATEST'
  const drawn = alias === undefined ? named : (drawByWeight(alias.weights, random) ?? named)
  return drawn === '$LATEST' ? fn.latest : fn.versions.get(drawn)
}

function drawByWeight(weights: ReadonlyMap<string, number>, random: () => number): string | undefined {
  if (weights.size === 0) return undefined
  let left = random()
  for (const [version, weight] of weights) {
    if (left < weight) return version
    left -= weight
  }
  return undefined
}
