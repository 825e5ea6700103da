/**
 * What most tests never use is read when they do: importing lambdouble costs what `mockLambda()` and an Invoke take, and no more.
 *
 * A file of src that `waits` lists, and all that nothing else needs, goes to a chunk named after its folder: `later-events-http`. Where
 * Rollup would write `const laterEvents = require('./later-events.cjs')` at the head of a chunk, `readLater` puts a proxy that reads
 * the chunk when something of it is first asked for, and makes way for it. The code below stays as it was, line by line, and the
 * sources know nothing of all this. They have to ask late, though: a table of functions holds `() => createAlias`.
 *
 * What happens without having been asked for, such as a handler's log or a refusal, is no part of the list: a test may leave a call
 * behind, and after its last test Jest refuses to read any file. After `jest.resetModules()` it reads all of them anew, the core too,
 * which is why whatever has to be the same for two copies of lambdouble hangs on `Symbol.for`, as it does for two realms.
 */
import { posix, relative, sep } from 'node:path'

const waits = [
  // Operations but those by which a first function is made and invoked, with functions' URLs and code for download.
  /^operations\/[\w-]+\/(?!createFunction$)(answer|add|check|create|delete|download|get|list|put|publish|remove|send|stop|tag|untag|update|invoke)[A-Z]/,
  // Matchers, the texts of `verify()`, `lambda.inspection`, snapshots.
  /^assertions\/(?!assertionView|createAssert|matcherTable|mockRegistry)/,
  /^double\/(unmetExpectations|savedGraph|inspection\/\w+View)$/,
  /^state\/(graph|worldImage)$/,
  // What a test says of functions, calls and faults, and how it is checked; but for what a first function needs.
  /^builders\/(seed|configure|layer|stream)[A-Z]/,
  /^matching\/(?!kindOf$)/,
  /^usage\/(?!(isMembers|requireRegion|sentMembers)$)/,
  /^faults\/(createRuleBuilder$|behaviours\/)/,
  /^contracts\/(?!api\/|consumer\/)/,
  // What else starts functions, and other ways to run them.
  /^events\//,
  /^builders\/event-sources\//,
  /^runtime\/event-sources\/(?!createEventSources$)/,
  /^runtime\/(durable|function-urls)\//,
  /^runtime\/streaming\/(callStreaming|streamedBody)$/,
  /^runtime\/uploaded-code\/(?!uploadedCode$|codeFolders$)/,
  /^double\/passesOn$/,
  /^adapters\/fetch\/answerFetch$/,
  // Streams on the wire, AWS's tables, and real time.
  /^wire\/eventStream$/,
  /^model\//,
  /^clock\/systemClock$/,
]

const pathOf = (id) => relative('src', id).split(sep).join('/').replace(/\.ts$/, '')

/** Rollup's `manualChunks`: `core` is what `entry` needs at once. */
export function chunksFor(entry) {
  let core
  return (id, { getModuleInfo }) => {
    core ??= withoutWaiting(entry, getModuleInfo)
    const path = pathOf(id)
    if (core.has(path)) return 'core'
    if (path.startsWith('..') || !path.includes('/')) return undefined
    return `later-${posix.dirname(path).replaceAll('/', '-')}`
  }
}

function withoutWaiting(entry, getModuleInfo) {
  const found = new Set()
  const add = (id) => {
    const path = pathOf(id)
    if (found.has(path) || waits.some((pattern) => pattern.test(path))) return
    found.add(path)
    getModuleInfo(id)?.importedIds.forEach(add)
  }
  add(entry)
  return found
}

/** The plugin that has the chunks `later-...` read late. Every line stays where it was, and so do the source maps. */
export const readLater = {
  name: 'read-later',
  renderChunk: (code) => ({
    code: code.replace(
      /^const (\w+) = require\(('[^']*\/later-[^']*')\);$/gm,
      'let $1 = new Proxy({}, { get: (_, name) => ($1 = require($2))[name] });',
    ),
    map: null,
  }),
}
