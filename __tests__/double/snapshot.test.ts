import { inspect } from 'node:util'
import { InvokeCommand } from '@aws-sdk/client-lambda'
import { mockLambda, type MockLambda, type Snapshot } from '../../src'

const viaJson = (snapshot: Snapshot) => JSON.parse(JSON.stringify(snapshot)) as Snapshot

describe('lambda.snapshot and lambda.load', () => {
  const open: MockLambda[] = []
  const newDouble = (options = {}) => {
    const lambda = mockLambda({ seed: 1, ...options })
    open.push(lambda)
    return lambda
  }
  afterEach(() => {
    for (const lambda of open.splice(0)) lambda.restore()
  })

  async function invoke(lambda: MockLambda, FunctionName: string): Promise<unknown> {
    const client = lambda.client() as { send(command: object): Promise<{ Payload: Uint8Array; FunctionError?: string }> }
    const { Payload } = await client.send(new InvokeCommand({ FunctionName }))
    return JSON.parse(Buffer.from(Payload).toString())
  }

  it('bring back what was there, and the handlers as they were', async () => {
    const lambda = newDouble()
    lambda
      .function('orders', async () => 'first')
      .version()
      .alias('live', { version: 1 })
    const snapshot = lambda.snapshot()
    lambda.function('orders', async () => 'second')
    lambda.function('mails').returns(1)
    lambda.load(snapshot)
    expect(await invoke(lambda, 'orders')).toBe('first')
    expect(await invoke(lambda, 'orders:live')).toBe('first')
    await expect(invoke(lambda, 'mails')).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  it('are independent of each other and of what comes later, on both sides', async () => {
    const lambda = newDouble()
    const other = newDouble({ region: 'us-east-1' })
    const result = { nested: { id: 1 } }
    lambda.function('orders').returnsOnce('once').returns(result).tags({ team: 'a' })
    const snapshot = lambda.snapshot()
    result.nested.id = 2
    expect(await invoke(lambda, 'orders')).toBe('once')
    for (let time = 0; time < 2; time++) {
      other.load(snapshot)
      expect(await invoke(other, 'orders')).toBe('once')
      expect(await invoke(other, 'orders')).toEqual({ nested: { id: 1 } })
      other.function('orders').returns('other')
    }
    expect(await invoke(lambda, 'orders')).toEqual({ nested: { id: 2 } })
  })

  it('leave rules and the journal alone', async () => {
    const lambda = newDouble()
    const empty = lambda.snapshot()
    lambda.function('orders').returns(1)
    lambda.on('Invoke').resolves({ Payload: 'by rule' })
    await invoke(lambda, 'orders').catch(() => undefined)
    lambda.load(empty)
    expect(lambda.calls()).toHaveLength(1)
    await invoke(lambda, 'orders').catch(() => undefined)
    expect(lambda.calls()[1]!.error).toBeUndefined()
  })

  it('hold all accounts and regions', async () => {
    const lambda = newDouble()
    lambda.region('eu-west-1').function('orders').returns('west')
    const other = newDouble()
    other.region('eu-west-1').function('mails')
    other.load(viaJson(lambda.snapshot()))
    expect(() => other.region('eu-west-1').function('orders').alias('live', { version: '$LATEST' })).not.toThrow()
    await expect(invoke(other, 'mails')).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  it('never lead to an id that there is already', async () => {
    const lambda = newDouble()
    const mapping = (double: MockLambda, name: string) =>
      double.function(name).trigger('arn:aws:sqs:us-east-1:123456789012:jobs', { BatchSize: 1 })
    mapping(lambda, 'orders')
    const first = lambda.snapshot()
    const second = newDouble({ seed: 2 })
    second.load(first)
    mapping(second, 'mails')
    // The same seed would begin with the same ids.
    const third = newDouble()
    third.load(viaJson(second.snapshot()))
    mapping(third, 'reports')
    const client = third.client() as { send(command: object): Promise<{ EventSourceMappings: { UUID: string }[] }> }
    const { ListEventSourceMappingsCommand } = await import('@aws-sdk/client-lambda')
    const { EventSourceMappings } = await client.send(new ListEventSourceMappingsCommand({}))
    expect(new Set(EventSourceMappings.map(({ UUID }) => UUID)).size).toBe(3)
  })

  describe('through JSON', () => {
    it('give a function the handler that the double has under its name, and each version its own', async () => {
      const lambda = newDouble()
      lambda.function('orders', async () => 'old').version()
      const saved = viaJson(lambda.snapshot())
      const other = newDouble()
      other
        .function('orders', async () => 'version')
        .version()
        .handler(async () => 'latest')
      other.load(saved)
      expect(await invoke(other, 'orders')).toBe('latest')
      expect(await invoke(other, 'orders:1')).toBe('version')
    })

    it('give it the one that is named later otherwise, its versions too', async () => {
      const lambda = newDouble()
      lambda.function('orders', async () => 'old').version()
      lambda.function('canned').returns(1).version()
      const other = newDouble()
      other.load(viaJson(lambda.snapshot()))
      expect(await invoke(other, 'orders')).toMatchObject({ errorType: 'Runtime.HandlerNotFound' })
      other.function('orders', async () => 'new')
      other.function('canned', async () => 2)
      expect([await invoke(other, 'orders'), await invoke(other, 'orders:1')]).toEqual(['new', 'new'])
      expect([await invoke(other, 'canned'), await invoke(other, 'canned:1')]).toEqual([2, 1])
      // From then on a version keeps what it has.
      other.function('orders', async () => 'newest')
      expect(await invoke(other, 'orders:1')).toBe('new')
    })

    it('keep canned results, errors and bytes', async () => {
      const lambda = newDouble()
      class OutOfStock extends Error {
        override readonly name = 'OutOfStock'
        readonly left = 0
      }
      lambda.function('orders').throws(new OutOfStock('none left'))
      lambda.function('mails').returns({ at: new Date(0), toJSON: undefined, big: new URL('http://example.com/') })
      lambda.object('bucket', 'orders.zip', new Uint8Array([1, 2, 3]))
      const other = newDouble()
      other.load(viaJson(lambda.snapshot()))
      expect(await invoke(other, 'orders')).toMatchObject({ errorType: 'OutOfStock', errorMessage: 'none left' })
      expect(await invoke(other, 'mails')).toEqual({ at: '1970-01-01T00:00:00.000Z', big: 'http://example.com/' })
      expect(JSON.stringify(other.snapshot())).toContain('AQID')
    })
  })

  it.each([
    ['text', '{}', 'was given a text'],
    ['nothing', undefined, 'needs what lambda.snapshot() returned'],
    ['another object', { version: 1 }, 'needs what lambda.snapshot() returned'],
    ['a later format', { format: 'lambdouble snapshot', version: 2 }, 'format version 2'],
    ['half a snapshot', { format: 'lambdouble snapshot', version: 1, nodes: [] }, 'its checksum does not fit'],
  ])('refuse %s', (_, given, message) => {
    const lambda = newDouble()
    lambda.function('orders')
    expect(() => lambda.load(given as never)).toThrow(
      expect.objectContaining({ name: 'UsageError', message: expect.stringContaining(message) }) as Error,
    )
    // And what was there is there still.
    expect(inspect(lambda.snapshot())).toContain('functions: 1')
  })

  it('notice an edited file', () => {
    const lambda = newDouble()
    lambda.function('orders')
    const edited = JSON.parse(JSON.stringify(lambda.snapshot()).replaceAll('orders', 'others')) as Snapshot
    expect(() => lambda.load(edited)).toThrow('its checksum does not fit')
  })

  it('are opaque: printing one shows nothing that it holds', () => {
    const lambda = newDouble()
    lambda.function('orders').configure({ Environment: { Variables: { KEY: 'canary' } } })
    const snapshot = lambda.snapshot()
    expect(inspect(snapshot, { depth: Infinity })).toBe('lambdouble snapshot { version: 1, functions: 1 }')
    expect(inspect(snapshot, { depth: Infinity, showHidden: true, customInspect: false })).not.toContain('canary')
    expect(Object.isFrozen(snapshot)).toBe(true)
  })
})
