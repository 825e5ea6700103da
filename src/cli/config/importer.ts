import Module, { register } from 'node:module'
import { sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'
import { findTranslator } from './findTranslator'
import { moduleHooks, type HookData } from './moduleHooks'

/** Loads a module of the user's together with what it imports, as often as these change. */
export interface Importer {
  /** What the module exports, made anew with every call; packages are loaded once. Rejects with whatever the modules throw. */
  load(file: string): Promise<unknown>
  /** The user's own files that the last load has read, as far as it came. */
  files(): readonly string[]
}

const inPackage = `${sep}node_modules${sep}`

export function createImporter(): Importer {
  const cache = (Module as unknown as { readonly _cache: Record<string, unknown> })._cache
  // What was there before is ours, or the user's loader's.
  const early = new Set(Object.keys(cache))
  const required = () => Object.keys(cache).filter((path) => !early.has(path) && !path.includes(inPackage))
  const { port1: receiver, port2: port } = new MessageChannel()
  let loads = 0
  let read = new Set<string>()
  let isHooked = false

  /** Before Node.js 20.6 there are no hooks: what a module imports is then loaded once. */
  function hook(file: string): void {
    const isScript = /\.[cm]?tsx?$/.test(file)
    if (isHooked || typeof register !== 'function') return
    const data: HookData = { port, translator: isScript ? findTranslator(file) : translatorIfAny(file) }
    // Errors tell the lines that the user wrote.
    process.setSourceMapsEnabled(true)
    register(`data:text/javascript,${encodeURIComponent(moduleHooks)}`, { data, transferList: [port] })
    isHooked = true
  }

  function drain(): void {
    for (let message = receiveMessageOnPort(receiver); message !== undefined; message = receiveMessageOnPort(receiver))
      read.add(message.message as string)
  }

  return {
    async load(file) {
      hook(file)
      drain()
      read = new Set([file])
      for (const path of required()) delete cache[path]
      return (await import(`${pathToFileURL(file).href}?lambdouble=${++loads}`)) as unknown
    },
    files() {
      drain()
      return [...new Set([...read, ...required()])]
    },
  }
}

/** JavaScript may import TypeScript; whether that can be translated shows when it does. */
function translatorIfAny(file: string): HookData['translator'] {
  try {
    return findTranslator(file)
  } catch {
    return undefined
  }
}
