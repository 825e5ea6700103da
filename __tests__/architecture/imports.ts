import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { isOperationFile, type Rule } from './rule'
import type { Import, Source } from './readSources'

/**
 * Which module may import which. A module is a folder of src, or one of the two files exchange and door; the folder double and the
 * other files of src that are no entry put everything together. `a/b` names one file or folder of a module, `a:types` says that nothing but its
 * types may be imported. Adapters and cli stand in no list but cli's: nothing inside knows them. A template is read by AWS's model, and its
 * code is packed; that is what cli takes model, arns and checksum for.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  clock: [],
  json: [],
  matching: [],
  errors: ['model'],
  wire: ['model', 'errors', 'json'],
  state: ['model', 'errors', 'clock', 'json'],
  runtime: [
    ...['state', 'errors', 'clock', 'json', 'model:types'],
    // What a function streams lies where its frame will be, and comes without a promise if it is there.
    ...['wire/eventStream', 'wire/crc32', 'wire/frameRoom', 'wire/pieces:types'],
  ],
  operations: ['state', 'runtime', 'errors', 'clock', 'model', 'json', 'wire/pieces:types'],
  usage: ['model', 'errors', 'matching'],
  // The faults of a stream strike at its frames.
  faults: ['model', 'errors', 'clock', 'matching', 'usage', 'wire/messages:types', 'wire/eventStream', 'wire/attemptOf'],
  journal: [
    ...['model', 'errors', 'clock', 'matching', 'usage', 'wire/messages:types', 'wire/pieces:types', 'wire/attemptOf'],
    ...['runtime/invocation:types', 'runtime/destinations/delivery:types'],
  ],
  contracts: ['model', 'errors', 'clock', 'json', 'matching', 'usage', 'wire/messages:types'],
  exchange: ['wire', 'operations', 'faults', 'journal', 'contracts', 'errors', 'model', 'state', 'runtime:types', 'clock:types'],
  // What other services send to functions, and what they make of the answers: an HTTP API does as function URLs do.
  events: ['state', 'errors', 'clock', 'usage', 'runtime/function-urls'],
  builders: ['operations', 'state', 'errors', 'usage', 'model', 'clock/duration', 'runtime:types', 'contracts:types'],
  assertions: [
    ...['journal', 'contracts:types', 'matching', 'usage', 'errors', 'model:types'],
    ...['runtime/invocation:types', 'runtime/destinations/delivery:types', 'runtime/event-sources/sourceMessages:types'],
  ],
  door: ['wire/messages:types', 'clock:types', 'errors', 'composition:types'],
  composition: [
    ...['model', 'clock', 'matching', 'usage', 'errors', 'wire', 'state', 'runtime', 'operations', 'faults', 'journal'],
    // A contract is verified on a double whose door stays closed.
    ...['contracts', 'exchange', 'builders', 'events', 'assertions', 'door'],
  ],
  adapters: [
    ...['composition:types', 'door', 'wire/messages:types', 'wire/pieces:types', 'wire/requireBodySize', 'errors', 'clock:types'],
    // Records of real queues and streams are made at the edge.
    ...['runtime/event-sources/engines:types', 'runtime/destinations/delivery:types'],
  ],
  cli: [
    ...['composition', 'door', 'wire/messages:types', 'errors', 'clock:types', 'adapters', 'contracts', 'journal:types'],
    ...['model', 'json', 'state/arns', 'wire/crc32', 'builders:types'],
  ],
}

const manifest = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { exports: object; bin?: object }

/** The entries of the package, as package.json's exports and bin name them: 'index', 'jest'. */
export const entries: readonly string[] = [
  ...new Set(JSON.stringify([manifest.exports, manifest.bin]).match(/(?<=\.\/dist\/)[\w-]+(?=\.[cm]js")/g)),
]

const isEntryPath = (path: string) => entries.includes(path)
export const isEntry = ({ path }: Source) => isEntryPath(path)

/** The module that a file belongs to. */
function moduleOf(path: string): string {
  if (path.startsWith('double/')) return 'composition'
  if (path.includes('/')) return path.split('/')[0]!
  return path === 'exchange' || path === 'door' ? path : 'composition'
}

const within = (target: string, place: string) => target === place || target.startsWith(`${place}/`)

function permitted({ target, typeOnly }: Import, module: string, allowed: readonly string[]): boolean {
  if (target === undefined) return true
  if (isEntryPath(target)) return false
  if (moduleOf(target) === module) return true
  return allowed.some((entry) => {
    const [place, restriction] = entry.split(':')
    return (within(target, place!) || moduleOf(target) === place) && (restriction === undefined || typeOnly)
  })
}

/** Imports point inward, as the table says. */
export const importTable: Rule = (sources) =>
  sources
    .filter((source) => !isEntry(source))
    .flatMap((source) => {
      const module = moduleOf(source.path)
      const allowed = mayImport[module]
      if (allowed === undefined) return [`${source.path}: module ${module} is not in the import table`]
      return source.imports
        .filter((found) => !permitted(found, module, allowed))
        .map((found) => `${source.path}: ${module} may not import ${found.typeOnly ? '' : 'values of '}${found.target}`)
    })

/** Imports are relative, without extension and without index, and so name a file. */
export const importsExist: Rule = (sources) => {
  const paths = new Set(sources.map((source) => source.path))
  return sources.flatMap((source) =>
    source.imports
      .filter((found) => found.target !== undefined && !paths.has(found.target))
      .map(
        (found) =>
          `${source.path}: '${found.specifier}' names no file; imports are relative, without extension and without index`,
      ),
  )
}

/** An operation never calls another one: what two of them share lies in a file of the resource. */
export const operationsApart: Rule = (sources) =>
  sources
    .filter((source) => source.path.startsWith('operations/') && source.path !== 'operations/registry')
    .flatMap((source) =>
      source.imports
        .filter((found) => found.target !== undefined && isOperationFile(found.target))
        .map((found) => `${source.path}: imports the operation ${found.target}; move what both need to a file of the resource`),
    )

/** No file needs itself, by however many others. */
export const noCycles: Rule = (sources) => {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const done = new Set<string>()
  const violations: string[] = []
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) violations.push(`${path}: is part of an import cycle: ${[...trail.slice(start), path].join(' -> ')}`)
    if (start >= 0 || done.has(path)) return
    for (const { target } of byPath.get(path)?.imports ?? []) if (target !== undefined) walk(target, [...trail, path])
    done.add(path)
  }
  for (const { path } of sources) walk(path, [])
  return violations
}

const isPackage = ({ target, specifier }: Import) => target === undefined && !specifier.startsWith('node:')

/** What contracts ask of other packages, each of them only when it is needed: JSON Schema, valibot's way to it, and XML. */
const schemaPackages = /^(ajv\/dist\/2020\.js|@valibot\/to-json-schema|fast-xml-parser)$/

/** Runners, nock, sinon and the SDK are known at the edge only. */
export const packagesAtTheEdge: Rule = (sources) =>
  sources
    .filter((source) => !isEntry(source) && !['adapters', 'assertions', 'cli'].includes(moduleOf(source.path)))
    .flatMap((source) =>
      source.imports
        .filter(
          (found) =>
            isPackage(found) && !(moduleOf(source.path) === 'contracts' && found.lazy && schemaPackages.test(found.specifier)),
        )
        .map((found) =>
          builtinModules.includes(found.specifier)
            ? `${source.path}: write 'node:${found.specifier}'`
            : `${source.path}: imports the package ${found.specifier}; only adapters, assertions, cli and entries may`,
        ),
    )

/** The default entry loads no package at run time: it works beside any SDK, or without one. */
export const indexLoadsNoPackage: Rule = (sources) => {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const reached = new Set<string>()
  const reach = (path: string): void => {
    if (reached.has(path)) return
    reached.add(path)
    for (const found of byPath.get(path)?.imports ?? []) if (found.target !== undefined && !found.typeOnly) reach(found.target)
  }
  reach('index')
  return [...reached].flatMap((path) =>
    (byPath.get(path)?.imports ?? [])
      .filter((found) => isPackage(found) && !found.typeOnly && !found.lazy)
      .map((found) => `${path}: is loaded by the default entry and imports ${found.specifier}`),
  )
}
