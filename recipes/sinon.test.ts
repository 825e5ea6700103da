// sinon: a spy on an operation, and sinon's matchers wherever something is compared.
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda } from 'lambdouble'
import 'lambdouble/jest'
import { spyOn } from 'lambdouble/sinon'
import sinon from 'sinon'

const lambda = mockLambda()

// The code under test.
async function placeOrder(id: number): Promise<void> {
  await new LambdaClient().send(new InvokeCommand({ FunctionName: 'orders', Payload: JSON.stringify({ id }) }))
}

test('a spy is called with the input, its event decoded, and keeps the output', async () => {
  lambda.function('orders').returns({ ok: true })
  const invoke = spyOn(lambda, 'Invoke')

  await placeOrder(7)

  sinon.assert.calledOnceWithExactly(invoke, { FunctionName: 'orders', Payload: { id: 7 } })
  sinon.assert.calledWith(invoke, sinon.match({ Payload: { id: sinon.match.number } }))
  expect(invoke.firstCall.returnValue).toMatchObject({ StatusCode: 200, Payload: { ok: true } })
})

test('each attempt of the SDK is a call of the spy', async () => {
  lambda.function('orders').returns({ ok: true })
  lambda
    .on('Invoke', { Payload: { id: sinon.match.number } })
    .throttles()
    .once()
  const invoke = spyOn(lambda, InvokeCommand)

  await placeOrder(7)

  sinon.assert.calledTwice(invoke)
  expect(invoke.firstCall.threw('TooManyRequestsException')).toBe(true)
  lambda.assert.invokedOnceWith('orders', sinon.match({ id: 7 })) // the assertions count a send once
})
