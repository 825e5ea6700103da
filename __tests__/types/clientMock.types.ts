/** Read by the compiler alone: the words of aws-sdk-client-mock, and spies of sinon's. */
import { expect as jestExpect } from '@jest/globals'
import { expect as vitestExpect } from 'vitest'
import { CreateAliasCommand, InvokeCommand, LambdaClient, type InvokeCommandInput } from '@aws-sdk/client-lambda'
import { InvokeCommand as OldInvokeCommand } from 'client-lambda-oldest'
import sinon from 'sinon'
import { mockClient, type AwsClientStub, type AwsStub } from '../../src/index'
import { spyOn } from '../../src/sinon'

export function theNamesOfADouble(): void {
  const lambdaMock: AwsClientStub<LambdaClient> = mockClient(LambdaClient)
  const same: AwsStub<object, object, object> = lambdaMock
  same.restore()
}

export function rules(lambda: AwsClientStub): void {
  lambda
    .on(InvokeCommand)
    .resolves({ StatusCode: 200 })
    .on(CreateAliasCommand, { Name: 'live' }, true)
    .resolvesOnce({ Name: 'live' })
  lambda.on('Invoke').rejects().onAnyCommand({ FunctionName: 'orders' }).rejectsOnce('boom')
  lambda
    .resolves({})
    .on(OldInvokeCommand)
    .callsFake((input) => ({ Payload: input.Payload }))
  // @ts-expect-error a member that the output does not have
  lambda.on(InvokeCommand).resolves({ StatusCod: 200 })
  // @ts-expect-error the second rule of a chain is typed as well
  lambda.on(InvokeCommand).resolves({}).on(CreateAliasCommand).resolves({ StatusCode: 200 })
  // @ts-expect-error strict is true or false
  lambda.on(InvokeCommand, {}, 'strict')
}

export function lookingBack(lambda: AwsClientStub): void {
  const name: string | undefined = lambda.commandCalls(InvokeCommand)[0]!.args[0].input.FunctionName
  const version: string | undefined = lambda.commandCall(0, 'CreateAlias', { Name: /^l/ }).input.FunctionVersion
  const input = lambda.call(0).args[0].input as InvokeCommandInput
  lambda.commandCalls(OldInvokeCommand, { FunctionName: name!, Payload: { id: 7 } }, true)
  lambda.commandCalls(InvokeCommand, sinon.match({ FunctionName: version }))
  lambda.commandCalls('Invoke', { FunctionName: input.FunctionName! })
  // @ts-expect-error a member that the input does not have
  lambda.commandCalls(InvokeCommand, { FunctioName: 'orders' })
  // @ts-expect-error an operation that AWS does not have
  lambda.commandCalls('Invok')
  // @ts-expect-error n comes first
  lambda.commandCall(InvokeCommand, 0)
  // @ts-expect-error there is no stub of sinon's behind it
  lambda.send.callCount()
}

export function theShorterNames(lambda: AwsClientStub): void {
  expect(lambda).toReceiveCommandTimes(InvokeCommand, 1)
  jestExpect(lambda).not.toReceiveCommandWith(InvokeCommand, { FunctionName: 'orders' })
  vitestExpect(lambda).toReceiveAnyCommand()
  // @ts-expect-error a misspelled one
  expect(lambda).toReceiveComand(InvokeCommand)
  // @ts-expect-error there are none but those
  jestExpect(lambda).toInvoke('orders')
}

export function spies(lambda: AwsClientStub): void {
  const spy = spyOn(lambda, 'Invoke')
  sinon.assert.calledWith(spy, { FunctionName: 'orders', Payload: { id: 7 } })
  sinon.assert.calledWith(spy, sinon.match({ FunctionName: 'orders' }))
  const name: string | undefined = spy.firstCall.args[0].FunctionName
  const status: number | undefined = spyOn(lambda, OldInvokeCommand).firstCall.returnValue.StatusCode
  void [name, status]
  // @ts-expect-error an operation that AWS does not have
  spyOn(lambda, 'Invok')
  // @ts-expect-error a member that the output does not have
  void spy.firstCall.returnValue.StatusCod
}
