import { api, follow } from './api'
import { createCallList } from './callList'
import { place } from './element'
import { createFaultList } from './faultList'
import { showFunctions } from './functionList'
import { createInvokeForm } from './invokeForm'
import { createTimeline } from './timeline'

const calls = createCallList(place('calls'))
const timeline = createTimeline(place('timeline'))
const faults = createFaultList(place('faults'), act)
const invoke = createInvokeForm(place('invoke'))
const status = place('status')

let asked = false

/** Functions and faults change with calls; they are read again once for all calls of a moment. */
function refreshSoon(): void {
  if (asked) return
  asked = true
  setTimeout(() => {
    asked = false
    void refresh().catch(tell)
  }, 150)
}

async function refresh(): Promise<void> {
  const [functions, rules] = await Promise.all([api.functions(), api.faults()])
  showFunctions(place('functions'), functions, rules, act)
  faults.show(rules)
  invoke.show(functions)
}

/** All from the start, as after a reset, or when the endpoint was away. */
async function begin(): Promise<void> {
  const [earlier, runs, deliveries] = await Promise.all([api.calls(), api.invocations(), api.deliveries(), refresh()])
  calls.show(earlier)
  timeline.clear()
  for (const run of runs) timeline.addRun(run)
  for (const delivery of deliveries) timeline.addDelivery(delivery)
}

function act(action: () => Promise<unknown>): void {
  void action().then(refresh).catch(tell)
}

function say(text: string, isLost = false): void {
  status.textContent = text
  status.classList.toggle('lost', isLost)
}

function tell(error: Error): void {
  say(error.message, true)
}

place('reset').addEventListener('click', () => act(() => api.reset()))
follow({
  call(call) {
    calls.add(call)
    refreshSoon()
  },
  invocation: (run) => timeline.addRun(run),
  delivery: (delivery) => timeline.addDelivery(delivery),
  reset: () => void begin().catch(tell),
  open: () => void begin().then(() => say(`Live at ${location.host}`), tell),
  lost: () => say('The endpoint is away. Trying again…', true),
})
