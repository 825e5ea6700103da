import { nearest } from '../errors/nearest'
import { UsageError } from '../errors/usageError'
import { isMembers } from '../usage/isMembers'
import { shown } from '../usage/readMembers'

/** Refuses what is no object of options, and options that a builder's short form does not have. */
export function requireOptions(where: string, given: unknown, known: readonly string[]): void {
  if (!isMembers(given))
    throw new UsageError(`${where}(...) needs an object with any of: ${known.join(', ')}, not ${shown(given)}.`)
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue
    const close = nearest(name, known)
    throw new UsageError(
      `${where}(...) has no option '${name}'.${close ? ` Did you mean '${close}'?` : ` It has: ${known.join(', ')}.`}`,
    )
  }
}
