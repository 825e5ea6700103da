import type { MockLambdaOptions } from '../../src/index'
import type { Input, OperationName, Output } from '../../src/model/api'
import recorded from '../fixtures/recordedShapes.json'
import { differences, newBindings } from './compare'
import { fill, type Values } from './fill'
import { openWorld, type Answer, type World } from './world'

/** One success of the real Lambda API, as it was recorded. */
export interface RecordedAnswer {
  readonly httpStatus?: number
  readonly request: Readonly<Record<string, unknown>>
  /** The earlier calls of the recording, such as `GetFunction x2`. */
  readonly callsBefore: readonly string[]
  readonly response: Readonly<Record<string, unknown>>
  readonly note?: string
}

export const recordedAnswers = recorded.operations as unknown as Partial<Record<OperationName, readonly RecordedAnswer[]>>

/** How a recording goes: the calls in the order in which they were made when AWS was recorded. */
export interface Story {
  readonly title: string
  readonly options?: MockLambdaOptions
  /** What placeholders stand for from the start. */
  readonly values?: Values
  readonly tell: (teller: Teller) => Promise<void>
}

export interface Teller {
  readonly world: World
  /** What a placeholder stands for by now. */
  value(name: string): string
  /** Says what a placeholder stands for. */
  know(values: Values): void
  /**
   * Makes a call whose answer is on record, and compares.
   * @param nth its place among the recorded answers of the operation
   * @param leftOut members of the request that the recorder left out
   */
  recorded<Name extends OperationName>(operation: Name, nth: number, leftOut?: Partial<Input<Name>>): Promise<Output<Name>>
  /** Makes a call that AWS accepted, with an answer that is not on record. */
  call<Name extends OperationName>(operation: Name, input: Input<Name>): Promise<Output<Name>>
  /** Makes a call that AWS refused. */
  refused<Name extends OperationName>(operation: Name, input: Input<Name>, code: string): Promise<void>
}

/** Tells a story. Gives the recordings that were compared, as `Operation 0`, and everything that was not as recorded. */
export async function tell(story: Story): Promise<{ compared: readonly string[]; differing: readonly string[] }> {
  const world = openWorld(story.options)
  const bindings = newBindings(story.values)
  const compared: string[] = []
  const differing: string[] = []
  const calls: string[] = []

  await story.tell({
    world,
    value: (name) => fill(`<${name}>`, bindings.known),
    know: (values) => Object.assign(bindings.known, values),
    async recorded(operation, nth, leftOut = {}) {
      const entry = recordedAnswers[operation]?.[nth]
      if (entry === undefined) throw new Error(`There is no recorded answer ${nth} of ${operation}.`)
      const name = `${operation} ${nth}`
      compared.push(name)
      if (counted(calls).join(' ') !== entry.callsBefore.join(' '))
        differing.push(
          `${name}: comes after ${counted(calls).join(', ')}, and not as recorded after ${entry.callsBefore.join(', ')}`,
        )
      calls.push(operation)
      const answer = await world.ask(operation, { ...leftOut, ...fill(entry.request, bindings.known) })
      if (answer.error) throw new Error(`${name} was refused with ${answer.error.name}: ${answer.error.message}`)
      differing.push(...compare(entry, answer).map((difference) => `${name}: ${difference}`))
      return answer.output as never
    },
    call(operation, input) {
      calls.push(operation)
      return world.call(operation, input)
    },
    async refused(operation, input, code) {
      calls.push(operation)
      const { error } = await world.ask(operation, input)
      if (error?.name !== code) differing.push(`${operation} answered ${error?.name ?? 'a success'} instead of ${code}`)
    },
  })
  return { compared, differing }

  function compare(entry: RecordedAnswer, { status, body = {}, output = {} }: Answer): readonly string[] {
    const shown = Object.fromEntries(
      Object.entries(output).filter(([member, value]) => member !== '$metadata' && value !== undefined),
    )
    // The status is no member of the body, although the SDK shows it as one.
    const sent = 'StatusCode' in entry.response ? { ...body, StatusCode: status } : body
    return [
      ...(entry.httpStatus === undefined || status === entry.httpStatus ? [] : [`has status ${status}`]),
      ...differences(entry.response, listed(entry, sent), bindings, 'number'),
      ...differences(entry.response, listed(entry, shown), bindings, 'Date').map((difference) => `in the SDK, ${difference}`),
    ]
  }
}

/** Some recordings are of one element of a list. */
function listed({ note }: RecordedAnswer, answer: Readonly<Record<string, unknown>>): unknown {
  if (note !== 'one element of the listed items') return answer
  return Object.values(answer).find(Array.isArray)?.[0]
}

/** As the recordings count: `GetFunction GetFunction` is `GetFunction x2`. */
function counted(calls: readonly string[]): readonly string[] {
  return calls.reduce<string[]>((list, call) => {
    const [last, times] = (list.at(-1) ?? '').split(' x')
    return last === call ? [...list.slice(0, -1), `${call} x${Number(times ?? 1) + 1}`] : [...list, call]
  }, [])
}
