import { closeSync, existsSync, fsyncSync, openSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { UsageError } from '../../errors/usageError'

/** A file that keeps a state across runs. Whatever happens, it holds what was written before or what was written last. */
export interface StateFile {
  readonly path: string
  /** What it holds; undefined if there is no such file. Throws a UsageError if it cannot be read as JSON; the file stays as it is. */
  read(): unknown
  /** Writes a JSON text, unless it is there already. */
  write(text: string): void
}

/** Its values of environment variables are for nobody else. */
const mode = 0o600

export function openStateFile(cwd: string, named: string): StateFile {
  let path = resolve(cwd, named)
  // A link stays one: what it leads to is replaced.
  if (existsSync(path)) path = realpathSync(path)
  else if (!existsSync(dirname(path))) throw new UsageError(`--state ${named}: there is no folder ${dirname(path)}.`)
  let last: string | undefined

  return {
    path,
    read() {
      let text: string
      try {
        text = readFileSync(path, 'utf8')
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw new UsageError(`The state file ${path} cannot be read: ${(error as Error).message}.`, { cause: error })
      }
      try {
        const state = JSON.parse(text) as unknown
        last = text
        return state
      } catch (error) {
        throw brokenState(path, `it is no JSON: ${(error as Error).message}`, error)
      }
    },
    write(text) {
      if (text === last) return
      // In the same folder, for a rename replaces a file at once only within one file system. What was killed leaves it to the next.
      const draft = `${path}.tmp`
      const file = openSync(draft, 'w', mode)
      try {
        writeFileSync(file, text)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      renameSync(draft, path)
      syncFolder(dirname(path))
      last = text
    },
  }
}

export function brokenState(path: string, why: string, cause: unknown): UsageError {
  const advice = 'It was left as it is: mend it, move it away to begin anew, or name another with --state.'
  return new UsageError(`The state file ${path} is broken: ${why}. ${advice}`, { cause })
}

/** The new name lasts once the folder is written, too. Windows cannot open a folder, and does without. */
function syncFolder(folder: string): void {
  let handle: number | undefined
  try {
    handle = openSync(folder, 'r')
    fsyncSync(handle)
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}
