import type { CallView } from '../src/double/inspection/callView'
import type { FunctionView } from '../src/double/inspection/functionView'
import type { RuleView } from '../src/double/inspection/ruleView'
import type { DeliveryView, InvocationView } from '../src/double/inspection/runView'

export type { CallView, DeliveryView, FunctionView, InvocationView, RuleView }

/** A fault as the admin API takes it. */
export interface Fault {
  readonly operation: string
  readonly match?: object
  readonly verb: string
  readonly args?: readonly unknown[]
  readonly times?: number
}

/** What an invocation answered. */
export interface Reply {
  readonly status: number
  readonly payload: string
  /** AWS's name of the error, or 'Unhandled' if the function failed. */
  readonly error: string | undefined
  /** The last 4 KB of the log. */
  readonly log: string | undefined
}

const base = 'api/'

async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(base + path, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const answer = (await response.json()) as { readonly message?: string }
  if (!response.ok) throw new Error(answer.message ?? `The endpoint answered ${response.status}.`)
  return answer
}

/** The admin API of the endpoint that this page came from, and Lambda's own Invoke. */
export const api = {
  functions: async () => ((await ask('GET', 'functions')) as { functions: FunctionView[] }).functions,
  calls: async () => ((await ask('GET', 'calls')) as { calls: CallView[] }).calls,
  invocations: async () => ((await ask('GET', 'invocations')) as { invocations: InvocationView[] }).invocations,
  deliveries: async () => ((await ask('GET', 'deliveries')) as { deliveries: DeliveryView[] }).deliveries,
  faults: async () => ((await ask('GET', 'faults')) as { faults: RuleView[] }).faults,
  addFault: (fault: Fault) => ask('POST', 'faults', fault),
  removeFault: (id: number) => ask('DELETE', `faults/${id}`),
  clearFaults: () => ask('DELETE', 'faults'),
  reset: () => ask('POST', 'reset'),
  async invoke(name: string, region: string, type: string, event: string): Promise<Reply> {
    const response = await fetch(`/2015-03-31/functions/${encodeURIComponent(name)}/invocations`, {
      method: 'POST',
      headers: {
        'x-amz-invocation-type': type,
        'x-amz-log-type': 'Tail',
        // The endpoint checks no signatures; it reads the region out of them.
        authorization: `AWS4-HMAC-SHA256 Credential=page/20260101/${region}/lambda/aws4_request`,
      },
      body: event,
    })
    const log = response.headers.get('x-amz-log-result')
    return {
      status: response.status,
      payload: await response.text(),
      error: response.headers.get('x-amz-function-error') ?? response.headers.get('x-amzn-errortype') ?? undefined,
      log: log === null ? undefined : new TextDecoder().decode(Uint8Array.from(atob(log), (letter) => letter.charCodeAt(0))),
    }
  },
}

/** What the page does when something happens in the double. */
export interface Listeners {
  readonly call: (view: CallView) => void
  readonly invocation: (view: InvocationView) => void
  readonly delivery: (view: DeliveryView) => void
  readonly reset: () => void
  readonly open: () => void
  readonly lost: () => void
}

/** Follows what happens. The browser connects again by itself when the endpoint has been away. */
export function follow({ call, invocation, delivery, reset, open, lost }: Listeners): void {
  const source = new EventSource(`${base}events`)
  const on = (kind: string, listener: (view: never) => void) =>
    source.addEventListener(kind, (event) => listener(JSON.parse((event as MessageEvent<string>).data) as never))
  on('call', call)
  on('invocation', invocation)
  on('delivery', delivery)
  on('reset', reset)
  source.addEventListener('open', open)
  source.addEventListener('error', lost)
}
