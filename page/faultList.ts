import { api, type Fault, type RuleView } from './api'
import { element, labelled } from './element'

/** What can be switched on here: how it reads, and what it has to be told, with an example. */
const kinds: Readonly<Record<string, { readonly label: string; readonly asks?: string; readonly example?: string }>> = {
  throttles: { label: 'is throttled' },
  fails: { label: 'fails with', asks: 'Error', example: 'ServiceException' },
  drops: { label: 'loses its connection by', asks: 'Code', example: 'ECONNRESET' },
  delays: { label: 'takes longer by', asks: 'Time', example: '2s' },
  losesReply: { label: 'happens, but its answer is lost' },
  hangs: { label: 'never answers' },
}

/** The faults that are on, and a form for one more. */
export function createFaultList(
  root: HTMLElement,
  act: (action: () => Promise<unknown>) => void,
): { show(faults: readonly RuleView[]): void } {
  const list = element('div')
  const operation = element('input', { value: 'Invoke', required: true, size: 14 })
  const fn = element('input', { placeholder: 'any', size: 10 })
  const verb = element('select', { change: () => adapt() })
  for (const [name, { label }] of Object.entries(kinds)) verb.append(element('option', { value: name }, label))
  const argument = element('input', { size: 14 })
  const asked = labelled('', argument)
  const times = element('input', { type: 'number', min: 1, placeholder: 'always' })
  const add = (event: Event) => {
    event.preventDefault()
    const wanted: Fault = {
      operation: operation.value,
      verb: verb.value,
      ...(fn.value === '' ? {} : { match: { FunctionName: fn.value } }),
      ...(kinds[verb.value]?.asks === undefined ? {} : { args: [argument.value] }),
      ...(times.value === '' ? {} : { times: Number(times.value) }),
    }
    act(() => api.addFault(wanted))
  }
  const form = element('form', { submit: add, 'aria-label': 'One more fault' })
  form.append(labelled('Operation', operation), labelled('Function', fn), labelled('What', verb), asked)
  form.append(labelled('Times', times), element('button', {}, 'Add'))
  root.append(list, form)

  function adapt(): void {
    const { asks, example = '' } = kinds[verb.value] ?? {}
    asked.hidden = asks === undefined
    asked.firstChild!.textContent = asks ?? ''
    argument.required = asks !== undefined
    argument.value = example
  }
  adapt()

  return {
    show(faults) {
      list.replaceChildren(
        faults.length === 0
          ? element('p', { class: 'empty' }, 'Nothing goes wrong that should not.')
          : element('ul', {}, ...faults.map((fault) => faultItem(fault, act))),
      )
    },
  }
}

function faultItem({ id, text, steps }: RuleView, act: (action: () => Promise<unknown>) => void): HTMLElement {
  const script = steps.map((step) => `.${step.text}${step.times === undefined ? '' : `.times(${step.times})`}`).join('')
  const used = steps.reduce((total, step) => total + step.used, 0)
  return element(
    'li',
    { class: 'row' },
    element('code', { class: 'grow' }, `${text}${script}`),
    element('span', { class: 'faint number' }, used === 1 ? 'happened once' : `happened ${used} times`),
    element(
      'button',
      { type: 'button', 'aria-label': `Remove ${text}${script}`, click: () => act(() => api.removeFault(id)) },
      'Remove',
    ),
  )
}
