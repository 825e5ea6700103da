/** Read by the compiler alone: what a contract's schemas say of its examples, and what does not compile. */
import * as v from 'valibot'
import * as z from 'zod'
import { type } from 'arktype'
import type { StandardSchemaV1 } from '@standard-schema/spec'
import { defineContract, type EventOf, type ResponseOf, type StandardSchema } from '../../src/contract'
import type { MockLambda } from '../../src/index'

declare const lambda: MockLambda

/** Whatever follows the standard is a schema of a contract. */
declare const published: StandardSchemaV1<{ readonly id: number }, Date>
export const ours: StandardSchema<{ readonly id: number }, Date> = published

const sides = { function: 'f', consumer: 'c', provider: 'p' } as const

const ofZod = defineContract({
  ...sides,
  event: z.object({ id: z.int(), kind: z.enum(['a', 'b']), at: z.string().transform((text) => new Date(text)) }),
  response: z.object({ ok: z.boolean() }),
  errors: { Boom: z.object({ errorType: z.literal('Boom') }) },
  examples: {
    // What travels: the text, not the date that the schema makes of it.
    one: { event: { id: 1, kind: 'a', at: '2026-01-01' }, response: { ok: true } },
    two: { event: { id: 1, kind: 'b', at: '' }, error: 'Boom', given: 'a state' },
    three: { event: { id: 1, kind: 'b', at: '' }, error: { errorType: 'Boom', errorMessage: 'bang' }, given: ['a', 'b'] },
  },
})
export const event: EventOf<typeof ofZod> = { id: 1, kind: 'a', at: '' }
export const response: ResponseOf<typeof ofZod> = { ok: false }
// @ts-expect-error not what the schema says
export const wrong: ResponseOf<typeof ofZod> = { ok: 'yes' }

export function compile(): void {
  const Event = z.object({ id: z.int() })
  lambda.function('f').honours(ofZod).honours(ofZod, { given: 'a state' })
  lambda.assert.honours(ofZod)
  // @ts-expect-error an event that the schema refuses
  defineContract({ ...sides, event: Event, examples: { one: { event: { id: 'x' }, response: 1 } } })
  // @ts-expect-error an event with a member missing
  defineContract({ ...sides, event: Event, examples: { one: { event: {}, response: 1 } } })
  // @ts-expect-error a response that the schema refuses
  defineContract({ ...sides, event: Event, response: Event, examples: { one: { event: { id: 1 }, response: { id: 'x' } } } })
  // @ts-expect-error an error that the contract does not have
  defineContract({ ...sides, event: Event, errors: { Boom: Event }, examples: { one: { event: { id: 1 }, error: 'Bang' } } })
  // @ts-expect-error no name of a consumer
  defineContract({ function: 'f', provider: 'p', event: Event })
  // @ts-expect-error no contract
  lambda.function('f').honours({})
  // @ts-expect-error no schema
  defineContract({ ...sides, event: 7 })

  defineContract({ ...sides, event: v.object({ id: v.number() }), examples: { one: { event: { id: 1 }, response: null } } })
  // @ts-expect-error an event that valibot's schema refuses
  defineContract({ ...sides, event: v.object({ id: v.number() }), examples: { one: { event: { id: 'x' }, response: null } } })

  defineContract({ ...sides, event: type({ id: 'number' }), examples: { one: { event: { id: 1 }, response: null } } })
  // @ts-expect-error an event that arktype's schema refuses
  defineContract({ ...sides, event: type({ id: 'number' }), examples: { one: { event: { id: 'x' }, response: null } } })

  const isId = (value: unknown): value is { id: number } => typeof value === 'object'
  defineContract({ ...sides, event: isId, examples: { one: { event: { id: 1 }, response: null } } })
  // @ts-expect-error an event that is not what the guard guards
  defineContract({ ...sides, event: isId, examples: { one: { event: { id: 'x' }, response: null } } })

  // A JSON Schema has no type to infer.
  defineContract({ ...sides, event: { type: 'object' }, examples: { one: { event: { any: 'thing' }, response: null } } })
}
