import { api, type FunctionView, type RuleView } from './api'
import { element } from './element'

/** The functions that there are, with a switch for the failure that everybody forgets: being throttled. */
export function showFunctions(
  root: HTMLElement,
  functions: readonly FunctionView[],
  faults: readonly RuleView[],
  act: (action: () => Promise<unknown>) => void,
): void {
  const rows = functions.map((fn) => {
    const throttle = faults.find((fault) => isThrottleOf(fault, fn.name))
    const flip = () =>
      throttle === undefined
        ? api.addFault({ operation: 'Invoke', match: { FunctionName: fn.name }, verb: 'throttles' })
        : api.removeFault(throttle.id)
    return element(
      'li',
      { class: 'row' },
      element('strong', {}, fn.name),
      element('span', { class: 'grow faint' }, describe(fn)),
      element(
        'button',
        {
          type: 'button',
          'aria-pressed': throttle === undefined ? 'false' : 'true',
          'aria-label': `Throttle ${fn.name}`,
          click: () => act(flip),
        },
        'Throttle',
      ),
    )
  })
  root.replaceChildren(
    rows.length > 0 ? element('ul', {}, ...rows) : element('p', { class: 'empty' }, 'There is no function yet.'),
  )
}

function describe(fn: FunctionView): string {
  const count = (number: number, one: string) => (number === 0 ? [] : [`${number} ${one}${number === 1 ? '' : 's'}`])
  return [
    fn.region,
    fn.runtime ?? fn.packageType,
    fn.runs,
    ...count(fn.versions.length, 'version'),
    ...fn.aliases.map(({ name, version }) => `${name} → ${version}`),
    ...count(fn.urls.length, 'URL'),
    ...count(fn.triggers.length, 'trigger'),
  ].join(' · ')
}

/** One that this switch has set, or somebody in the same words. */
function isThrottleOf({ operation, functionName, steps }: RuleView, name: string): boolean {
  return (
    operation === 'Invoke' &&
    functionName === name &&
    steps.some(({ text, times }) => /^throttles\b/.test(text) && times === undefined)
  )
}
