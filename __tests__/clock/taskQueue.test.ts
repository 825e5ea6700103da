import fc from 'fast-check'
import { createTaskQueue } from '../../src/clock/taskQueue'

describe('task queue', () => {
  it('gives out tasks by time, and first come first served among equals', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ at: fc.nat(20), cancel: fc.boolean() }), { maxLength: 60 }), (plan) => {
        const queue = createTaskQueue()
        const tasks = plan.map(({ at }, index) => ({ index, task: queue.add(at, () => undefined) }))
        tasks.filter(({ index }) => plan[index]!.cancel).forEach(({ task }) => task.cancel())
        const expected = tasks
          .filter(({ index }) => !plan[index]!.cancel)
          .sort((a, b) => a.task.at - b.task.at || a.index - b.index)
          .map(({ task }) => task)
        expect(queue.size).toBe(expected.length)
        const taken = []
        for (let task = queue.take(); task; task = queue.take()) taken.push(task)
        expect(taken).toEqual(expected)
        expect(queue.size).toBe(0)
      }),
    )
  })
})
