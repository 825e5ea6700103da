import type { DoorOptions } from '../../door'
import { answerFetch } from './answerFetch'
import { patchFetch } from './fetchPatch'

/**
 * Lets `fetch` reach the double: requests to function URLs, and by links to code, are answered by it, and all others go on to the
 * fetch that was there. With `guard: 'off'` or `onUnmatched: 'passthrough'` a function URL that nobody created is one of the others.
 * Gives the way back.
 */
export function openFetchDoor({ web, guard, onUnmatched }: Pick<DoorOptions, 'web' | 'guard' | 'onUnmatched'>): () => void {
  const isOpen = guard === 'off' || onUnmatched === 'passthrough'
  const isOurs = (url: URL) => {
    const target = web.leadsTo(url.host)
    return target !== undefined && !(isOpen && target === 'nothing')
  }
  return patchFetch((input, init, next) => {
    const url = urlOf(input)
    return url !== undefined && isOurs(url) ? answerFetch(input, init, { web, isOurs, next }) : undefined
  })
}

/** The address that fetch was given: a text, a URL or a Request. Known by their looks: in Jest they come from another realm. */
function urlOf(input: unknown): URL | undefined {
  const text = typeof input === 'object' && input !== null && 'url' in input ? input.url : input
  try {
    const url = new URL(String(text))
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined
  } catch {
    return undefined
  }
}
