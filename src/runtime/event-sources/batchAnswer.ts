import { isJsonObject } from '../../json/jsonObject'

/** What a function says of a batch under ReportBatchItemFailures. */
export type BatchAnswer =
  | { readonly kind: 'processed' }
  | { readonly kind: 'partlyFailed'; readonly failed: ReadonlySet<string> }
  /** Nothing counts as processed, because the answer cannot be understood. */
  | { readonly kind: 'failed'; readonly error: string }

/**
 * Reads `{ batchItemFailures: [{ itemIdentifier }] }`. No answer, an empty one and an empty or missing list are success; an answer
 * of another form, and an identifier that is empty, null, under another name or of no record in the batch, fail the whole batch.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 * @param idOf an identifier as the records' ids are written: for Kafka it is an object
 */
export function batchAnswer(
  payload: Uint8Array,
  ids: readonly string[],
  idOf: (identifier: unknown) => unknown = (identifier) => identifier,
): BatchAnswer {
  let answer: unknown
  try {
    answer = JSON.parse(Buffer.from(payload).toString() || 'null')
  } catch {
    return failed('is no JSON')
  }
  if (answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0)) return { kind: 'processed' }
  if (!isJsonObject(answer)) return failed('is no object')
  const { batchItemFailures: list } = answer
  if (list === undefined || list === null) return { kind: 'processed' }
  if (!Array.isArray(list)) return failed('has batchItemFailures that are no list')
  if (list.length === 0) return { kind: 'processed' }
  const known = new Set(ids)
  const listed = new Set<string>()
  for (const item of list as readonly unknown[]) {
    const id = idOf((item as { readonly itemIdentifier?: unknown } | null)?.itemIdentifier)
    if (typeof id !== 'string' || id === '') return failed('has an item without an itemIdentifier')
    if (!known.has(id)) return failed(`names ${id}, which is in no record of the batch`)
    listed.add(id)
  }
  return { kind: 'partlyFailed', failed: listed }
}

function failed(what: string): BatchAnswer {
  return { kind: 'failed', error: `The answer ${what}.` }
}
