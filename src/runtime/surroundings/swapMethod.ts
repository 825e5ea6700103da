/** Puts a function in the place of a method and gives the way back to exactly what was found there. */
export function swapMethod<Target extends object, Name extends keyof Target & string>(
  target: Target,
  name: Name,
  method: Target[Name],
): () => void {
  const found = Object.getOwnPropertyDescriptor(target, name)
  if (found && !found.writable) return () => {}
  target[name] = method
  return () => {
    // Somebody else has put something there meanwhile: it is theirs now.
    if (target[name] !== method) return
    if (found) Object.defineProperty(target, name, found)
    else Reflect.deleteProperty(target, name)
  }
}
