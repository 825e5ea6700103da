import { createVirtualClock } from '../../src/clock/virtualClock'

const start = Date.UTC(2026, 0, 31)

describe('virtual clock', () => {
  it('stands still by itself', () => {
    const clock = createVirtualClock(start)
    expect(clock.now()).toBe(start)
  })

  it('runs what falls due on advance, in order of time, each at its own time', async () => {
    const clock = createVirtualClock(start)
    const ran: [string, number][] = []
    const note = (name: string) => () => void ran.push([name, clock.now() - start])
    clock.schedule(start + 3_000, note('third'))
    clock.schedule(start + 1_000, note('first'))
    clock.schedule(start + 1_000, note('second'))
    clock.schedule(start + 9_000, note('later'))
    await clock.advance(5_000)
    expect(ran).toEqual([
      ['first', 1_000],
      ['second', 1_000],
      ['third', 3_000],
    ])
    expect(clock.now()).toBe(start + 5_000)
  })

  it('runs what a task schedules within the same advance', async () => {
    const clock = createVirtualClock(start)
    const times: number[] = []
    const again = () => {
      times.push(clock.now() - start)
      if (times.length < 3) clock.schedule(clock.now() + 60_000, again)
    }
    clock.schedule(start + 60_000, again)
    await clock.advance(600_000)
    expect(times).toEqual([60_000, 120_000, 180_000])
  })

  it('runs a task that is due at once on the next turn, without anybody asking', async () => {
    const clock = createVirtualClock(start)
    const ran = new Promise<void>((resolve) => void clock.schedule(start, () => resolve()))
    await ran
    expect(clock.now()).toBe(start)
  })

  it('leaves the future alone until the clock is moved', async () => {
    const clock = createVirtualClock(start)
    const task = jest.fn()
    clock.schedule(start + 1, task)
    await new Promise((resolve) => setImmediate(resolve))
    expect(task).not.toHaveBeenCalled()
  })

  it('jumps to the end of a sleep, and runs on the way what is due by then', async () => {
    const clock = createVirtualClock(start)
    const seen: number[] = []
    clock.schedule(start + 1_000, () => void seen.push(clock.now() - start))
    await clock.sleep(5_000)
    expect(seen).toEqual([1_000])
    expect(clock.now()).toBe(start + 5_000)
  })

  it('wakes parallel sleepers in order, and their time passes together', async () => {
    const clock = createVirtualClock(start)
    const woken: string[] = []
    await Promise.all([
      clock.sleep(300).then(() => woken.push('slow')),
      clock.sleep(100).then(() => woken.push('quick')),
      clock.sleep(200).then(() => woken.push('middle')),
    ])
    expect(woken).toEqual(['quick', 'middle', 'slow'])
    expect(clock.now()).toBe(start + 300)
  })

  it('lets a scheduled task sleep', async () => {
    const clock = createVirtualClock(start)
    const times: number[] = []
    clock.schedule(start + 1_000, async () => {
      await clock.sleep(2_000)
      times.push(clock.now() - start)
    })
    await clock.advance(1_000)
    expect(times).toEqual([3_000])
    expect(clock.now()).toBe(start + 3_000)
  })

  it('settles: six hours of retries, one after another', async () => {
    const clock = createVirtualClock(start)
    let runs = 0
    const retry = () => {
      runs++
      if (clock.now() < start + 6 * 3_600_000) clock.schedule(clock.now() + 300_000, retry)
    }
    clock.schedule(start, retry)
    await clock.settle()
    expect(runs).toBe(73)
    expect(clock.now()).toBe(start + 6 * 3_600_000)
  })

  it('begins work of one instant side by side, so that one may wait for another', async () => {
    const clock = createVirtualClock(start)
    const seen: string[] = []
    let open!: () => void
    const opened = new Promise<void>((resolve) => (open = resolve))
    clock.schedule(start, async () => {
      await opened
      seen.push('first')
    })
    clock.schedule(start, () => {
      seen.push('second')
      open()
    })
    await clock.settle()
    expect(seen).toEqual(['second', 'first'])
  })

  it('lets work that takes no time be over before other work of the same instant begins', async () => {
    const clock = createVirtualClock(start)
    const seen: string[] = []
    for (const name of ['first', 'second'])
      clock.schedule(start, async () => {
        seen.push(`${name} begins`)
        for (let tick = 0; tick < 100; tick++) await Promise.resolve()
        seen.push(`${name} ends`)
      })
    await clock.settle()
    expect(seen).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
  })

  it('leaves the event loop its turns, however much there is to do', async () => {
    const clock = createVirtualClock(start)
    let isOver = false
    const again = async () => {
      await Promise.resolve()
      if (!isOver) clock.schedule(clock.now(), again)
    }
    clock.schedule(start, again)
    setTimeout(() => (isOver = true), 1)
    await clock.settle()
    expect(isOver).toBe(true)
  })

  it('begins what becomes due while other work is still under way', async () => {
    const clock = createVirtualClock(start)
    const seen: string[] = []
    let open!: () => void
    const opened = new Promise<void>((resolve) => (open = resolve))
    clock.schedule(start, () => opened)
    const settled = clock.settle().then(() => seen.push('settled'))
    await new Promise((resolve) => setImmediate(resolve))
    clock.schedule(start, () => {
      seen.push('later')
      open()
    })
    await settled
    expect(seen).toEqual(['later', 'settled'])
  })

  it('lets work begin on the way while other work sleeps', async () => {
    const clock = createVirtualClock(start)
    const seen: [string, number][] = []
    const note = (name: string) => void seen.push([name, clock.now() - start])
    clock.schedule(start, async () => {
      await clock.sleep(3_000)
      note('slept')
    })
    clock.schedule(start + 1_000, () => note('on the way'))
    await clock.settle()
    expect(seen).toEqual([
      ['on the way', 1_000],
      ['slept', 3_000],
    ])
  })

  it('does not let time go on before work has ended', async () => {
    const clock = createVirtualClock(start)
    const times: number[] = []
    clock.schedule(start, async () => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      times.push(clock.now() - start)
    })
    clock.schedule(start + 1, () => void times.push(clock.now() - start))
    await clock.settle()
    expect(times).toEqual([0, 1])
  })

  it('tells whoever lets time pass of work that failed, after the other work of that time has ended', async () => {
    const clock = createVirtualClock(start)
    const other = jest.fn()
    clock.schedule(start + 1, () => Promise.reject(new Error('broken')))
    clock.schedule(start + 1, async () => {
      await clock.sleep(5)
      other()
    })
    clock.schedule(start + 10, other)
    await expect(clock.advance(1)).rejects.toThrow('broken')
    expect(other).toHaveBeenCalledTimes(1)
    await clock.settle()
    expect(other).toHaveBeenCalledTimes(2)
  })

  it('rejects a sleep with the reason of its signal, at once', async () => {
    const clock = createVirtualClock(start)
    const controller = new AbortController()
    const sleep = clock.sleep(1_000_000, controller.signal)
    controller.abort(new Error('enough'))
    await expect(sleep).rejects.toThrow('enough')
    await expect(clock.sleep(1, controller.signal)).rejects.toThrow('enough')
    expect(clock.now()).toBe(start)
  })

  it('does not run a cancelled task', async () => {
    const clock = createVirtualClock(start)
    const task = jest.fn()
    clock.schedule(start + 10, task).cancel()
    await clock.settle()
    expect(task).not.toHaveBeenCalled()
  })

  describe('a limit', () => {
    it('comes when time gets there, in order with the work, and after work of the same time', async () => {
      const clock = createVirtualClock(start)
      const ran: string[] = []
      clock.limit(start + 2_000, () => void ran.push('limit'))
      clock.schedule(start + 3_000, () => void ran.push('later work'))
      clock.schedule(start + 2_000, () => void ran.push('work'))
      await clock.advance(10_000)
      expect(ran).toEqual(['work', 'limit', 'later work'])
    })

    it('is no work that settle would wait for, but comes on the way to some', async () => {
      const clock = createVirtualClock(start)
      const ran: string[] = []
      clock.limit(start + 1_000, () => void ran.push('near'))
      clock.limit(start + 3_600_000, () => void ran.push('far'))
      clock.schedule(start + 2_000, () => void ran.push('work'))
      await clock.settle()
      expect(ran).toEqual(['near', 'work'])
      expect(clock.now()).toBe(start + 2_000)
    })

    it('comes on the way to the end of a sleep', async () => {
      const clock = createVirtualClock(start)
      const limit = jest.fn()
      clock.limit(start + 1_000, limit)
      await clock.sleep(2_000)
      expect(limit).toHaveBeenCalledTimes(1)
    })

    it('is forgotten when it is cancelled, and when the clock is cleared', async () => {
      const clock = createVirtualClock(start)
      const limit = jest.fn()
      clock.limit(start + 10, limit).cancel()
      clock.limit(start + 10, limit)
      clock.clear()
      await clock.advance(20)
      expect(limit).not.toHaveBeenCalled()
    })
  })

  it('goes on under fake timers', async () => {
    jest.useFakeTimers()
    try {
      const clock = createVirtualClock(start)
      await clock.sleep(60_000)
      expect(clock.now()).toBe(start + 60_000)
      expect(jest.getTimerCount()).toBe(0)
    } finally {
      jest.useRealTimers()
    }
  })

  it('measures virtual and real time together', async () => {
    const clock = createVirtualClock(start)
    const elapsed = clock.stopwatch()
    await clock.sleep(5_000)
    expect(elapsed()).toBeGreaterThanOrEqual(5_000)
  })
})
