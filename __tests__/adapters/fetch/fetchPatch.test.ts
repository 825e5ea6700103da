import { runInNewContext } from 'node:vm'
import { patchFetch, type Fetch, type FetchLayer } from '../../../src/adapters/fetch/fetchPatch'

const undo: (() => void)[] = []
const patch = (layer: FetchLayer) => {
  const remove = patchFetch(layer)
  undo.push(remove)
  return remove
}
const descriptor = () => Object.getOwnPropertyDescriptor(globalThis, 'fetch')
const answering =
  (text: string): FetchLayer =>
  (input) =>
    input === 'https://ours/' ? Promise.resolve(new Response(text)) : undefined
const textOf = async (address: string) => (await fetch(address)).text()

const found = descriptor()!
let original: jest.MockedFunction<Fetch>

beforeEach(() => {
  original = jest.fn<Promise<Response>, Parameters<Fetch>>(async () => new Response('original'))
  Object.defineProperty(globalThis, 'fetch', { value: original, writable: true, enumerable: true, configurable: true })
})
afterEach(() => {
  for (const remove of undo.splice(0)) remove()
  Object.defineProperty(globalThis, 'fetch', found)
})

describe('the patch of fetch', () => {
  it('answers what is meant for it, and hands on everything else as it was given', async () => {
    patch(answering('ours'))
    expect(await textOf('https://ours/')).toBe('ours')
    expect(original).not.toHaveBeenCalled()
    const [url, init] = [new URL('https://theirs/'), { method: 'POST' }]
    const self = {}
    await Reflect.apply(fetch, self, [url, init])
    expect(original.mock.calls).toEqual([[url, init]])
    expect(original.mock.calls[0]![0]).toBe(url)
    expect(original.mock.contexts[0]).toBe(self)
    await fetch('https://theirs/')
    expect(original.mock.calls[1]).toEqual(['https://theirs/'])
  })

  it('looks like fetch', () => {
    patch(answering('ours'))
    expect([fetch.name, fetch.length]).toEqual(['fetch', 1])
    expect(descriptor()).toMatchObject({ writable: true, enumerable: true, configurable: true })
  })

  it('puts back exactly what it found', () => {
    const before = descriptor()
    patch(answering('ours'))()
    expect(descriptor()).toEqual(before)
    expect(globalThis.fetch).toBe(original)
  })

  it('puts back a getter, as Jest has one before the first use of fetch, and works while it is installed', async () => {
    const lazy: PropertyDescriptor = {
      configurable: true,
      enumerable: true,
      get() {
        Object.defineProperty(globalThis, 'fetch', { value: original, writable: true, enumerable: true, configurable: true })
        return original
      },
    }
    Object.defineProperty(globalThis, 'fetch', lazy)
    const remove = patch(answering('ours'))
    expect(await textOf('https://theirs/')).toBe('original')
    expect(await textOf('https://ours/')).toBe('ours')
    remove()
    expect(descriptor()).toEqual({ ...lazy, set: undefined })
  })

  it.each([
    ['the newer first', [1, 0]],
    ['the older first', [0, 1]],
  ])('is one for all doubles; the newest answers; removed %s', async (_, order) => {
    const removals = [patch(answering('older'))]
    const patched = globalThis.fetch
    let copy!: typeof import('../../../src/adapters/fetch/fetchPatch')
    jest.isolateModules(() => (copy = require('../../../src/adapters/fetch/fetchPatch') as typeof copy))
    removals.push(copy.patchFetch(answering('newer')))
    expect(globalThis.fetch).toBe(patched)
    expect(await textOf('https://ours/')).toBe('newer')
    removals[order[0]!]!()
    expect(await textOf('https://ours/')).toBe(order[0] === 1 ? 'older' : 'newer')
    removals[order[1]!]!()
    expect(globalThis.fetch).toBe(original)
    removals[0]!()
    expect(globalThis.fetch).toBe(original)
  })

  it('leaves a patch of somebody else, lets everything pass below it, and goes when that has gone', async () => {
    const remove = patch(answering('ours'))
    const spy = jest.spyOn(globalThis, 'fetch')
    remove()
    expect(globalThis.fetch).toBe(spy)
    expect(await textOf('https://ours/')).toBe('original')
    spy.mockRestore()
    expect(globalThis.fetch).not.toBe(original)
    expect(await textOf('https://ours/')).toBe('original')
    expect(globalThis.fetch).toBe(original)
  })

  it('makes no fetch where there is none', () => {
    Reflect.deleteProperty(globalThis, 'fetch')
    patch(answering('ours'))()
    expect('fetch' in globalThis).toBe(false)
  })

  it('goes before the real fetch of Node, which needs no particular this', async () => {
    const native = runInNewContext('fetch', { fetch: found.get ? Reflect.apply(found.get, globalThis, []) : found.value })
    Object.defineProperty(globalThis, 'fetch', { value: native, writable: true, enumerable: true, configurable: true })
    patch(answering('ours'))
    await expect(fetch('data:text/plain,hello').then((response) => response.text())).resolves.toBe('hello')
  })
})
