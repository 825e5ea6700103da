import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { nearest } from '../../errors/nearest'
import { UsageError } from '../../errors/usageError'

/** Where functions come from. */
export interface Source {
  readonly kind: 'config' | 'template'
  /** Absolute. */
  readonly file: string
}

const scripts = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs']
const templates = ['.yaml', '.yml', '.json', '.template']

/**
 * The configuration or template that was named, or the configuration that is there.
 * @returns undefined if nothing was named and nothing is there
 */
export function findSource(cwd: string, named: string | undefined): Source | undefined {
  if (named === undefined) {
    const file = scripts.map((ending) => join(cwd, `lambdouble.config${ending}`)).find((path) => existsSync(path))
    return file === undefined ? undefined : { kind: 'config', file }
  }
  const file = resolve(cwd, named)
  if (!existsSync(file)) throw missing(file, named)
  if (!statSync(file).isFile()) throw new UsageError(`${named} is a folder: name a configuration or a template in it.`)
  if (scripts.includes(extname(file))) return { kind: 'config', file }
  if (templates.includes(extname(file))) return { kind: 'template', file }
  throw new UsageError(
    `${named} is neither a configuration (${scripts.join(', ')}) nor a template (${templates.join(', ')}): its ending is '${extname(file)}'.`,
  )
}

function missing(file: string, named: string): UsageError {
  const folder = dirname(file)
  const there = existsSync(folder) ? readdirSync(folder).filter((name) => [...scripts, ...templates].includes(extname(name))) : []
  const close = nearest(basename(file), there)
  return new UsageError(`There is no file ${named}.${close === undefined ? '' : ` Did you mean ${join(dirname(named), close)}?`}`)
}
