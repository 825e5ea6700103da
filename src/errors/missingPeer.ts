import { UsageError } from './usageError'

/** The packages without which an entry cannot do anything, and what is to be installed for them. */
const needed = {
  '@jest/globals': { entry: 'jest', install: 'jest', origin: ', and comes with Jest' },
  sinon: { entry: 'sinon', install: 'sinon', origin: '' },
  vitest: { entry: 'vitest', install: 'vitest', origin: '' },
} as const

/**
 * What to throw if an entry could not require its package: a UsageError if there is none, and otherwise what was thrown. The build
 * puts the call around the `require` of the entries; sources import as always.
 */
export function missingPeer(name: keyof typeof needed, error: unknown): unknown {
  const { code, message = '' } = (error ?? {}) as Partial<NodeJS.ErrnoException>
  if (code !== 'MODULE_NOT_FOUND' || !message.startsWith(`Cannot find module '${name}'`)) return error
  const { entry, install, origin } = needed[name]
  return new UsageError(
    `lambdouble/${entry} needs the package ${name}, which is not installed here${origin}: npm install --save-dev ${install}`,
    { cause: error },
  )
}
