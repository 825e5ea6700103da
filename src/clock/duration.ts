const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

type Amount = `${number}${'ms' | 's' | 'm' | 'h' | 'd'}`

/** A length of time: milliseconds, or numbers with their units such as '200ms', '2s', '1.5m', '6h', '1d' or '1h30m'. */
export type Duration = number | Amount | `${Amount}${Amount}`

/** Milliseconds of a duration, or undefined if it is none. Units add up. */
export function milliseconds(duration: unknown): number | undefined {
  if (typeof duration === 'number') return Number.isFinite(duration) && duration >= 0 ? duration : undefined
  if (typeof duration !== 'string' || !/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(duration)) return undefined
  let total = 0
  for (const [, amount, unit] of duration.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)) total += Number(amount) * units[unit!]!
  return total
}
