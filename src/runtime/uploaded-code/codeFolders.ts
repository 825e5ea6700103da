import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { CodeRecord, Configuration } from '../../state/functionRecord'
import { unpackArchive } from './unpackArchive'

/** Code and layers of a function, unpacked. */
export interface CodeFolder {
  /** Stands for Lambda's `/`: has `var/task` and `opt`. */
  readonly root: string
  /** To be called once by everybody who took it; the last one removes the folder. */
  readonly release: () => void
}

/**
 * The temporary folders of one double. Node.js loads modules from a disk, so what `require`, `import`, JSON files, node_modules
 * and layers mean is only right there. A folder is private to the user (mkdtemp), is shared by the environments that run the
 * same code, and is gone with the last of them.
 */
export interface CodeFolders {
  take(code: CodeRecord, configuration: Configuration): CodeFolder
  /** Removes all of them. */
  close(): void
}

interface Kept {
  readonly base: string
  readonly root: string
  users: number
}

export function createCodeFolders(): CodeFolders {
  const folders = new Map<string, Kept>()
  const atExit = () => close()

  function remove(key: string, { base }: Kept): void {
    folders.delete(key)
    rmSync(base, { recursive: true, force: true })
    if (folders.size === 0) process.removeListener('exit', atExit)
  }

  function close(): void {
    for (const [key, folder] of folders) remove(key, folder)
  }

  return {
    take(code, configuration) {
      const { runtime, layers } = configuration
      const key = JSON.stringify([code.sha256, runtime, layers.map(({ arn }) => arn)])
      let folder = folders.get(key)
      if (folder === undefined) {
        const base = realpathSync(mkdtempSync(join(tmpdir(), 'lambdouble-')))
        // A process that ends without restore() leaves nothing behind either.
        if (folders.size === 0) process.on('exit', atExit)
        folders.set(key, (folder = { base, root: join(base, 'root'), users: 0 }))
        try {
          unpack(folder, code, configuration)
        } catch (error) {
          remove(key, folder)
          throw error
        }
      }
      const taken = folder
      taken.users++
      let isReleased = false
      return {
        root: taken.root,
        release() {
          if (isReleased) return
          isReleased = true
          if (--taken.users === 0 && folders.get(key) === taken) remove(key, taken)
        },
      }
    },
    close,
  }
}

/**
 * Layers are found as on Lambda, in /opt/nodejs/nodeNN/node_modules and then /opt/nodejs/node_modules, by `require` and `import`:
 * links to these lie where Node.js looks when it goes up from the code. After them comes the AWS SDK, which Lambda's runtimes
 * bring along: that of the project, if it has one.
 */
function unpack({ base, root }: Kept, code: CodeRecord, { runtime, layers }: Configuration): void {
  const task = join(root, 'var/task')
  const opt = join(root, 'opt')
  mkdirSync(task, { recursive: true, mode: 0o700 })
  mkdirSync(opt, { mode: 0o700 })
  unpackArchive(code.zip!, task, new Set())
  const links = new Set<string>()
  for (const { zip } of layers) if (zip !== undefined) unpackArchive(zip, opt, links)
  link(join(opt, `nodejs/node${nodeVersion(runtime)}/node_modules`), join(root, 'var/node_modules'))
  link(join(opt, 'nodejs/node_modules'), join(root, 'node_modules'))
  // Nothing above the code says what kind of modules it has.
  writeFileSync(join(root, 'package.json'), '{}')
  for (const scope of ['@aws-sdk', '@smithy']) {
    const installed = findUp(process.cwd(), `node_modules/${scope}`)
    if (installed !== undefined) {
      mkdirSync(join(base, 'node_modules'), { recursive: true, mode: 0o700 })
      link(installed, join(base, 'node_modules', scope))
    }
  }
}

/** 22 of nodejs22.x. */
export function nodeVersion(runtime: string | undefined): string {
  return /\d+/.exec(runtime ?? '')?.[0] ?? ''
}

function link(target: string, path: string): void {
  if (existsSync(target)) symlinkSync(target, path, 'dir')
}

function findUp(from: string, name: string): string | undefined {
  const path = join(from, name)
  if (existsSync(path)) return path
  return dirname(from) === from ? undefined : findUp(dirname(from), name)
}
