import { operations } from '../../src/model/operations'
import type { Source } from './readSources'

/** Looks through all files and names each breach: the file, then what is wrong with it. */
export type Rule = (sources: readonly Source[]) => readonly string[]

/** The last part of a path: 'usageError' of 'errors/usageError'. */
export const baseName = (path: string) => path.split('/').at(-1)!

/** Whether a file holds an operation of the Lambda API: 'operations/aliases/createAlias'. */
export function isOperationFile(path: string): boolean {
  const name = baseName(path)
  return path.startsWith('operations/') && `${name[0]!.toUpperCase()}${name.slice(1)}` in operations
}
