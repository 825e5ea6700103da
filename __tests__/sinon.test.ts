import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import sinon from 'sinon'
import { mockLambda } from '../src/index'
import { spyOn } from '../src/sinon'

const lambda = mockLambda({ seed: 1 })
const client = new LambdaClient()
const invoke = (id: number, FunctionName = 'orders') =>
  client.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify({ id }) }))

beforeEach(() => lambda.function('orders', async (event) => ({ id: event.id, ok: true })))
afterEach(() => lambda.reset())
afterAll(() => lambda.restore())

describe('spyOn', () => {
  it('gives a spy that is called with the input, the event decoded', async () => {
    const spy = spyOn(lambda, 'Invoke')
    sinon.assert.notCalled(spy)
    await invoke(7)
    sinon.assert.calledOnceWithExactly(spy, { FunctionName: 'orders', Payload: { id: 7 } })
    sinon.assert.calledWith(spy, sinon.match({ Payload: { id: sinon.match.number } }))
    await invoke(8)
    sinon.assert.calledTwice(spy)
    expect(spy.lastCall.args).toEqual([{ FunctionName: 'orders', Payload: { id: 8 } }])
    expect(spy.firstCall.calledBefore(spy.secondCall)).toBe(true)
  })

  it('keeps what was returned, the result decoded', async () => {
    const spy = spyOn(lambda, InvokeCommand)
    await invoke(7)
    expect(spy.firstCall.returnValue).toMatchObject({ StatusCode: 200, Payload: { id: 7, ok: true } })
    expect(spy.returned(sinon.match({ ExecutedVersion: '$LATEST' }))).toBe(true)
  })

  it('keeps what was thrown, each attempt as a call', async () => {
    const spy = spyOn(lambda, 'Invoke')
    lambda.on('Invoke').throttles().times(2)
    await invoke(7)
    sinon.assert.calledThrice(spy)
    expect(spy.threw('TooManyRequestsException')).toBe(true)
    expect(spy.exceptions.map((error) => error?.message)).toEqual(['Rate Exceeded.', 'Rate Exceeded.', undefined])
    expect(spy.thirdCall.returnValue).toMatchObject({ StatusCode: 200 })
  })

  it('sees no other operations', async () => {
    const [invokes, lists] = [spyOn(lambda, 'Invoke'), spyOn(lambda, 'ListFunctions')]
    await invoke(7)
    sinon.assert.calledOnce(invokes)
    sinon.assert.notCalled(lists)
  })

  it('knows the operations that carry no event', async () => {
    const spy = spyOn(lambda, 'GetAlias')
    const api = await import('@aws-sdk/client-lambda')
    await client.send(new api.GetAliasCommand({ FunctionName: 'orders', Name: 'live' })).catch(() => undefined)
    sinon.assert.calledOnceWithExactly(spy, { FunctionName: 'orders', Name: 'live' })
    expect(spy.alwaysThrew('ResourceNotFoundException')).toBe(true)
  })

  it('begins anew with the double, and goes on', async () => {
    const spy = spyOn(lambda, 'Invoke')
    await invoke(7)
    lambda.resetHistory()
    sinon.assert.notCalled(spy)
    await invoke(8)
    lambda.reset()
    sinon.assert.notCalled(spy)
    await invoke(9).catch(() => undefined)
    sinon.assert.calledOnceWithExactly(spy, { FunctionName: 'orders', Payload: { id: 9 } })
  })

  it('ends with spy.restore(), sinon.restore() and the restoring of the double, and keeps what it saw', async () => {
    const [first, second] = [spyOn(lambda, 'Invoke'), spyOn(lambda, 'Invoke')]
    await invoke(7)
    first.restore()
    await invoke(8)
    sinon.restore()
    await invoke(9)
    expect([first.callCount, second.callCount]).toEqual([1, 2])

    const other = mockLambda()
    other.function('orders').returns({ ok: true })
    const third = spyOn(other, 'Invoke')
    await invoke(7)
    other.restore()
    await invoke(8)
    sinon.assert.calledOnce(third)
  })

  it('sees the calls of its own world alone, side by side with others', async () => {
    const outside = spyOn(lambda, 'Invoke')
    const counts = await Promise.all(
      [1, 2, 3].map((times) =>
        lambda.isolate(async () => {
          lambda.function('orders').returns('ok')
          const inside = spyOn(lambda, 'Invoke')
          for (let count = 0; count < times; count++) await invoke(count)
          return inside.callCount
        }),
      ),
    )
    expect([counts, outside.callCount]).toEqual([[1, 2, 3], 0])
  })

  it('has a name in failures', () => {
    expect(() => sinon.assert.called(spyOn(lambda, 'Invoke'))).toThrow('expected Invoke to have been called at least once')
  })

  it('refuses what is no double, and what is no operation', () => {
    expect(() => spyOn({}, 'Invoke')).toThrow(
      'spyOn(lambda, operation) needs the object that mockLambda() returned, got another object.',
    )
    expect(() => spyOn(lambda, 'Invok' as 'Invoke')).toThrow("Did you mean 'Invoke'?")
  })
})
