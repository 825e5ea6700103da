import type { DeliveryView, InvocationView } from './api'
import { timeOf } from './callList'
import { element } from './element'

/** Requests that are shown, the newest; more would be no picture. */
const most = 25

interface Lane {
  readonly name: string
  readonly marks: { readonly at: number; readonly duration: number; readonly text: string; readonly kind: string }[]
}

/** The runs of functions in time: the attempts of a request on one lane, with what was delivered in the end. */
export function createTimeline(root: HTMLElement): {
  clear(): void
  addRun(run: InvocationView): void
  addDelivery(delivery: DeliveryView): void
} {
  const lanes = new Map<string, Lane>()
  let waiting = false

  function laneOf(requestId: string, name: string): Lane {
    const lane = lanes.get(requestId) ?? { name, marks: [] }
    lanes.delete(requestId)
    lanes.set(requestId, lane)
    if (lanes.size > most) lanes.delete([...lanes.keys()][0]!)
    return lane
  }

  /** Once for all that happens between two pictures. */
  function drawSoon(): void {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      root.replaceChildren(...picture([...lanes.values()].reverse()))
    })
  }

  drawSoon()
  return {
    clear() {
      lanes.clear()
      drawSoon()
    },
    addRun({ requestId, functionName, qualifier, at, duration, error, text }) {
      const name = qualifier === undefined ? functionName : `${functionName}:${qualifier}`
      laneOf(requestId, name).marks.push({ at, duration, text, kind: error === undefined ? '' : 'failed' })
      drawSoon()
    },
    addDelivery({ requestId, functionName, at, text }) {
      laneOf(requestId, functionName).marks.push({ at, duration: 0, text, kind: 'delivery' })
      drawSoon()
    },
  }
}

function picture(lanes: readonly Lane[]): Node[] {
  if (lanes.length === 0) return [element('p', { class: 'empty' }, 'Nothing has run yet.')]
  const marks = lanes.flatMap((lane) => lane.marks)
  const start = Math.min(...marks.map(({ at }) => at))
  const end = Math.max(...marks.map(({ at, duration }) => at + duration), start + 1)
  const share = (length: number) => `${(100 * length) / (end - start)}%`
  const mark = ({ at, duration, text, kind }: Lane['marks'][number]) => {
    const drawn = element('span', { class: `mark ${kind}`, role: 'img', 'aria-label': text, title: text })
    drawn.style.left = `min(${share(at - start)}, calc(100% - 5px))`
    if (kind !== 'delivery') drawn.style.width = share(duration)
    return drawn
  }
  return [
    element(
      'ul',
      { 'aria-label': 'Requests, the newest first' },
      ...lanes.map(({ name, marks }) =>
        element(
          'li',
          { class: 'row' },
          element('span', { class: 'name', title: name }, name),
          element('span', { class: 'lane' }, ...marks.map(mark)),
          element('span', { class: 'number faint' }, runsText(marks)),
        ),
      ),
    ),
    element(
      'div',
      { class: 'axis', 'aria-hidden': 'true' },
      element('span', {}, timeOf(start)),
      element('span', {}, timeOf(end)),
    ),
  ]
}

function runsText(marks: Lane['marks']): string {
  const runs = marks.filter(({ kind }) => kind !== 'delivery').length
  const deliveries = marks.length - runs
  const words = [`${runs} ${runs === 1 ? 'run' : 'runs'}`]
  if (deliveries > 0) words.push(`${deliveries} delivered`)
  return words.join(', ')
}
