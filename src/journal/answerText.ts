import { formatValue } from '../matching/formatValue'
import { bytesOf } from '../matching/kindOf'
import type { CallEntry } from './callEntry'
import { eventSecrecy } from '../usage/secrets'

/** What an invocation was answered with; empty for any other operation, whose answer is rarely what a test is about. */
export function answerText({ operation, output }: CallEntry): string {
  if (output === undefined) return ''
  if (operation === 'InvokeAsync' || output.StatusCode === 202) return 'accepted'
  if (operation === 'InvokeWithResponseStream') return 'a stream'
  if (operation !== 'Invoke' || output.StatusCode === 204) return ''
  const payload = decoded(output.Payload)
  if (typeof output.FunctionError === 'string') return `FunctionError ${output.FunctionError} ${failureText(payload)}`.trimEnd()
  return payload === undefined ? '' : formatValue(payload, { secrecy: eventSecrecy })
}

/** An error object of Lambda's in short: the trace holds paths and lines, which differ from machine to machine. */
export function failureText(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  const { errorType, errorMessage } = error as { errorType?: unknown; errorMessage?: unknown }
  return [errorType, errorMessage].filter((part) => typeof part === 'string' && part !== '').join(': ')
}

function decoded(payload: unknown): unknown {
  if (!ArrayBuffer.isView(payload)) return payload
  const text = new TextDecoder().decode(bytesOf(payload))
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown)
  } catch {
    return text
  }
}
