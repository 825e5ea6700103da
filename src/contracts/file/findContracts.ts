import { readdir, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { UsageError } from '../../errors/usageError'
import type { Contract } from '../contract'
import { readContract } from './readContract'

/**
 * Reads the contracts of files: a path, or a pattern in which `*` stands for any part of a name, `**` for any folders, `?` for one
 * character and `{a,b}` for either. A pattern that fits no file is refused: it would verify nothing.
 */
export async function findContracts(patterns: string | readonly string[]): Promise<readonly Contract[]> {
  const files = new Set<string>()
  for (const pattern of [patterns].flat()) {
    if (typeof pattern !== 'string' || pattern === '')
      throw new UsageError("Contracts are found by a path or a pattern, such as 'contracts/*.json'.")
    const found = await filesOf(pattern)
    if (found.length === 0) throw new UsageError(`No contract is at ${pattern}.`)
    for (const file of found) files.add(file)
  }
  const contracts: Contract[] = []
  for (const file of files) contracts.push(await readContract(file))
  return contracts
}

async function filesOf(pattern: string): Promise<readonly string[]> {
  const path = pattern.split(sep).join('/')
  if (!/[*?{]/.test(path)) return (await isFile(path)) ? [path] : []
  const folder = /^(?:[^*?{]*\/)?/.exec(path)![0]
  const below = await readdir(folder === '' ? '.' : folder, { recursive: true }).catch(() => [])
  const wanted = patternOf(path.slice(folder.length))
  const names = below.map((name) => name.split(sep).join('/')).filter((name) => wanted.test(name))
  const files = await Promise.all(names.map(async (name) => ((await isFile(join(folder, name))) ? [join(folder, name)] : [])))
  return files.flat().sort((a, b) => (a < b ? -1 : 1))
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

function patternOf(glob: string): RegExp {
  const text = glob.replace(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}|[.+^$()|[\]\\}{]/g, (sign) => {
    if (sign === '**/') return '(?:.*/)?'
    if (sign === '**') return '.*'
    if (sign === '*') return '[^/]*'
    if (sign === '?') return '[^/]'
    if (sign.length > 1)
      return `(?:${sign
        .slice(1, -1)
        .split(',')
        .map((each) => each.replace(/[.+^$()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*'))
        .join('|')})`
    return `\\${sign}`
  })
  return new RegExp(`^${text}$`)
}
