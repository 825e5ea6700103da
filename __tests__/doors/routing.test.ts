import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda'
import type { MockLambda } from '../../src/index'
import type { OpenDouble } from './doors'
import { throughEachDoor } from './throughEachDoor'

throughEachDoor('routing', (open, test) => {
  let double: OpenDouble
  let lambda: MockLambda
  let client: LambdaClient
  const invoke = (more: object = {}) => client.send(new InvokeCommand({ FunctionName: 'orders', Qualifier: 'live', ...more }))

  beforeEach(async () => {
    double = await open({ seed: 7 })
    ;({ lambda, client } = double)
    lambda.function('orders').returns('one').version().returns('two').version().returns('latest')
  })
  afterEach(() => double.close())

  describe('an alias', () => {
    test('leads to its version, and ExecutedVersion says which', async () => {
      lambda.function('orders').alias('live', 1)
      const { ExecutedVersion, Payload } = await invoke()
      expect([ExecutedVersion, Payload!.transformToString()]).toEqual(['1', '"one"'])
    })

    test('draws by weight for every call, the same with the same seed', async () => {
      const versions = async () => {
        const drawn: (string | undefined)[] = []
        for (let call = 0; call < 200; call++) drawn.push((await invoke()).ExecutedVersion)
        return drawn
      }
      lambda.function('orders').alias('live', { version: 1, weights: { 2: 0.25 } })
      const first = await versions()
      const second = first.filter((version) => version === '2').length
      expect(second).toBeGreaterThan(25)
      expect(second).toBeLessThan(75)
      lambda.reset()
      lambda
        .function('orders')
        .returns('one')
        .version()
        .returns('two')
        .version()
        .alias('live', { version: 1, weights: { 2: 0.25 } })
      expect(await versions()).toEqual(first)
    })

    test('draws anew when the SDK tries again', async () => {
      lambda.function('orders').alias('live', { version: 1, weights: { 2: 1 } })
      lambda.on('Invoke').throttles().once()
      expect((await invoke()).ExecutedVersion).toBe('2')
    })

    test('sees a shift of its traffic between two attempts of an event', async () => {
      const orders = lambda.function('orders')
      orders.throws(new Error('no')).version().returns('ok').version().alias('live', 3)
      await invoke({ InvocationType: 'Event' })
      await lambda.clock.advance('1s')
      orders.alias('live', 4)
      await lambda.settled()
      expect(lambda.invocations('orders').map(({ version, attempt, qualifier }) => [version, attempt, qualifier])).toEqual([
        ['3', 1, 'live'],
        ['4', 2, 'live'],
      ])
    })
  })
})
