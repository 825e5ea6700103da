import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname, join, relative, resolve, sep } from 'node:path'
import { UsageError } from '../../errors/usageError'
import { findTranslator } from '../config/findTranslator'
import { isSection, type Section } from './readTemplate'
import { zipFiles, zipFolder } from './zipFolder'

/** Code that lies on this disk, packed as it would be for an upload. */
export interface LocalCode {
  readonly zip: Uint8Array
  /** What to look at for changes. */
  readonly files: readonly string[]
  readonly folders: readonly string[]
}

export interface CodeRequest {
  /** As the template has it, relative to the template's folder. */
  readonly uri: string
  readonly base: string
  readonly handler: string | undefined
  /** A folder that everything lies in, in the archive. */
  readonly prefix?: string | undefined
  /** The resource's Metadata. */
  readonly metadata: unknown
  /** For messages: the place in the template. */
  readonly where: string
  readonly warn: (text: string) => void
}

const scripts = ['.ts', '.mts', '.cts', '.tsx']

/**
 * Packs a function's folder, or an archive that is there already. TypeScript, and what has `BuildMethod: esbuild` in its Metadata, is
 * bundled by the user's esbuild as `sam build` does it.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-using-build-typescript.html
 */
export async function packCode({ uri, base, handler, prefix, metadata, where, warn }: CodeRequest): Promise<LocalCode> {
  const path = resolve(base, uri)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) throw new UsageError(`${where}: there is no code at ${path}.`)
  if (found.isFile())
    return {
      zip: ['.zip', '.jar'].includes(extname(path))
        ? readFileSync(path)
        : zipFiles([{ name: path.split(sep).at(-1)!, content: readFileSync(path) }]),
      files: [path],
      folders: [],
    }
  const build = isSection(metadata) && metadata.BuildMethod === 'esbuild' ? metadata : undefined
  const entry = handler === undefined ? undefined : scriptOf(path, handler)
  if (build === undefined && entry === undefined) return { zip: zipFolder(path, prefix), files: [], folders: [path] }
  return bundle({ path, entry, properties: isSection(build?.BuildProperties) ? build.BuildProperties : {}, where, warn })
}

/** `src/app.handler` is src/app.ts, if there is no src/app.js. */
function scriptOf(folder: string, handler: string): string | undefined {
  const module = join(folder, handler.replace(/\.[^./]*$/, ''))
  if (['.js', '.mjs', '.cjs'].some((ending) => existsSync(module + ending))) return undefined
  const ending = scripts.find((each) => existsSync(module + each))
  return ending === undefined ? undefined : module + ending
}

interface Esbuild {
  build(options: object): Promise<{
    readonly outputFiles: readonly { readonly path: string; readonly contents: Uint8Array }[]
    readonly metafile: { readonly inputs: Readonly<Record<string, unknown>> }
  }>
}

/** Properties of SAM's that are esbuild's own, under their names there. */
const passedOn: Readonly<Record<string, string>> = {
  Minify: 'minify',
  Target: 'target',
  External: 'external',
  Format: 'format',
  MainFields: 'mainFields',
  KeepNames: 'keepNames',
  Banner: 'banner',
  Footer: 'footer',
  TreeShaking: 'treeShaking',
}

interface Bundling {
  readonly path: string
  readonly entry: string | undefined
  readonly properties: Section
  readonly where: string
  readonly warn: (text: string) => void
}

async function bundle({ path, entry, properties, where, warn }: Bundling): Promise<LocalCode> {
  const translator = findTranslator(join(path, 'index.js'))
  if (translator?.name !== 'esbuild')
    throw new UsageError(
      `${where}: bundling this function takes esbuild: npm install --save-dev esbuild, or run sam build and serve .aws-sam/build/template.yaml.`,
    )
  const given = properties.EntryPoints
  const isNamed = Array.isArray(given)
  const entryPoints = isNamed ? given.map((file) => join(path, String(file))) : entry === undefined ? [] : [entry]
  if (entryPoints.length === 0)
    throw new UsageError(`${where}: Metadata.BuildProperties needs EntryPoints, such as [src/app.ts].`)
  const options: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(properties)) {
    if (Object.hasOwn(passedOn, name)) options[passedOn[name]!] = value
    else if (name === 'Loader') options.loader = pairs(value)
    else if (name === 'Define' || name === 'Alias') options[name.toLowerCase()] = pairs(value)
    else if (name === 'OutExtension') options.outExtension = pairs(value)
    else if (!['EntryPoints', 'Sourcemap', 'SourcesContent'].includes(name))
      warn(`${where}: Metadata.BuildProperties.${name} is not known here, and left out.`)
  }
  const esbuild = createRequire(translator.path)(translator.path) as Esbuild
  const outdir = join(path, 'out')
  try {
    const { outputFiles, metafile } = await esbuild.build({
      target: 'node20',
      format: 'cjs',
      ...options,
      entryPoints,
      outdir,
      // sam build leaves this to esbuild, which puts what was named beside each other.
      ...(!isNamed && { outbase: path }),
      absWorkingDir: path,
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      sourcemap: properties.Sourcemap === false ? false : 'inline',
      logLevel: 'silent',
    })
    const files = outputFiles.map((file) => ({ name: relative(outdir, file.path).split(sep).join('/'), content: file.contents }))
    const inputs = Object.keys(metafile.inputs).map((file) => resolve(path, file))
    return { zip: zipFiles(files), files: inputs.filter((file) => !file.includes(`${sep}node_modules${sep}`)), folders: [] }
  } catch (error) {
    const [first] =
      (
        error as {
          readonly errors?: readonly {
            readonly text: string
            readonly location?: { readonly file: string; readonly line: number }
          }[]
        }
      ).errors ?? []
    if (first === undefined) throw error
    const place = first.location ? `${resolve(path, first.location.file)}:${first.location.line}` : where
    throw new UsageError(`${place} cannot be bundled: ${first.text}`, { cause: error })
  }
}

/** SAM writes `Loader: [.html=text]` */
function pairs(value: unknown): Record<string, string> {
  const items = Array.isArray(value) ? (value as unknown[]).map(String) : []
  return Object.fromEntries(items.map((item) => [item.slice(0, item.indexOf('=')), item.slice(item.indexOf('=') + 1)]))
}
