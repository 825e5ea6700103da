import * as z from 'zod'
import * as v from 'valibot'
import { type } from '../support/arktype'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda } from '../../src/index'
import { defineContract } from '../../src/contract'
const Z = z.object({ id: z.int(), kind: z.enum(['a','b']), items: z.array(z.object({ sku: z.string(), qty: z.int() })), note: z.string().optional() })
const V = v.object({ id: v.pipe(v.number(), v.integer()), kind: v.picklist(['a','b']), items: v.array(v.object({ sku: v.string(), qty: v.pipe(v.number(), v.integer()) })), note: v.optional(v.string()) })
const A = type({ id: 'number.integer', kind: "'a'|'b'", items: type({ sku: 'string', qty: 'number.integer' }).array(), 'note?': 'string' })
const J = { type: 'object', required: ['id','kind','items'], properties: { id: {type:'integer'}, kind: {enum:['a','b']}, items: {type:'array', items: {type:'object', required: ['sku','qty'], properties: { sku: {type:'string'}, qty: {type:'integer'}}}}, note: {type:'string'}}}
const good = { id: 7, kind: 'a' as const, items: [{ sku: 'x', qty: 1 }] }
const bad: any[] = [
 { kind: 'a', items: [{sku:'x',qty:1}] },
 { id:'7', kind: 'a', items: [{sku:'x',qty:1}] },
 { id:7, kind: 'a', items: [{sku:'x',qty:1}], extra: 1 },
 { id:null, kind: 'a', items: [{sku:'x',qty:1}] },
 { id:7, kind: 'c', items: [{sku:'x',qty:1}] },
 { id:7, kind: 'a', items: [{sku:'x',qty:'1'}] },
]
test.each(Object.entries({Z,V,A,J}))('%s', async (_, S: any) => {
  const lambda = mockLambda()
  const c = defineContract({ function: 'orders', consumer: 'c', provider: 'p', event: S, response: S, examples: { one: { event: good, response: good } } })
  lambda.function('orders').honours(c)
  const send = (event: unknown) => new LambdaClient().send(new InvokeCommand({ FunctionName: 'orders', Payload: JSON.stringify(event) }))
  const r = await send(good)
  expect(JSON.parse(r.Payload!.transformToString())).toEqual(good)
  lambda.assert.honours(c)
  for (const b of bad) { await send(b).then(() => { throw new Error('passed') }, (e) => console.log(e.name, e.message)) }
  lambda.function('orders').returns({ ...good, extra: 2 })
  await send(good).then(() => { throw new Error('passed') }, (e) => console.log(e.name, e.message))
  try { lambda.assert.honours(c) } catch (e: any) { console.log(e.message) }
  try { lambda.verify() } catch (e: any) { console.log(e.message) }
  lambda.restore()
})
