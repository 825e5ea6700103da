/**
 * For `setupFilesAfterEnv` of Jest: teaches `expect` the matchers, and after each test verifies and resets every double that is
 * installed; after the last test of a file it restores them.
 *
 * The types are those of Jest's global `expect` and of @jest/globals. The latter live in the package `expect`: where the installation
 * shows nothing that was not asked for (pnpm with hoist=false, Yarn PnP), name `expect` among your devDependencies.
 *
 * @example jest.config.ts: { setupFilesAfterEnv: ['lambdouble/jest'] }
 */
// Jest answers this import itself, in both module systems and with or without injected globals.
import { afterAll, afterEach, expect } from '@jest/globals'
import { restoreMocks, verifyAndResetMocks } from './assertions/verifyMocks'
import type { LambdaMatchers } from './assertions/lambdaMatchers'
import type { ReceiveAliases } from './assertions/receiveAliases'
import { matchers } from './matchers'
import { provideAwslambda } from './runtime/streaming/awslambda'

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- where @types/jest keeps its matchers
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-unused-vars -- has to look like Jest's
    interface Matchers<R, T> extends LambdaMatchers<R>, ReceiveAliases<R> {}
  }
}

declare module 'expect' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- has to look like Jest's
  interface Matchers<R extends void | Promise<void>, T> extends LambdaMatchers<R>, ReceiveAliases<R> {}
}

expect.extend(matchers)
afterEach(verifyAndResetMocks)
afterAll(restoreMocks)
// For handlers that wrap themselves by `awslambda.streamifyResponse` when they are imported, before there is a double.
afterAll(provideAwslambda())
