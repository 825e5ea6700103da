import { resolve } from 'node:path'
import { isUsageError, UsageError } from '../errors/usageError'
import { createImporter } from './config/importer'

/** Loads a module of the user's, named as seen from a folder. */
export type LoadModule = (file: string, cwd: string) => Promise<Readonly<Record<string, unknown>>>

/** What a module of the user's exports, its default export's members included: people export handlers in either way. */
export const loadModule: LoadModule = async (file, cwd) => {
  let exports: Readonly<Record<string, unknown>>
  try {
    exports = (await createImporter().load(resolve(cwd, file))) as typeof exports
  } catch (error) {
    if (isUsageError(error)) throw error
    const { message = String(error) } = (error ?? {}) as Partial<Error>
    throw new UsageError(`The module ${file} cannot be loaded: ${message}`, { cause: error })
  }
  // A CommonJS module that was compiled from an ECMAScript module has its default export in a member.
  const given = exports.default as Readonly<Record<string, unknown>> | undefined
  const inner = given?.default as Readonly<Record<string, unknown>> | undefined
  return { ...membersOf(inner), ...membersOf(given), ...exports }
}

function membersOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
