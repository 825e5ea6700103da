// What did your code ask of Lambda? One line each; a failure shows the nearest calls, decoded, and where they differ.
import { InvokeCommand, LambdaClient, type InvocationType } from '@aws-sdk/client-lambda'
import { mockLambda } from 'lambdouble'
import 'lambdouble/jest'

const lambda = mockLambda()
const client = new LambdaClient()
const invoke = (FunctionName: string, event: unknown, InvocationType: InvocationType = 'RequestResponse') =>
  client.send(new InvokeCommand({ FunctionName, InvocationType, Payload: JSON.stringify(event) }))

beforeEach(async () => {
  lambda.function('orders').returns({ ok: true })
  lambda.function('mails').throws(new Error('full')).async({ deadLetter: 'arn:aws:sqs:us-east-1:123456789012:lost' })
  await invoke('orders', { id: 7, items: [{ sku: 'tea', qty: 2 }] })
  await invoke('mails', { id: 7 }, 'Event')
})

test('which function, how often, with which event', () => {
  expect(lambda).toHaveInvoked('orders', { items: [{ qty: expect.any(Number) }] }) // the rest does not matter
  expect(lambda).toHaveInvokedOnceWith('mails', { id: 7 })
  expect(lambda).not.toHaveInvoked('orders', { id: 8 })
})

test('what became of an event that nobody waits for', async () => {
  await lambda.settled()
  expect(lambda.invocations('mails')).toHaveLength(3)
  expect(lambda).toHaveDelivered('arn:aws:sqs:*:lost', { id: 7 })
})

test('which commands, whatever they are', () => {
  expect(lambda).toHaveReceivedLastCommandWith(InvokeCommand, { FunctionName: /^mails/, InvocationType: 'Event' })
  expect(lambda).toHaveReceivedNoOtherCommands([InvokeCommand])
})

test('a failure explains itself, in every runner', () => {
  const text = 'orders was invoked once, but never with this event.[^]*items\\[0\\].qty: expected 3, received 2'
  expect(() => lambda.assert.invoked('orders', { items: [{ sku: 'tea', qty: 3 }] })).toThrow(new RegExp(text))
})
