import type { Patch } from './scope'

type Method = (this: unknown, ...input: unknown[]) => unknown

/**
 * Puts a function in the place of a method while it is on.
 * @param wrap makes the function, given what it stands for. It is made anew if somebody has put something upon the last one, such
 * as a spy, which may go on leading to it
 */
export function methodPatch(
  target: object,
  name: string,
  wrap: (found: (self: unknown, input: unknown[]) => unknown) => Method,
): Patch {
  const place = target as Record<string, Method>
  let found: Method
  let method: Method | undefined
  let isOwn = false

  function newMethod(): Method {
    let original = found
    const made = wrap((self, input) => Reflect.apply(made === method ? (original = found) : original, self, input))
    return made
  }

  return {
    on() {
      found = place[name]!
      isOwn = Object.hasOwn(place, name)
      method ??= newMethod()
      try {
        place[name] = method
      } catch {
        // What is read-only stays.
      }
    },
    off() {
      // Somebody else has put something there meanwhile: it is theirs now.
      if (place[name] !== method) method = undefined
      else if (isOwn) place[name] = found
      else Reflect.deleteProperty(place, name)
    },
  }
}
