import {
  CreateFunctionUrlConfigCommand,
  GetFunctionUrlConfigCommand,
  InvokeCommand,
  LambdaClient,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda'
import { mockLambda, type MockLambda, type TypedClient } from '../../src'
import { serve } from '../../src/server'

let lambda: MockLambda
beforeEach(() => (lambda = mockLambda({ seed: 1 })))
afterEach(() => lambda.restore())

const client: TypedClient = new LambdaClient()

async function invoke(FunctionName: string, event: unknown = {}, more: object = {}, by: TypedClient = client): Promise<any> {
  const { Payload } = await by.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event), ...more }))
  return Payload && JSON.parse(Payload.transformToString())
}
const functionNames = async () => (await client.send(new ListFunctionsCommand({}))).Functions!.map((fn) => fn.FunctionName)
const turn = () => new Promise((resolve) => setImmediate(resolve))
const mistake = (message: string) => expect.objectContaining({ name: 'UsageError', message: expect.stringContaining(message) })

describe('lambda.isolate', () => {
  it('begins empty, returns what the callback returns and leaves nothing', async () => {
    lambda.function('outside').returns(1)
    lambda.on('Invoke').throttles().after(1)
    const result = await lambda.isolate(async () => {
      lambda.function('inside').returns(2)
      expect(await functionNames()).toEqual(['inside'])
      expect([await invoke('inside'), await invoke('inside')]).toEqual([2, 2])
      expect(lambda.calls('Invoke')).toHaveLength(2)
      lambda.assert.invokedTimes('inside', 2)
      return 'done'
    })
    expect(result).toBe('done')
    expect(await functionNames()).toEqual(['outside'])
    expect(lambda.calls('Invoke')).toHaveLength(0)
    expect(lambda.invocations()).toHaveLength(0)
  })

  it('has the options of the double, and a seed that follows from its own and the order of beginning', async () => {
    lambda.restore()
    const urls = async (seed: number) => {
      lambda = mockLambda({ seed, region: 'eu-west-1' })
      const url = () =>
        lambda.isolate(async () => {
          const { arn } = lambda.function('orders')
          const { FunctionUrl } = await lambda
            .client()
            .send(new CreateFunctionUrlConfigCommand({ FunctionName: arn, AuthType: 'NONE' }))
          return FunctionUrl!
        })
      const found = [await url(), await url()]
      lambda.restore()
      return found
    }
    const first = await urls(1)
    expect(first[0]).toContain('.lambda-url.eu-west-1.on.aws')
    expect(first[0]).not.toBe(first[1])
    expect(await urls(1)).toEqual(first)
    expect(await urls(2)).not.toEqual(first)
    lambda = mockLambda()
  })

  it('may be nested', async () => {
    await lambda.isolate(async () => {
      lambda.function('outer').returns(1)
      await lambda.isolate(async () => {
        lambda.function('inner').returns(2)
        expect(await functionNames()).toEqual(['inner'])
      })
      expect(await functionNames()).toEqual(['outer'])
    })
  })

  it('owns its background work: handlers speak to its world, whenever they run', async () => {
    await lambda.isolate(async () => {
      lambda.function('orders', async () => invoke('mails'))
      lambda.function('mails').returns('sent')
      await invoke('orders', {}, { InvocationType: 'Event' })
      await lambda.settled()
      expect(lambda.invocations().map(({ functionName, result }) => [functionName, result])).toEqual([
        ['mails', 'sent'],
        ['orders', 'sent'],
      ])
    })
    expect(lambda.invocations()).toEqual([])
  })

  it('forgets at its end what lies in the future', async () => {
    const handler = jest.fn(async () => {
      throw new Error('again')
    })
    await lambda.isolate(async () => {
      lambda.function('orders', handler)
      await invoke('orders', {}, { InvocationType: 'Event' })
      await turn()
    })
    expect(handler).toHaveBeenCalledTimes(1)
    await lambda.clock.advance('1h')
    await lambda.settled()
    expect(handler).toHaveBeenCalledTimes(1)
  })

  it('is watched from inside only', async () => {
    const seen: string[] = []
    const watch = (who: string) => lambda.inspection.watch(({ kind }) => seen.push(`${who}: ${kind}`))
    watch('outside')
    await lambda.isolate(async () => {
      watch('inside')
      await functionNames()
    })
    await functionNames()
    expect(seen).toEqual(['inside: call', 'outside: call'])
  })

  it('reaches function URLs by fetch', async () => {
    await lambda.isolate(async () => {
      lambda.function('orders', async () => 'hello').url()
      const { FunctionUrl } = await client.send(new GetFunctionUrlConfigCommand({ FunctionName: 'orders' }))
      expect(await (await fetch(FunctionUrl!)).text()).toBe('hello')
      expect(lambda.invocations()).toHaveLength(1)
    })
    expect(lambda.invocations()).toEqual([])
  })

  describe('verify', () => {
    it('is called at the end of a callback that succeeds', async () => {
      const verified = lambda.isolate(async () => {
        lambda.on('Invoke').throttles().times(2)
      })
      await expect(verified).rejects.toMatchObject({
        name: 'VerificationError',
        message: expect.stringContaining('throttles().times(2)'),
      })
      expect(() => lambda.verify()).not.toThrow()
    })

    it('does not hide why the callback failed', async () => {
      const failed = lambda.isolate(async () => {
        lambda.on('Invoke').throttles().once()
        throw new Error('first')
      })
      await expect(failed).rejects.toThrow('first')
    })

    it('sees its own world only', async () => {
      lambda.on('Invoke').throttles().once()
      await lambda.isolate(async () => lambda.verify())
      expect(() => lambda.verify()).toThrow('throttles()')
    })
  })

  it('shows the seed of the double, with which the whole run can be repeated', async () => {
    await lambda.isolate(async () => {
      expect(() => lambda.assert.invoked('orders')).toThrow(/Seed: 1$/)
    })
  })

  it('resets itself alone, and is left alone by a reset outside', async () => {
    lambda.function('outside')
    const isolated = lambda.isolate(async () => {
      lambda.function('first')
      await turn()
      await turn()
      expect(await functionNames()).toEqual(['first'])
      lambda.reset()
      expect(await functionNames()).toEqual([])
    })
    await turn()
    lambda.reset()
    lambda.function('later')
    await isolated
    expect(await functionNames()).toEqual(['later'])
  })

  it('can be given a snapshot from outside', async () => {
    lambda.function('orders', async () => 1)
    const seeded = lambda.snapshot()
    await lambda.isolate(async () => {
      lambda.load(seeded)
      expect(await invoke('orders')).toBe(1)
      lambda.function('orders').returns(2)
    })
    expect(await invoke('orders')).toBe(1)
  })

  describe('refuses', () => {
    it('what is started inside and goes on after the end', async () => {
      let late: (() => Promise<unknown>) | undefined
      let other: Promise<unknown> | undefined
      await lambda.isolate(async () => {
        lambda.function('orders').returns(1)
        const ended = new Promise<void>((resolve) => (late = async () => resolve()))
        other = ended.then(() => invoke('orders'))
      })
      await late!()
      await expect(other).rejects.toEqual(mistake('after its callback had ended'))
      expect(lambda.calls()).toEqual([])
    })

    it('a callback that is none', async () => {
      await expect(lambda.isolate(undefined as never)).rejects.toEqual(mistake('lambda.isolate(callback) needs a function'))
    })

    it('to restore the double from inside', async () => {
      await lambda.isolate(async () => {
        expect(() => lambda.restore()).toThrow(mistake('would take the double from every test') as Error)
      })
      lambda.function('orders').returns(1)
      expect(await invoke('orders')).toBe(1)
    })
  })

  it('is not where requests over the HTTP endpoint lead that was opened outside', async () => {
    lambda.function('outside')
    const { endpoint, close } = await serve(lambda)
    try {
      await lambda.isolate(async () => {
        lambda.function('inside')
        const reply = (await (await fetch(`${endpoint}/2015-03-31/functions`)).json()) as {
          Functions: { FunctionName: string }[]
        }
        expect(reply.Functions.map((fn) => fn.FunctionName)).toEqual(['outside'])
      })
    } finally {
      await close()
    }
  })

  it('keeps fifty tests apart in ten thousand calls', async () => {
    const mixed: string[] = []
    await Promise.all(
      Array.from({ length: 50 }, (_, test) =>
        lambda.isolate(async () => {
          // A retry quota of its own.
          const own = lambda.client()
          lambda.function('orders', async ({ id }) => {
            if (id % 20 === 0) await invoke('mails', { id, test }, { InvocationType: 'Event' })
            return { test, id }
          })
          lambda.function('mails', async (event) => event)
          lambda.on('Invoke', { FunctionName: 'orders' }).throttles().times(5)
          for (let id = 0; id < 185; id += 5) {
            const answers = await Promise.all([0, 1, 2, 3, 4].map((each) => invoke('orders', { id: id + each }, {}, own)))
            answers.forEach((answer, index) => {
              if (answer.test !== test || answer.id !== id + index) mixed.push(`${test}: ${JSON.stringify(answer)}`)
            })
          }
          await lambda.settled()
          const mails = lambda.invocations('mails')
          if (mails.some(({ event }) => (event as { test: number }).test !== test)) mixed.push(`${test}: a mail of another test`)
          // 185 calls, 5 of them twice; and 10 mails.
          if (mails.length !== 10 || lambda.calls().length !== 200)
            mixed.push(`${test}: ${mails.length} mails, ${lambda.calls().length} calls`)
        }),
      ),
    )
    expect(mixed).toEqual([])
    expect(lambda.calls()).toEqual([])
  }, 120_000)
})
