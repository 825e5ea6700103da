import { createEndOfTurn } from '../../../src/adapters/http/endOfTurn'

test('what is gathered in one turn is done at its end, in order; what comes then waits for the next end', async () => {
  const atEndOfTurn = createEndOfTurn()
  const done: string[] = []
  atEndOfTurn(() => {
    done.push('first')
    atEndOfTurn(() => done.push('third'))
  })
  atEndOfTurn(() => done.push('second'))
  await Promise.resolve()
  expect(done).toEqual([])
  await new Promise((resolve) => setImmediate(resolve))
  expect(done).toEqual(['first', 'second'])
  await new Promise((resolve) => setImmediate(resolve))
  expect(done).toEqual(['first', 'second', 'third'])
})
