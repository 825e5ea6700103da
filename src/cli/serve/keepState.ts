import type { MockLambda } from '../../double/mock'
import { brokenState, type StateFile } from './stateFile'

/** Calls that come one upon the other are kept together. Milliseconds. */
const pause = 100

/** Reads and runs change nothing that is kept. */
const changing = /^(?!Get|List|Invoke)/

/** Takes over what a state file holds. Throws a UsageError that names the file if the double cannot. */
export function takeState(lambda: MockLambda, file: StateFile): boolean {
  const state = file.read()
  if (state === undefined) return false
  try {
    lambda.load(state as never)
  } catch (error) {
    throw brokenState(file.path, (error as Error).message.split('\n')[0]!, error)
  }
  return true
}

/** Writes the state after calls that may have changed it. */
export interface StateKeeper {
  /** Writes what is now. */
  save(): void
  /** Writes it for the last time. */
  close(): void
}

/** @param warn told why the state could not be written; it is tried again after the next change */
export function keepState(lambda: MockLambda, file: StateFile, warn: (text: string) => void): StateKeeper {
  let timer: NodeJS.Timeout | undefined
  const save = () => {
    clearTimeout(timer)
    timer = undefined
    try {
      file.write(`${JSON.stringify(lambda.snapshot())}\n`)
    } catch (error) {
      warn(`The state could not be written to ${file.path}: ${(error as Error).message}`)
    }
  }
  const stop = lambda.inspection.watch((happening) => {
    if (happening.kind !== 'reset' && (happening.kind !== 'call' || !changing.test(happening.operation ?? 'Get'))) return
    timer ??= setTimeout(save, pause)
  })
  return {
    save,
    close() {
      stop()
      save()
    },
  }
}
