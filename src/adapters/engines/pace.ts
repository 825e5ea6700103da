/** How a connection waits and what it tells; tests have one that does not wait. */
export interface Pace {
  /** Ends early, and without an error, when the signal fires. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
  now(): number
  /** Told what a person should know: that an engine cannot be reached, and that it is back. */
  log(line: string): void
}

/** Real time. */
export function realPace(log: (line: string) => void): Pace {
  return {
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve()
        const end = () => {
          clearTimeout(timer)
          signal.removeEventListener('abort', end)
          resolve()
        }
        const timer = setTimeout(end, milliseconds)
        signal.addEventListener('abort', end)
      }),
    now: () => Date.now(),
    log,
  }
}

/** Waits for work to be over, but not for ever. */
export async function within(pace: Pace, milliseconds: number, work: Promise<unknown>): Promise<void> {
  const timer = new AbortController()
  await Promise.race([work, pace.wait(milliseconds, timer.signal)])
  timer.abort()
}

/** Milliseconds to wait after so many failures in a row: half a second, doubling up to 30 seconds. */
const waitAfter = (failures: number) => Math.min(30_000, 500 * 2 ** (failures - 1))

/** Tries again what an engine refuses or does not answer, and says so: once when it begins, at each doubling, and when it is over. */
export interface Patience {
  /** Waits after a failure. */
  failed(error: unknown): Promise<void>
  succeeded(): void
}

export function createPatience(what: string, pace: Pace, signal: AbortSignal): Patience {
  let failures = 0
  return {
    async failed(error) {
      if (signal.aborted) return
      const wait = waitAfter(++failures)
      pace.log(`${what}: ${messageOf(error)}. Trying again in ${wait / 1000} s.`)
      await pace.wait(wait, signal)
    },
    succeeded() {
      if (failures > 0) pace.log(`${what}: it is back.`)
      failures = 0
    },
  }
}

/** An error of a refused connection says nothing but its code. */
export function messageOf(error: unknown): string {
  const { name = '', message = '', code } = (error ?? {}) as { name?: string; message?: string; code?: unknown }
  const parts = [typeof code === 'string' && !message.includes(code) ? code : '', name === 'Error' ? '' : name, message]
  return (
    parts
      .filter((part) => part !== '')
      .join(': ')
      // What the SDK says of errors of another realm, as Jest's are.
      .replace('AWS SDK error wrapper for ', '')
      .replace(/[.\s]+$/, '') || String(error)
  )
}
