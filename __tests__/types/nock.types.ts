/** The options of lambdouble/nock, to the compiler. Nothing here runs. */
import { LambdaClient } from '@aws-sdk/client-lambda'
import nock from 'nock'
import nock13 from 'nock13'
import type { MockLambda } from '../../src'
import { mockClient, mockLambda, type NockLambdaOptions } from '../../src/nock'

export const doubles: readonly MockLambda[] = [
  mockLambda(),
  mockLambda({ nock, endpoints: ['http://localhost:4566'], credentials: 'answered', region: 'eu-west-1' }),
  mockLambda({ nock: nock13 }),
  mockLambda(LambdaClient),
  mockClient(new LambdaClient()),
]

export const wrong: readonly NockLambdaOptions[] = [
  // @ts-expect-error -- not one of the three
  { credentials: 'none' },
  // @ts-expect-error -- a list
  { endpoints: 'http://localhost:4566' },
  // @ts-expect-error -- not nock
  { nock: { isActive: () => true } },
  // @ts-expect-error -- no such option
  { endpoint: ['http://localhost:4566'] },
]
