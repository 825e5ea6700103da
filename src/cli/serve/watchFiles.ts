import { readdirSync, watch, type FSWatcher } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Editors write a file in several steps. Milliseconds. */
const pause = 60

/** What is looked at for changes. */
export interface Watched {
  readonly files: readonly string[]
  /** With all that is in them, but for packages and hidden folders. */
  readonly folders: readonly string[]
  /** Whether a new file beside these counts as well: one that could not be found when something was loaded. */
  readonly newcomers: boolean
}

export interface FileWatch {
  /** From now on these. */
  look(at: Watched): void
  close(): void
}

/**
 * Tells of changes to files, once for many at a time. Folders are watched and not the files themselves: an editor that puts a new
 * file in the old one's place is then seen as well.
 * @param ignored files that this process writes itself
 */
export function watchFiles(changed: () => void, ignored: readonly string[]): FileWatch {
  const watchers = new Map<string, FSWatcher>()
  let files = new Set<string>()
  let whole = new Set<string>()
  let newcomers = false
  let timer: NodeJS.Timeout | undefined

  function see(folder: string, name: string | null): void {
    const path = name === null ? undefined : join(folder, name)
    if (path !== undefined && ignored.some((file) => path === file || path === `${file}.tmp`)) return
    const counts = path === undefined || files.has(path) || (whole.has(folder) && isSource(path)) || (newcomers && isModule(path))
    if (!counts) return
    clearTimeout(timer)
    timer = setTimeout(changed, pause)
  }

  return {
    look(at) {
      files = new Set(at.files)
      whole = new Set(at.folders.flatMap((folder) => [folder, ...foldersBelow(folder)]))
      newcomers = at.newcomers
      const wanted = new Set([...whole, ...at.files.map((file) => dirname(file))])
      for (const [folder, watcher] of watchers) {
        if (wanted.has(folder)) continue
        watcher.close()
        watchers.delete(folder)
      }
      for (const folder of wanted) {
        if (watchers.has(folder)) continue
        try {
          // The folder may be gone by now, or go later: what is left is still watched.
          const watcher = watch(folder, (_, name) => see(folder, name))
          watcher.on('error', () => watchers.delete(folder))
          watchers.set(folder, watcher)
        } catch {
          watchers.delete(folder)
        }
      }
    },
    close() {
      clearTimeout(timer)
      for (const watcher of watchers.values()) watcher.close()
    },
  }
}

/** Neither hidden, nor one of an editor's own (`.orders.js.swp`, `orders.js~`, `#orders.js#`, vim's `4913`), nor what we may print to. */
function isSource(path: string): boolean {
  return !/^\.|~$|^#.*#$|^\d+$|^node_modules$|\.(?:log|tmp)$/.test(basename(path))
}

function isModule(path: string): boolean {
  return isSource(path) && /\.(?:[cm]?[jt]sx?|json|ya?ml)$/.test(path)
}

function foldersBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && isSource(entry.name))
      .flatMap(({ name }) => [join(folder, name), ...foldersBelow(join(folder, name))])
  } catch {
    return []
  }
}
