/** Puts `value` in the place of a property and gives the way back to exactly what was found there. */
export function swapProperty(target: object, name: string, value: unknown): () => void {
  const found = Object.getOwnPropertyDescriptor(target, name)
  Object.defineProperty(target, name, { value, writable: true, enumerable: found?.enumerable ?? true, configurable: true })
  return () => {
    // Somebody else has put something there meanwhile: it is theirs now.
    if (Object.getOwnPropertyDescriptor(target, name)?.value !== value) return
    if (found) Object.defineProperty(target, name, found)
    else Reflect.deleteProperty(target, name)
  }
}
