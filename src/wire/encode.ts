import type { OperationModel, Shape, StructureShape } from '../model/shape'
import { shapes } from '../model/shapes'
import { encodeEventStream } from './eventStream'
import { addInvocationHeaders } from './invocationHeaders'
import { lazily } from './lazily'
import type { WireReply } from './messages'
import { toBuffer, writeJson, writeStructure } from './writeJson'

type Values = Readonly<Record<string, unknown>>

interface Plan {
  readonly shape: StructureShape
  /** The member that is the HTTP status. */
  readonly status: string | undefined
  readonly headers: readonly { readonly name: string; readonly wireName: string }[]
  readonly payload: { readonly name: string; readonly shapeName: string; readonly shape: Shape } | undefined
  /** Whether there is a JSON body: also for a structure without members, which AWS answers with `{}`. */
  readonly hasJsonBody: boolean
}

const planOf = lazily((outputName: string): Plan => {
  const shape = shapes[outputName] as StructureShape
  const members = Object.entries(shape.members)
  const payload = shape.payload === undefined ? undefined : shape.members[shape.payload]
  return {
    shape,
    status: members.find(([, member]) => member.in === 'status')?.[0],
    headers: members
      .filter(([, member]) => member.in === 'header')
      .map(([name, member]) => ({ name, wireName: member.as ?? name.toLowerCase() })),
    payload: payload && { name: shape.payload!, shapeName: payload.shape, shape: shapes[payload.shape]! },
    hasJsonBody: members.length === 0 || members.some(([, member]) => member.in === undefined),
  }
})

const noBytes = (): Uint8Array => new Uint8Array()

/**
 * The HTTP answer that carries an operation's output: status, headers and body as AWS's model binds them.
 * The status is the member bound to it, if it is set, such as StatusCode of Invoke. An answer of 204 has no body.
 */
export function encodeReply(operation: OperationModel, output: Values, requestId: string): WireReply {
  const headers: Record<string, string> = { 'x-amzn-requestid': requestId }
  addInvocationHeaders(headers, operation.name, requestId)
  if (operation.output === undefined) return { kind: 'reply', status: operation.status, headers, body: noBytes() }
  const plan = planOf(operation.output)
  const status = Number((plan.status === undefined ? undefined : output[plan.status]) ?? operation.status)
  const { body, contentType } = status === 204 ? { body: noContent(plan) } : bodyOf(plan, output)
  if (contentType !== undefined) headers['content-type'] = contentType
  for (const { name, wireName } of plan.headers) {
    const value = output[name]
    if (value !== undefined && value !== null) headers[wireName] = `${value as string | number}`
  }
  return { kind: 'reply', status, headers, body }
}

/** Where a stream is due, clients read one, even of nothing. */
function noContent({ payload }: Plan): WireReply['body'] {
  const { shape, shapeName } = payload ?? {}
  return shape?.type === 'structure' && shape.eventStream ? encodeEventStream(shapeName!, []) : noBytes()
}

function bodyOf(plan: Plan, output: Values): { body: WireReply['body']; contentType?: string } {
  if (plan.payload !== undefined) {
    const { name, shape, shapeName } = plan.payload
    const value = output[name]
    if (shape.type === 'structure' && shape.eventStream) {
      const events = (value ?? []) as AsyncIterable<Values>
      return { body: encodeEventStream(shapeName, events), contentType: 'application/vnd.amazon.eventstream' }
    }
    // An Event is answered without a body and then without a content type.
    if (value === undefined || value === null) return { body: noBytes() }
    if (shape.type === 'blob') return { body: toBuffer(value as string | Uint8Array), contentType: 'application/json' }
    return { body: Buffer.from(JSON.stringify(writeJson(shape, value))), contentType: 'application/json' }
  }
  if (!plan.hasJsonBody) return { body: noBytes() }
  return { body: Buffer.from(JSON.stringify(writeStructure(plan.shape, output))), contentType: 'application/json' }
}
