import type { CallView } from './api'
import { element, labelled, pretty } from './element'

/** The newest stay. */
const most = 300

/** The calls of the API, the newest first, with what they carried. */
export function createCallList(root: HTMLElement): { show(calls: readonly CallView[]): void; add(call: CallView): void } {
  const list = element('ol', { 'aria-label': 'Calls, the newest first', tabindex: 0 })
  const empty = element('p', { class: 'empty' }, 'Nothing was called yet.')
  const filter = element('input', { type: 'search', placeholder: 'orders', input: () => [...list.children].forEach(hide) })
  root.append(element('form', { submit: (event) => event.preventDefault() }, labelled('Only with', filter)), empty, list)

  function hide(item: Element): void {
    const text = (item as HTMLElement).dataset.text ?? ''
    ;(item as HTMLElement).hidden = !text.toLowerCase().includes(filter.value.toLowerCase())
  }

  function add(call: CallView): void {
    empty.hidden = true
    const item = element('li', {}, callItem(call))
    item.dataset.text = call.text
    hide(item)
    list.prepend(item)
    while (list.children.length > most) list.lastElementChild!.remove()
  }

  return {
    add,
    show(calls) {
      list.replaceChildren()
      empty.hidden = calls.length > 0
      for (const call of calls) add(call)
    },
  }
}

function callItem(call: CallView): HTMLElement {
  const name = call.qualifier === undefined ? call.functionName : `${call.functionName}:${call.qualifier}`
  return element(
    'details',
    {},
    element(
      'summary',
      {},
      element(
        'span',
        { class: 'row' },
        element('span', { class: 'number faint' }, timeOf(call.at)),
        element('strong', {}, call.operation ?? `${call.method} ${call.path}`),
        element('span', { class: 'grow' }, name ?? ''),
        call.attempt > 1 && element('span', { class: 'faint' }, `attempt ${call.attempt}`),
        element('span', { class: failed(call) ? 'bad' : 'good' }, outcomeOf(call)),
        element('span', { class: 'number faint' }, `${Math.round(call.duration)} ms`),
      ),
    ),
    ...part('Event', call.payload),
    ...part('Input', isEmpty(call.input) ? undefined : call.input),
    ...part('Result', call.result),
    ...part('Error', call.error && `${call.error.name}: ${call.error.message}`),
    ...part('Hint', call.hint),
    element(
      'dl',
      {},
      ...term('Request', `${call.method} ${call.path}`),
      ...term('Account and region', `${call.accountId} ${call.region}`),
      ...term('Status', String(call.status ?? 'no answer')),
    ),
  )
}

function part(title: string, value: unknown): Node[] {
  return value === undefined ? [] : [element('div', { class: 'faint' }, title), element('pre', {}, pretty(value))]
}

function term(name: string, value: string): Node[] {
  return [element('dt', {}, name), element('dd', {}, value)]
}

const isEmpty = (value: unknown) => typeof value === 'object' && value !== null && Object.keys(value).length === 0
const failed = ({ error, functionError }: CallView) => error !== undefined || functionError !== undefined

function outcomeOf({ error, functionError, status }: CallView): string {
  if (error !== undefined) return error.name
  return functionError === undefined ? String(status ?? '') : `${status} ${functionError}`
}

/** 14:03:07.120 */
export function timeOf(at: number): string {
  const time = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':')
  return `${clock}.${String(time.getMilliseconds()).padStart(3, '0')}`
}
