export type Fetch = typeof globalThis.fetch

/** Answers the calls of fetch that are meant for it; undefined leaves a call to others. `next` is the fetch that was there. */
export type FetchLayer = (input: unknown, init: RequestInit | undefined, next: Fetch) => Promise<Response> | undefined

interface Patch {
  readonly layers: FetchLayer[]
  /** Puts the original back once no layer is left. */
  readonly tidy: () => void
}

// Registered, so that other copies of this package in the same realm find the one patch.
const patchKey = Symbol.for('lambdouble.fetchPatch')

/**
 * Puts a layer before `globalThis.fetch`, the newest first. Gives the way back: with the last layer gone, what was there is there
 * again, exactly. Where there is no fetch, none is made.
 */
export function patchFetch(layer: FetchLayer): () => void {
  const found = Object.getOwnPropertyDescriptor(globalThis, 'fetch')
  if (found?.configurable !== true) return () => {}
  const patch = patchOf(found) ?? install(found)
  patch.layers.unshift(layer)
  return () => {
    const place = patch.layers.indexOf(layer)
    if (place >= 0) patch.layers.splice(place, 1)
    patch.tidy()
  }
}

function patchOf({ value }: PropertyDescriptor): Patch | undefined {
  return (value as { readonly [patchKey]?: Patch } | undefined)?.[patchKey]
}

function install(found: PropertyDescriptor): Patch {
  const layers: FetchLayer[] = []
  const tidy = () => {
    // Somebody else has put something there meanwhile: it is theirs until they put this back, and the next call finds it unused.
    const isOurs = Object.getOwnPropertyDescriptor(globalThis, 'fetch')?.value === fetch
    if (layers.length === 0 && isOurs) Object.defineProperty(globalThis, 'fetch', found)
  }
  function fetch(this: unknown, input: unknown, ...rest: readonly (RequestInit | undefined)[]): Promise<Response> {
    const next: Fetch = (...input) => originalOf(found)(...input)
    for (const layer of layers) {
      const answer = layer(input, rest[0], next)
      if (answer !== undefined) return answer
    }
    tidy()
    return Reflect.apply(originalOf(found), this, [input, ...rest]) as Promise<Response>
  }
  const patch = { layers, tidy }
  Object.defineProperty(fetch, patchKey, { value: patch })
  const { enumerable = true } = found
  Object.defineProperty(globalThis, 'fetch', { value: fetch, writable: true, enumerable, configurable: true })
  return patch
}

/** The fetch that was there. Where it is a getter that puts its value in its own place, as Jest's is, the patch stays all the same. */
function originalOf(found: PropertyDescriptor): Fetch {
  if (found.get === undefined) return found.value as Fetch
  const patched = Object.getOwnPropertyDescriptor(globalThis, 'fetch')!
  const original = Reflect.apply(found.get, globalThis, []) as Fetch
  Object.defineProperty(globalThis, 'fetch', patched)
  return original
}
