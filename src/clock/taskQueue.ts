import type { Scheduled } from './clock'

export interface Task extends Scheduled {
  readonly run: () => void | Promise<void>
}

/** Tasks in order of their time, first come first served among equals: a binary heap. */
export interface TaskQueue {
  readonly size: number
  add(at: number, run: () => void | Promise<void>): Task
  /** The earliest task, still in the queue. */
  peek(): Task | undefined
  /** Takes the earliest task out. */
  take(): Task | undefined
  clear(): void
}

interface Entry extends Task {
  readonly order: number
  cancelled: boolean
}

export function createTaskQueue(): TaskQueue {
  let heap: Entry[] = []
  let order = 0
  let live = 0

  const earlier = (a: Entry, b: Entry) => a.at < b.at || (a.at === b.at && a.order < b.order)

  function siftUp(index: number): void {
    const entry = heap[index]!
    while (index > 0) {
      const parent = (index - 1) >> 1
      if (!earlier(entry, heap[parent]!)) break
      heap[index] = heap[parent]!
      index = parent
    }
    heap[index] = entry
  }

  function siftDown(index: number): void {
    const entry = heap[index]!
    for (;;) {
      let child = 2 * index + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && earlier(heap[child + 1]!, heap[child]!)) child++
      if (!earlier(heap[child]!, entry)) break
      heap[index] = heap[child]!
      index = child
    }
    heap[index] = entry
  }

  function removeFirst(): Entry | undefined {
    const first = heap[0]
    const last = heap.pop()
    if (heap.length > 0) {
      heap[0] = last!
      siftDown(0)
    }
    return first
  }

  function dropCancelled(): void {
    while (heap[0]?.cancelled) removeFirst()
  }

  return {
    get size() {
      return live
    },
    add(at, run) {
      const entry: Entry = {
        at,
        run,
        order: order++,
        cancelled: false,
        cancel() {
          if (!entry.cancelled) live--
          entry.cancelled = true
        },
      }
      heap.push(entry)
      live++
      siftUp(heap.length - 1)
      return entry
    },
    peek() {
      dropCancelled()
      return heap[0]
    },
    take() {
      dropCancelled()
      const task = removeFirst()
      task?.cancel()
      return task
    },
    clear() {
      heap = []
      live = 0
    },
  }
}
