import type { CurrentScope } from './scope'

/** `process.env` while it is patched. */
export interface PatchedEnv {
  /** What it is outside of all environments. */
  outside(): NodeJS.ProcessEnv
  undo(): void
}

/** Makes `process.env` an accessor: the code of an environment gets its own, everybody else the object that was there. */
export function patchEnv(current: CurrentScope): PatchedEnv | undefined {
  const found = Object.getOwnPropertyDescriptor(process, 'env')
  // Somebody else's accessor stays: it has the last word on what there is to see.
  if (!found?.configurable || !('value' in found)) return undefined
  let outside = found.value as NodeJS.ProcessEnv

  const get = (): NodeJS.ProcessEnv => {
    const scope = current()
    return scope?.newEnv ? (scope.env ??= scope.newEnv()) : outside
  }
  const set = (env: NodeJS.ProcessEnv): void => {
    const scope = current()
    if (scope?.newEnv) scope.env = env
    else outside = env
  }
  Object.defineProperty(process, 'env', { get, set, enumerable: found.enumerable ?? true, configurable: true })
  return {
    outside: () => outside,
    undo() {
      // Somebody else has put something there meanwhile: it is theirs now.
      if (Object.getOwnPropertyDescriptor(process, 'env')?.get !== get) return
      Object.defineProperty(process, 'env', { ...found, value: outside })
    },
  }
}
