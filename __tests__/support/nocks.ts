import nock14 from 'nock'
import nock13 from 'nock13'
import type { NockModule } from '../../src/nock'

/** The versions of nock that this Node.js and Jest's default mode can load. Version 15 is tried with the package. */
export const nocks: readonly (readonly [version: string, nock: typeof nock14])[] = [
  ['nock 14', nock14],
  ['nock 13', nock13 as NockModule as typeof nock14],
]

// Importing nock switches it on: here its doors do that. The one that came last goes first.
for (const [, nock] of [...nocks].reverse()) nock.restore()
