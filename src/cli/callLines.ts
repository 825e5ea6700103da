import type { CallView } from '../double/inspection/callView'
import type { DeliveryView, InvocationView } from '../double/inspection/runView'
import type { CallHead } from '../journal/callHead'
import type { Colour, Paint } from './colours'
import { oneLine } from './oneLine'
import type { UrlRequest } from './serve/openGate'

/** Lines for what happens, with their columns one below the other. */
export interface CallLines {
  call(view: CallHead & Partial<Pick<CallView, 'payload' | 'result' | 'hint'>>): string
  /** A run that nobody waited for: there is no call whose line would tell of it. */
  run(view: InvocationView): string
  delivery(view: DeliveryView): string
  /** A request to a function URL. */
  url(request: UrlRequest): string
}

/** How long a decoded payload may be in a line. */
const longestValue = 400

/** @param isVerbose whether decoded payloads are shown, in lines of their own */
export function createCallLines(paint: Paint, isVerbose: boolean): CallLines {
  // The columns grow with what is in them, up to a limit.
  const widths = { what: 14, name: 16 }
  const column = (text: string, kind: keyof typeof widths) => {
    widths[kind] = Math.max(widths[kind], Math.min(text.length, 40))
    return text.padEnd(widths[kind])
  }

  function line(at: number, what: string, name: string, duration: number, outcome: string, colour: Colour): string {
    const start = `${paint(timeOf(at), 'dim')}  ${column(what, 'what')}  ${paint(column(name, 'name'), 'cyan')}`
    return `${start}  ${durationOf(duration).padStart(8)}  ${paint(outcome, colour)}`.trimEnd()
  }

  const values = (entries: readonly (readonly [name: string, value: unknown])[]) =>
    isVerbose
      ? entries
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => `\n${' '.repeat(14)}${paint(name.padEnd(7), 'dim')} ${oneLine(value, longestValue)}`)
          .join('')
      : ''

  return {
    call(view) {
      const { operation, functionName, qualifier, attempt, method, path } = view
      const name = functionName === undefined ? '' : qualifier === undefined ? functionName : `${functionName}:${qualifier}`
      const again = attempt > 1 ? ` (attempt ${attempt})` : ''
      const [outcome, colour] = outcomeOf(view)
      const first = line(view.at, operation ?? method, operation ? name : path, view.duration, outcome + again, colour)
      return (
        first +
        values([
          ['event', view.payload],
          ['result', view.result],
          ['hint', view.hint],
        ])
      )
    },
    run({ functionName, version, at, duration, error, attempt, event, result }) {
      const name = version === '$LATEST' ? functionName : `${functionName}:${version}`
      const again = attempt > 1 ? ` (attempt ${attempt})` : ''
      const outcome = error === undefined ? 'ok' : oneLine(`${error.errorType ?? 'Error'}: ${error.errorMessage ?? ''}`, 160)
      return (
        line(at, '  ran', name, duration, outcome + again, error ? 'red' : 'green') +
        values([
          ['event', event],
          ['result', result],
        ])
      )
    },
    delivery({ functionName, at, arn, condition, error }) {
      const outcome = `-> ${arn} (${condition})${error === undefined ? '' : ` lost: ${oneLine(error, 120)}`}`
      return line(at, '  delivered', functionName, 0, outcome, error === undefined ? 'yellow' : 'red')
    },
    url: ({ method, path, status, at, duration }) =>
      line(at, `URL ${method}`, oneLine(path, 80), duration, String(status), colourOf(status)),
  }
}

function outcomeOf({
  status,
  error,
  functionError,
  result,
}: CallHead & { readonly result?: unknown }): readonly [string, Colour] {
  if (functionError !== undefined) {
    const { errorType = '', errorMessage = '' } = (result ?? {}) as {
      readonly errorType?: string
      readonly errorMessage?: string
    }
    return [oneLine(`${status} ${functionError} ${errorType}: ${errorMessage}`, 160), 'red']
  }
  if (error === undefined) return [String(status ?? ''), colourOf(status)]
  const text = error.name === error.message ? error.name : `${error.name}: ${error.message}`
  return [oneLine(`${status ?? '---'} ${text}`, 160), colourOf(status)]
}

function colourOf(status: number | undefined): Colour {
  if (status === undefined || status >= 500) return 'red'
  return status >= 400 ? 'yellow' : 'green'
}

/** The machine's own time of day. */
function timeOf(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`
}

function durationOf(milliseconds: number): string {
  if (milliseconds < 9.95) return `${milliseconds.toFixed(1)} ms`
  return milliseconds < 10_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`
}
