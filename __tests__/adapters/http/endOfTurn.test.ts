import { runInThisContext } from 'node:vm'
import { createEndOfTurn } from '../../../src/adapters/http/endOfTurn'

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('what is gathered in one turn is done at its end, in order, and then what that has led to', async () => {
  const atEndOfTurn = createEndOfTurn()
  const done: string[] = []
  atEndOfTurn(() => {
    done.push('first')
    void Promise.resolve().then(() => atEndOfTurn(() => done.push('third')))
  })
  atEndOfTurn(() => done.push('second'))
  await Promise.resolve()
  expect(done).toEqual([])
  await turn()
  expect(done).toEqual(['first', 'second', 'third'])
})

test('what comes after that waits for the end of the next turn', async () => {
  const atEndOfTurn = createEndOfTurn()
  const done: string[] = []
  atEndOfTurn(() => atEndOfTurn(() => atEndOfTurn(() => done.push('late'))))
  await turn()
  expect(done).toEqual([])
  await turn()
  expect(done).toEqual(['late'])
})

describe('a task that throws', () => {
  /** The process that errors are told of; in Jest it is not the one that tests see, and Jest itself listens there. */
  const host = runInThisContext('process') as NodeJS.Process
  const others = host.listeners('uncaughtException')
  const heard: unknown[] = []
  beforeEach(() => {
    heard.length = 0
    host.removeAllListeners('uncaughtException')
    host.on('uncaughtException', (error) => heard.push(error))
  })
  afterEach(async () => {
    await turn()
    host.removeAllListeners('uncaughtException')
    for (const other of others) host.on('uncaughtException', other)
  })

  it('takes no other with it, of its own turn or of a later one', async () => {
    const atEndOfTurn = createEndOfTurn()
    const done: string[] = []
    atEndOfTurn(() => {
      throw new Error('one')
    })
    atEndOfTurn(() => done.push('second'))
    atEndOfTurn(() => {
      throw new Error('three')
    })
    atEndOfTurn(() => done.push('fourth'))
    await turn()
    expect(done).toEqual(['second', 'fourth'])
    atEndOfTurn(() => done.push('fifth'))
    await turn()
    expect(done).toEqual(['second', 'fourth', 'fifth'])
  })

  it('is heard of: what it threw is an uncaught exception, each of them', async () => {
    const atEndOfTurn = createEndOfTurn()
    const errors = [new Error('one'), 'two']
    for (const error of errors)
      atEndOfTurn(() => {
        throw error
      })
    for (let turns = 0; turns < 3; turns++) await turn()
    expect(heard).toEqual(errors)
  })
})
