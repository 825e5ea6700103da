/**
 * Lets the code that runs right now have its next `setTimeout` at once, and tells how long that would have taken. For code that
 * sleeps in the same breath; the global is back before anything else can run. A timer of zero is no way out: under a test
 * runner's fake timers even that one never fires.
 *
 * @param expected the length of that sleep, if it is known: no other timer is touched
 */
export function skipSleep(slept: (milliseconds: number) => void, expected?: number): void {
  const found = globalThis.setTimeout
  const putBack = () => {
    if (globalThis.setTimeout === atOnce) globalThis.setTimeout = found
  }
  const atOnce = ((...timer: [wake: () => void, milliseconds?: number]) => {
    const [wake, milliseconds = 0] = timer
    if (expected !== undefined && milliseconds !== expected) return found(...timer)
    putBack()
    slept(milliseconds)
    wake()
    return undefined
  }) as unknown as typeof setTimeout
  try {
    globalThis.setTimeout = atOnce
  } catch {
    return // A frozen global: the sleep is slept.
  }
  // A promise and not queueMicrotask, which fake timers replace as well.
  void Promise.resolve().then(putBack)
}
