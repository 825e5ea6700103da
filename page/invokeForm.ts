import { api, type FunctionView, type Reply } from './api'
import { element, labelled, pretty } from './element'

/** Runs a function with an event and shows what came of it. */
export function createInvokeForm(root: HTMLElement): { show(functions: readonly FunctionView[]): void } {
  const fn = element('select', { required: true })
  const type = element('select')
  for (const name of ['RequestResponse', 'Event', 'DryRun']) type.append(element('option', {}, name))
  const event = element('textarea', { spellcheck: 'false' })
  event.value = '{}'
  const button = element('button', {}, 'Invoke')
  const output = element('output', { 'aria-live': 'polite' })
  const send = async () => {
    const { region = '', name = '' } = fn.selectedOptions[0]?.dataset ?? {}
    button.disabled = true
    try {
      output.replaceChildren(...replyParts(await api.invoke(name, region, type.value, event.value)))
    } catch (error) {
      output.replaceChildren(element('p', { class: 'bad' }, (error as Error).message))
    } finally {
      button.disabled = false
    }
  }
  const submit = (submitted: Event) => {
    submitted.preventDefault()
    void send()
  }
  const form = element('form', { submit, 'aria-label': 'Invoke a function' })
  form.append(labelled('Function', fn), labelled('Invocation type', type), labelled('Event, JSON', event, true), button, output)
  root.append(form)

  return {
    show(functions) {
      const chosen = fn.value
      fn.replaceChildren(
        ...functions.flatMap((each) => [undefined, ...each.aliases.map(({ name }) => name)].map((alias) => choice(each, alias))),
      )
      if ([...fn.options].some(({ value }) => value === chosen)) fn.value = chosen
      button.disabled = functions.length === 0
    },
  }
}

function choice({ name, region, arn }: FunctionView, alias: string | undefined): HTMLOptionElement {
  const qualified = alias === undefined ? name : `${name}:${alias}`
  const option = element('option', { value: alias === undefined ? arn : `${arn}:${alias}` }, `${qualified} (${region})`)
  option.dataset.region = region
  option.dataset.name = qualified
  return option
}

function replyParts({ status, payload, error, log }: Reply): Node[] {
  const parts: Node[] = [
    element('p', { class: error === undefined ? 'good' : 'bad' }, error === undefined ? String(status) : `${status} ${error}`),
  ]
  if (payload !== '') parts.push(element('pre', { 'aria-label': 'Answer' }, prettyText(payload)))
  if (log !== undefined) parts.push(element('pre', { 'aria-label': 'Log' }, log))
  return parts
}

function prettyText(text: string): string {
  try {
    return pretty(JSON.parse(text))
  } catch {
    return text
  }
}
