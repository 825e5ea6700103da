import { nearest } from '../errors/nearest'
import { UsageError } from '../errors/usageError'
import { isMembers } from './isMembers'
import { shown } from './readMembers'

/** Refuses what is no object, and options that do not exist. `subject` begins the message, e.g. `on('Invoke').throttles`. */
export function requireOptions(given: unknown, known: readonly string[], subject: string): void {
  if (!isMembers(given)) throw new UsageError(`${subject} takes an object with ${known.join(', ')}, not ${shown(given)}.`)
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue
    const close = nearest(name, known)
    throw new UsageError(`${subject} has no option ${name}.${close ? ` Did you mean ${close}?` : ` It has ${known.join(', ')}.`}`)
  }
}
