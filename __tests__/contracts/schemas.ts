import * as v from 'valibot'
import * as z from 'zod'
import { defineContract } from '../../src/contract'
import { type } from '../support/arktype'

/** One payload, in each language that a contract speaks: what its schemas find wrong has to be the same. */
export const schemas = {
  zod: z.object({
    id: z.int(),
    kind: z.enum(['new', 'paid']),
    items: z.array(z.object({ sku: z.string(), qty: z.int() })),
    note: z.string().optional(),
  }),
  valibot: v.object({
    id: v.pipe(v.number(), v.integer()),
    kind: v.picklist(['new', 'paid']),
    items: v.array(v.object({ sku: v.string(), qty: v.pipe(v.number(), v.integer()) })),
    note: v.optional(v.string()),
  }),
  arktype: type({
    id: 'number.integer',
    kind: "'new'|'paid'",
    items: type({ sku: 'string', qty: 'number.integer' }).array(),
    'note?': 'string',
  }),
  'JSON Schema': {
    type: 'object',
    required: ['id', 'kind', 'items'],
    properties: {
      id: { type: 'integer' },
      kind: { enum: ['new', 'paid'] },
      items: {
        type: 'array',
        items: { type: 'object', required: ['sku', 'qty'], properties: { sku: { type: 'string' }, qty: { type: 'integer' } } },
      },
      note: { type: 'string' },
    },
  },
} as const

export const order = { id: 7, kind: 'new' as const, items: [{ sku: 'a', qty: 2 }] }

/** What can be wrong with a payload, and how a contract says it. */
export const mutations: Readonly<Record<string, readonly [payload: unknown, issue: string]>> = {
  missing: [{ kind: 'new', items: order.items }, '  at $.id  expected integer, and it is missing'],
  'of the wrong type': [{ ...order, id: '7' }, '  at $.id  expected integer, got "7" (string)'],
  extra: [{ ...order, total: 3 }, '  at $.total  is not in the contract, got 3 (number)'],
  null: [{ ...order, id: null }, '  at $.id  expected integer, got null'],
  'none of its enum': [{ ...order, kind: 'old' }, '  at $.kind  expected "new" or "paid", got "old" (string)'],
  'wrong in an item of a list': [
    {
      ...order,
      items: [
        { sku: 'a', qty: 2 },
        { sku: 'b', qty: '2' },
      ],
    },
    '  at $.items[1].qty  expected integer, got "2" (string)',
  ],
}

/** A contract in which event and response are both an order. */
export function contractOf(schema: (typeof schemas)[keyof typeof schemas]) {
  return defineContract({
    function: 'orders-create',
    consumer: 'checkout',
    provider: 'orders',
    event: schema as (typeof schemas)['zod'],
    response: schema as (typeof schemas)['zod'],
    examples: { 'new order': { event: order, response: order } },
    strict: true,
  })
}
