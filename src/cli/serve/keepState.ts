import { enginesOf } from '../../double/engines'
import type { MockLambda } from '../../double/mock'
import { brokenState, type StateFile } from './stateFile'

/** Calls that come one upon the other are kept together. Milliseconds. */
const pause = 100

/** Mappings read all the time, and what was not kept only comes again: it is kept less often. Milliseconds. */
const pauseOfMappings = 1_000

/** Reads change nothing that is kept, and runs only what a mapping still has to read. */
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

/** Writes the state after calls and runs that may have changed it. */
export interface StateKeeper {
  /** Writes what is now. */
  save(): void
  /** Writes it for the last time. */
  close(): void
}

/** @param warn told why the state could not be written; it is tried again after the next change */
export function keepState(lambda: MockLambda, file: StateFile, warn: (text: string) => void): StateKeeper {
  let planned: { readonly timer: NodeJS.Timeout; readonly at: number } | undefined
  const saveWithin = (milliseconds: number) => {
    const at = Date.now() + milliseconds
    if (planned !== undefined && planned.at <= at) return
    clearTimeout(planned?.timer)
    planned = { timer: setTimeout(save, milliseconds), at }
  }
  const save = () => {
    clearTimeout(planned?.timer)
    planned = undefined
    try {
      file.write(`${JSON.stringify(lambda.snapshot())}\n`)
    } catch (error) {
      warn(`The state could not be written to ${file.path}: ${(error as Error).message}`)
    }
  }
  const stop = lambda.inspection.watch((happening) => {
    if (happening.kind === 'reset') saveWithin(pause)
    else if (happening.kind === 'call' && changing.test(happening.operation ?? 'Get')) saveWithin(pause)
    else if (happening.kind === 'invocation' && enginesOf(lambda).mappings().length > 0) saveWithin(pauseOfMappings)
  })
  return {
    save,
    close() {
      stop()
      save()
    },
  }
}
