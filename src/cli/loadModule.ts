import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UsageError } from '../errors/usageError'

/** Loads a module of the user's, named as seen from a folder. */
export type LoadModule = (file: string, cwd: string) => Promise<Readonly<Record<string, unknown>>>

/** What a module of the user's exports, its default export's members included: people export handlers in either way. */
export const loadModule: LoadModule = async (file, cwd) => {
  let exports: Readonly<Record<string, unknown>>
  try {
    exports = (await import(pathToFileURL(resolve(cwd, file)).href)) as typeof exports
  } catch (error) {
    const { code, message = String(error) } = (error ?? {}) as Partial<NodeJS.ErrnoException>
    const advice =
      code === 'ERR_UNKNOWN_FILE_EXTENSION'
        ? ' Node.js reads TypeScript from version 22.18 on; for an older one: npx tsx node_modules/.bin/lambdouble ...'
        : ''
    throw new UsageError(`The module ${file} cannot be loaded: ${message.replace(/\.?$/, '.')}${advice}`, { cause: error })
  }
  // A CommonJS module that was compiled from an ECMAScript module has its default export in a member.
  const given = exports.default as Readonly<Record<string, unknown>> | undefined
  const inner = given?.default as Readonly<Record<string, unknown>> | undefined
  return { ...membersOf(inner), ...membersOf(given), ...exports }
}

function membersOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
