/**
 * For `setupFiles` of Vitest: teaches `expect` the matchers, and after each test verifies and resets every double that is
 * installed; after the last test of a file it restores them.
 *
 * @example vitest.config.ts: { test: { setupFiles: ['lambdouble/vitest'] } }
 */
import { afterAll, afterEach, expect } from 'vitest'
import { restoreMocks, verifyAndResetMocks } from './assertions/verifyMocks'
import type { LambdaMatchers } from './assertions/lambdaMatchers'
import type { ReceiveAliases } from './assertions/receiveAliases'
import { matchers } from './matchers'
import { provideAwslambda } from './runtime/streaming/awslambda'

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the interface whose form is the same in all versions of Vitest
  namespace Chai {
    interface Assertion extends LambdaMatchers<void>, ReceiveAliases<void> {}
  }
}

expect.extend(matchers)
afterEach(verifyAndResetMocks)
afterAll(restoreMocks)
// For handlers that wrap themselves by `awslambda.streamifyResponse` when they are imported, before there is a double.
afterAll(provideAwslambda())
