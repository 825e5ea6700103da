import { kindOf } from '../matching/kindOf'

/** Whether a value can be read by its members. Lists, bytes, dates and promises are objects to JavaScript, and to an author they are not. */
export function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return kindOf(value) === 'object' && !isPromise(value)
}

/** Whether somebody forgot to await it. */
export function isPromise(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Promise]'
}
