/** What mockLambda takes, to the compiler. Nothing here runs. */
import { Lambda, LambdaClient } from '@aws-sdk/client-lambda'
import { LambdaClient as OldClient } from 'client-lambda-oldest'
import { mockClient, mockLambda, type MockLambda } from '../../src'
import { mockLambda as mockThroughNock } from '../../src/nock'

class Own extends LambdaClient {}

export const doubles: readonly MockLambda[] = [
  mockLambda(),
  mockLambda({}),
  mockLambda({ region: 'eu-west-1', time: 'real', seed: 7 }),
  mockLambda({ clients: [LambdaClient, new OldClient()] }),
  mockLambda(LambdaClient),
  mockLambda(Own),
  mockLambda(Lambda),
  mockLambda([new Own(), OldClient]),
  mockClient(new LambdaClient({})),
  // @ts-expect-error -- no such option
  mockLambda({ regoin: 'eu-west-1' }),
  // @ts-expect-error -- not one of the four
  mockLambda({ guard: 'none' }),
  // @ts-expect-error -- a number
  mockLambda({ seed: '7' }),
  // @ts-expect-error -- no class of clients
  mockLambda(Date),
  // @ts-expect-error -- no such option
  mockThroughNock({ endpoint: ['http://localhost:4566'] }),
]

void mockLambda().clock.advance(90)
void mockLambda().clock.advance('90s')
void mockLambda().clock.advance('1h30m')
// @ts-expect-error -- a number has a unit
void mockLambda().clock.advance('90')
// @ts-expect-error -- weeks are no unit
void mockLambda().clock.advance('2w')
