import type { EngineMapping } from '../../double/engines'
import type { EngineMessage } from '../../runtime/event-sources/engines/runMessages'
import { createPatience, messageOf, within, type Pace } from './pace'
import type { QueueApi } from './queueApi'

/** Something that reads for one mapping. */
export interface Poller {
  /**
   * Reads no more. What the function has is waited for; what it is not done with by then comes again: it is given back to its
   * queue, or is behind the position of its shard.
   * @param grace milliseconds
   */
  stop(grace: number): Promise<void>
}

/** Seconds that SQS waits for a first message, at most. */
const longPoll = 20

/** Milliseconds in which an answer arrives that the engine has given already. */
const onTheWay = 250

/**
 * Reads a real queue for one mapping: receives batches, has them processed, deletes what is done, and nothing before. What failed comes
 * back when its visibility timeout is over, and dead letters are the queue's own business. An engine that does not answer is tried
 * again.
 */
export function pollQueue(mapping: EngineMapping, queue: QueueApi, pace: Pace): Poller {
  const stopping = new AbortController()
  const { signal } = stopping
  /** Ends a receive that waits. Later than the rest: messages that are on their way are to arrive, and be given back. */
  const cutting = new AbortController()
  const patience = createPatience(`Queue ${mapping.arn} for ${mapping.functionName}`, pace, signal)
  const underWay = new Map<Promise<void>, readonly EngineMessage[]>()
  const ended = poll()

  async function poll(): Promise<void> {
    while (!signal.aborted) {
      if (!mapping.isAtWork()) {
        await pace.wait(500, signal)
        continue
      }
      if (underWay.size >= mapping.concurrency) {
        await Promise.race(underWay.keys())
        continue
      }
      try {
        const { messages, hiddenUntil } = await receiveBatch()
        patience.succeeded()
        if (messages.length === 0) continue
        const work: Promise<void> = process(messages, hiddenUntil)
          .catch(couldNotRun)
          .finally(() => underWay.delete(work))
        underWay.set(work, messages)
      } catch (error) {
        await patience.failed(error)
      }
    }
  }

  /** A batch is full, or as large as it gets until its window is over. It is given back if the mapping stops meanwhile. */
  async function receiveBatch(): Promise<{ readonly messages: readonly EngineMessage[]; readonly hiddenUntil: number }> {
    const { batchSize, batchingWindow } = mapping
    const hidden = await queue.hidden()
    const messages = await queue.receive(Math.min(10, batchSize), longPoll, cutting.signal)
    const since = pace.now()
    const left = () => (messages.length === 0 ? 0 : since + batchingWindow - pace.now())
    while (messages.length < batchSize && left() > 0 && !signal.aborted) {
      const seconds = Math.min(longPoll, Math.ceil(left() / 1000))
      try {
        messages.push(...(await queue.receive(Math.min(10, batchSize - messages.length), seconds, cutting.signal)))
      } catch {
        // What is there is enough; whatever ails the queue shows at the next batch.
        break
      }
    }
    if (!signal.aborted) return { messages, hiddenUntil: since + hidden }
    await giveBack(messages)
    return { messages: [], hiddenUntil: since }
  }

  async function process(messages: readonly EngineMessage[], hiddenUntil: number): Promise<void> {
    let left = messages
    for (let refusals = 0; left.length > 0; refusals++) {
      const { done, failed, error } = await mapping.run(left)
      await deleteDone(done, hiddenUntil)
      if (error !== undefined) pace.log(`Queue ${mapping.arn}: ${mapping.functionName} failed with a batch. ${error}`)
      left = left.filter((message) => !done.includes(message) && !failed.includes(message))
      // There was no place to run. The rest is tried again for as long as nobody else sees it.
      const wait = 1000 * 2 ** Math.min(refusals, 8)
      if (left.length === 0 || pace.now() + wait >= hiddenUntil) return
      await pace.wait(wait, signal)
      if (signal.aborted) return giveBack(left)
    }
  }

  /** What the double itself refuses, such as a loop without an end: the messages come back as after a failure. */
  function couldNotRun(error: unknown): void {
    pace.log(`Queue ${mapping.arn}: ${mapping.functionName} could not be run with a batch. ${messageOf(error)}`)
  }

  /** A message that cannot be deleted is processed again: better twice than never. */
  async function deleteDone(messages: readonly EngineMessage[], hiddenUntil: number): Promise<void> {
    for (let failures = 0; ; failures++) {
      try {
        if (messages.length > 0) await queue.delete(messages)
        return
      } catch (error) {
        const wait = 200 * 2 ** failures
        if (signal.aborted || pace.now() + wait >= hiddenUntil) {
          const what = `${messages.length} processed messages could not be deleted, and may come again`
          return pace.log(`Queue ${mapping.arn}: ${what}. ${messageOf(error)}`)
        }
        await pace.wait(wait, signal)
      }
    }
  }

  async function giveBack(messages: readonly EngineMessage[]): Promise<void> {
    try {
      if (messages.length > 0) await queue.giveBack(messages)
    } catch (error) {
      pace.log(`Queue ${mapping.arn}: messages come back after their visibility timeout. ${messageOf(error)}`)
    }
  }

  return {
    async stop(grace) {
      stopping.abort()
      await within(pace, onTheWay, ended)
      cutting.abort()
      await ended
      await within(pace, grace, Promise.allSettled(underWay.keys()))
      for (const messages of [...underWay.values()]) await giveBack(messages)
    },
  }
}
