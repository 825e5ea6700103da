import http from 'node:http'
import { createRequire } from 'node:module'
import { isAbsolute, join } from 'node:path'
import { UsageError } from '../../errors/usageError'
import type { Nock } from './nockShapes'

export interface InstalledNock {
  readonly nock: Nock
  /** Loading it has switched it on, as importing nock does: nobody else has asked for that. */
  readonly switchedOn: boolean
}

/**
 * The nock to work with: the one that was given, or the one that the test, or else the working directory, resolves. In Jest that is
 * the test's own copy, since `createRequire` is Jest's there.
 * Throws a UsageError if there is none, or none that works here.
 */
export function installedNock(given: unknown, callerFile: string | undefined): InstalledNock {
  if (process.env.NOCK_OFF === 'true') {
    throw new UsageError(
      'NOCK_OFF=true switches nock off, and lambdouble/nock needs it. Unset it, or use mockLambda of lambdouble.',
    )
  }
  const found = given === undefined ? load(callerFile) : { nock: required(given), switchedOn: false }
  if (found.nock.getGetRequestBody !== undefined && !('withResolvers' in Promise)) {
    if (found.switchedOn) found.nock.restore()
    throw new UsageError(`nock 15 fails on every request on Node.js ${process.version}: it needs 22. ${takeOlder}`)
  }
  return found
}

const takeOlder = 'Install version 14, which has all that lambdouble needs: npm install --save-dev nock@14'

function load(callerFile: string | undefined): InstalledNock {
  for (const file of [callerFile, join(process.cwd(), 'package.json')]) {
    if (file === undefined || !isAbsolute(file)) continue
    const before = patchedByNock()
    const loaded = loadFrom(file)
    const after = patchedByNock()
    if (loaded !== undefined) return { nock: required(loaded), switchedOn: before.some((each, index) => each !== after[index]) }
  }
  throw new UsageError(
    `lambdouble/nock finds no nock${callerFile === undefined ? '' : ` from ${callerFile}`}. ` +
      'Install it, or say which it is, mockLambda({ nock }): npm install --save-dev nock@14',
  )
}

/** What nock changes when it is switched on, in one version or the other. A getter of Jest's is not called. */
function patchedByNock(): readonly unknown[] {
  const fetch = Object.getOwnPropertyDescriptor(globalThis, 'fetch')
  return [http.ClientRequest, http.request, fetch?.get, fetch?.value]
}

function loadFrom(file: string): unknown {
  try {
    return createRequire(file)('nock') as unknown
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    if (code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND') return undefined
    // Jest's own require has no code for a module that it can only import.
    const isModule = code === 'ERR_REQUIRE_ESM' || /ES Module|Cannot use import statement|Unexpected token 'export'/.test(message)
    const advice = isModule
      ? `nock 15 is an ECMAScript module, which cannot be required here. ${takeOlder} Or import it and pass it: mockLambda({ nock }).`
      : takeOlder
    throw new UsageError(`nock, as seen from ${file}, cannot be loaded: ${message} ${advice}`, { cause: error })
  }
}

/** Of a module that was required, the default export is the nock. */
function required(module: unknown): Nock {
  for (const each of [module, (module as { readonly default?: unknown } | null)?.default]) {
    if (typeof each === 'function' && ['isActive', 'activeMocks', 'removeInterceptor'].every((name) => name in each))
      return each as Nock
  }
  throw new UsageError("mockLambda({ nock }) was given something that is not nock. Pass what `import nock from 'nock'` gives.")
}
