import { UsageError } from '../../../errors/usageError'

/** A text as a whole number, 0 or more. */
export function requireWhole(what: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new UsageError(`${what} needs a whole number, 0 or more, not '${text}'.`)
}

/** The newest entries that are sent if nobody says how many. */
const usualLimit = 200

/** `?limit=50` */
export function limitOf(query: URLSearchParams, name = 'limit', usual = usualLimit): number {
  const given = query.get(name)
  return given === null ? usual : requireWhole(`?${name}`, given)
}

/** Refuses a query that asks for what is not there. */
export function requireQuery(query: URLSearchParams, known: readonly string[]): void {
  for (const name of query.keys())
    if (!known.includes(name))
      throw new UsageError(`There is no ?${name} here; there is: ${known.map((each) => `?${each}`).join(', ')}.`)
}
