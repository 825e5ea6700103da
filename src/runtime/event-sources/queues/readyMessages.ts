import type { QueueMessageRecord, QueueRecord } from '../../../state/queueRecord'

/** The messages of a queue that can be received now, in the order in which that became so. */
export interface ReadyMessages {
  /** About how many there are: a message may have grown too old meanwhile. */
  readonly size: number
  /** A message may be received from now on; of a FIFO queue, any message of its group. */
  offer(message: QueueMessageRecord): void
  /**
   * Shows the messages that can be received, one after the other, until there are none or `visit` declines one by false.
   * It has to hide or remove what it takes.
   */
  take(now: number, visit: (message: QueueMessageRecord) => boolean): void
}

export function createReadyMessages(queue: QueueRecord): ReadyMessages {
  return queue.type === 'sqs' ? createStandard(queue) : createFifo(queue)
}

/** A list that is taken from at its beginning and added to at its end, at the same cost however long it is. */
interface Line<Item> {
  readonly size: number
  add(item: Item): void
  first(): Item | undefined
  drop(): void
}

function createLine<Item>(): Line<Item> {
  let items: Item[] = []
  let head = 0
  return {
    get size() {
      return items.length - head
    },
    add: (item) => items.push(item),
    first: () => items[head],
    drop() {
      head++
      if (head < 1024 || head * 2 < items.length) return
      items = items.slice(head)
      head = 0
    },
  }
}

function createStandard({ messages }: QueueRecord): ReadyMessages {
  const line = createLine<QueueMessageRecord>()
  const listed = new WeakSet<QueueMessageRecord>()
  return {
    get size() {
      return line.size
    },
    offer(message) {
      if (listed.has(message)) return
      listed.add(message)
      line.add(message)
    },
    take(now, visit) {
      for (let message = line.first(); message !== undefined; message = line.first()) {
        const isThere = messages.get(message.id) === message && message.visibleAt <= now
        if (isThere && !visit(message)) return
        line.drop()
        listed.delete(message)
      }
    },
  }
}

/**
 * Messages of a group are received in order, and none while an earlier one is with somebody.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html
 */
function createFifo({ messages }: QueueRecord): ReadyMessages {
  interface Group {
    items: QueueMessageRecord[]
    head: number
    listed: boolean
  }
  const groups = new Map<string, Group>()
  const known = new WeakSet<QueueMessageRecord>()
  const line = createLine<string>()
  const isGone = (message: QueueMessageRecord) => messages.get(message.id) !== message

  /** Those that are still in the queue begin at the head; what is gone is forgotten in large pieces. */
  function trim(group: Group): void {
    while (group.head < group.items.length && isGone(group.items[group.head]!)) group.head++
    if (group.head < 1024 && group.head < group.items.length) return
    group.items = group.items.slice(group.head)
    group.head = 0
  }

  return {
    get size() {
      return line.size
    },
    offer(message) {
      const id = message.groupId!
      let group = groups.get(id)
      if (group === undefined) groups.set(id, (group = { items: [], head: 0, listed: false }))
      if (!known.has(message)) group.items.push(message)
      known.add(message)
      if (!group.listed) line.add(id)
      group.listed = true
    },
    take(now, visit) {
      for (let id = line.first(); id !== undefined; id = line.first()) {
        const group = groups.get(id)!
        trim(group)
        for (let index = group.head; index < group.items.length; index++) {
          const message = group.items[index]!
          if (isGone(message)) continue
          if (message.visibleAt > now) break
          if (!visit(message)) return
        }
        line.drop()
        group.listed = false
        if (group.items.length === 0) groups.delete(id)
      }
    },
  }
}
