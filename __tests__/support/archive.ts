import { zip } from './zip'

/** A good archive of exactly so many bytes. */
export function archive(size: number): Uint8Array {
  const bare = zip([{ name: 'index.js', content: '' }]).byteLength
  if (size < bare) throw new Error(`An archive has ${bare} bytes at least.`)
  return zip([{ name: 'index.js', content: Buffer.alloc(size - bare, ' ') }])
}
