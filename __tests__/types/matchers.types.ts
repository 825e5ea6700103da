/** Read by the compiler alone: what compiles and what does not, under @jest/globals, Jest's global expect, Vitest and the plain form. */
import { expect as jestExpect } from '@jest/globals'
import { expect as vitestExpect } from 'vitest'
import { CreateFunctionCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { CreateAliasCommand, InvokeCommand as OldInvokeCommand } from 'client-lambda-oldest'
import sinon from 'sinon'
import type { Assert } from '../../src/assertions/createAssert'
import { matchers } from '../../src/matchers'
import type {} from '../../src/jest'
import type {} from '../../src/vitest'

declare const lambda: { readonly assert: Assert }

export function underJestGlobals(): void {
  jestExpect.extend(matchers)
  jestExpect(lambda).toHaveInvoked('orders')
  jestExpect(lambda).not.toHaveInvoked('orders', { id: jestExpect.any(Number) })
  jestExpect(lambda).toHaveInvokedNthWith(1, 'orders', { id: 7 })
  jestExpect(lambda).toHaveReceivedCommandWith(InvokeCommand, { FunctionName: jestExpect.stringContaining('orders') })
  jestExpect(lambda).toHaveDelivered(/:failed$/)
  // @ts-expect-error a misspelled matcher
  jestExpect(lambda).toHaveInvokd('orders')
  // @ts-expect-error n comes first
  jestExpect(lambda).toHaveInvokedNthWith('orders', 1, { id: 7 })
  // @ts-expect-error an argument too many
  jestExpect(lambda).toHaveReceivedCommand(InvokeCommand, { FunctionName: 'orders' })
  // @ts-expect-error an argument too few
  jestExpect(lambda).toHaveReceivedCommandWith(InvokeCommand)
  // @ts-expect-error an operation that AWS does not have
  jestExpect(lambda).toHaveReceivedCommand('Invok')
}

export function underJestsGlobal(): void {
  expect.extend(matchers)
  expect(lambda).toHaveInvokedOnceWith('orders', { id: expect.any(Number) })
  expect(lambda).not.toHaveBeenThrottled()
  expect(lambda).toHaveDelivered('arn:aws:sqs:*', { requestPayload: { id: expect.any(Number) } })
  // @ts-expect-error no target
  expect(lambda).toHaveDelivered()
  // @ts-expect-error a misspelled matcher
  expect(lambda).toHaveBeenThrotled()
  // @ts-expect-error a matcher of the wrong type of argument
  expect(lambda).toHaveBeenThrottled('twice')
}

export function underVitest(): void {
  vitestExpect.extend(matchers)
  vitestExpect(lambda).toHaveInvoked('orders', vitestExpect.objectContaining({ id: 7 }))
  vitestExpect(lambda).not.toHaveReceivedAnyCommand()
  vitestExpect(lambda).toHaveReceivedCommandWith(InvokeCommand, { FunctionName: vitestExpect.any(String) as string })
  // @ts-expect-error a misspelled matcher
  vitestExpect(lambda).toHaveInvokd('orders')
  // @ts-expect-error n is a number
  vitestExpect(lambda).toHaveReceivedNthCommandWith('first', InvokeCommand, {})
}

export function inThePlainForm(): void {
  lambda.assert.invoked('orders', { id: 7 })
  lambda.assert.not.throttled()
  lambda.assert.retried('Invoke', 2)
  lambda.assert.delivered('arn:aws:sqs:us-east-1:123456789012:failed', { requestPayload: { id: 7 } })
  lambda.assert.receivedNoOtherCommands([InvokeCommand, 'CreateAlias'])
  // @ts-expect-error the plain name leaves out toHave
  lambda.assert.toHaveInvoked('orders')
  // @ts-expect-error not is not repeated
  lambda.assert.not.not.invoked('orders')
}

export function theInputOfACommand(): void {
  const { assert } = lambda
  assert.receivedCommandWith(InvokeCommand, { Payload: { items: [{ qty: jestExpect.any(Number) }] } })
  assert.receivedCommandWith(InvokeCommand, { Payload: 'text' })
  assert.receivedCommandWith(OldInvokeCommand, { Payload: 7 })
  assert.receivedCommandWith(InvokeCommand, { FunctionName: /^orders/ })
  assert.receivedCommandWith(InvokeCommand, { FunctionName: sinon.match.string })
  assert.receivedCommandWith(InvokeCommand, { FunctionName: (name) => name !== undefined && name.length > 3 })
  assert.receivedCommandWith(InvokeCommand, (input) => input.FunctionName === 'orders')
  assert.receivedCommandWith(InvokeCommand, jestExpect.objectContaining({ FunctionName: 'orders' }))
  assert.receivedCommandWith(CreateFunctionCommand, {
    Environment: { Variables: { STAGE: 'test' } },
    Code: { ZipFile: new Uint8Array() },
  })
  assert.receivedCommandWith(CreateAliasCommand, { RoutingConfig: { AdditionalVersionWeights: { '2': 0.5 } } })
  assert.receivedCommandWith('CreateAlias', { Name: 'live', FunctionVersion: jestExpect.any(String) })
  assert.receivedCommandWith('Invoke', { Payload: [1, 2] })
  // @ts-expect-error a member that the input does not have
  assert.receivedCommandWith(InvokeCommand, { FunctioName: 'orders' })
  // @ts-expect-error a member deeper inside that the input does not have
  assert.receivedCommandWith(CreateFunctionCommand, { Code: { Zip: new Uint8Array() } })
  // @ts-expect-error a value of the wrong type
  assert.receivedCommandWith(CreateFunctionCommand, { Timeout: 'long' })
  // @ts-expect-error a value that AWS does not have
  assert.receivedCommandWith(InvokeCommand, { InvocationType: 'Later' })
  // @ts-expect-error by name as well
  assert.receivedCommandWith('CreateAlias', { Nam: 'live' })
  // @ts-expect-error a regular expression for a number
  assert.receivedCommandWith(CreateFunctionCommand, { Timeout: /3/ })
  // @ts-expect-error a client is no command
  assert.receivedCommand(LambdaClient)
}
