import type { RecordedError } from '../fixtures/recordedErrors'
import recorded from '../fixtures/recordedErrors.json'
import { deviations } from './deviations'
import { fill, fillKnown } from './fill'
import { keyOf, situations } from './situations'
import { closeWorlds, openWorld, type Answer } from './world'

/** As it was recorded, with its placeholders; members that are absent were not recorded. */
type Entry = Omit<RecordedError, 'sorted'>

const entries = recorded.errors as readonly Entry[]

/** Everything about an answer that the recording says. */
interface Refusal {
  readonly code: string | undefined
  readonly message: unknown
  readonly status?: number
  /** The JSON body on the wire. */
  readonly body?: object | undefined
}

afterEach(closeWorlds)

/** Brings the situation about, asks, and gives what AWS answered and what the double did. */
async function replay(entry: Entry): Promise<{ expected: Refusal; actual: Refusal; answer: Answer }> {
  const situation = situations.get(keyOf(entry))
  if (situation === undefined) throw new Error(`No situation is told for ${keyOf(entry)}`)
  const world = openWorld(situation.options)
  const before = situation.values ?? {}
  const situated = await situation.stage(world, fillKnown(entry.request, before))
  const values = { ...before, ...situated?.values }
  const answer = await world.ask(entry.operation, { ...situated?.leftOut, ...fill(entry.request, values) })
  return { expected: expectedOf(entry, fill(entry.message, values)), actual: actualOf(entry, answer), answer }
}

function expectedOf({ errorCode, httpStatus, bodyMessageKey, extra }: Entry, message: string): Refusal {
  return {
    code: errorCode,
    message,
    ...(httpStatus !== undefined && { status: httpStatus, body: { ...extra, [bodyMessageKey ?? 'message']: message } }),
  }
}

/** What the entry says of the answer: a status that was not recorded is not compared, nor is the body then. */
function actualOf({ httpStatus }: Entry, { status, errorType, body, error }: Answer): Refusal {
  if (error !== undefined) expect([error.name, error.message]).toEqual([errorType, body?.['message'] ?? body?.['Message']])
  return { code: errorType, message: error?.message, ...(httpStatus !== undefined && { status, body }) }
}

const parts = (message: unknown) => {
  const [count, list] = String(message).split(' detected: ', 2)
  return [count, ...list!.split(/; (?=Value)/).sort()]
}

describe('what AWS was recorded to refuse, the double refuses in the same words', () => {
  const table = entries.map((entry, index) => ({ title: `${index}: ${keyOf(entry)}`, entry }))

  test.each(table)('$title', async ({ entry }) => {
    const deviation = deviations.find((each) => each.entry === keyOf(entry))
    const { expected, actual, answer } = await replay(entry)
    if (deviation === undefined) return expect(actual).toEqual(expected)
    // When it starts to answer as AWS does, it is no deviation any more.
    expect(actual).not.toEqual(expected)
    if (deviation.instead === 'accepted') return expect(answer.error).toBeUndefined()
    expect({ ...actual, message: parts(actual.message) }).toEqual({ ...expected, message: parts(expected.message) })
  })

  test('every recording has a situation, and every situation a recording', () => {
    expect(new Set(situations.keys())).toEqual(new Set(entries.map(keyOf)))
  })

  test('every deviation is of a recording, and says why', () => {
    expect(deviations.filter(({ entry }) => !entries.some((each) => keyOf(each) === entry))).toEqual([])
    expect(deviations.filter(({ reason }) => !/\w+ .*\.$/.test(reason))).toEqual([])
  })

  test('nothing of the recording was lost', () => {
    expect(entries).toHaveLength(195)
  })
})
