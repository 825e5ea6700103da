import { createIds } from '../../../src/clock/ids'
import { createVirtualClock } from '../../../src/clock/virtualClock'
import { continueTrace } from '../../../src/runtime/trace/trace'
import { noon } from '../../support/runtime'

const orders = 'arn:aws:lambda:us-east-1:123456789012:function:orders'
const payments = 'arn:aws:lambda:us-east-1:123456789012:function:payments'
const root = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1'

const house = () => ({ clock: createVirtualClock(noon), ids: createIds(1) })

describe('a trace', () => {
  it('begins with a new root, its time in it, if the caller brought none', () => {
    const { header, hops } = continueTrace(undefined, orders, house())
    expect(header).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0;Lineage=[0-9a-f]{8}:1$/)
    expect(parseInt(header.slice('Root=1-'.length, 'Root=1-'.length + 8), 16) * 1000).toBe(noon)
    expect(hops).toBe(1)
  })

  it('begins anew for a header that has no root', () => {
    expect(continueTrace('nonsense', orders, house()).header).toMatch(/^Root=1-.*;Lineage=[0-9a-f]{8}:1$/)
  })

  it('keeps what the caller brought, and adds the function to the lineage', () => {
    const { header, hops } = continueTrace(root, orders, house())
    expect(header).toMatch(new RegExp(`^${root};Lineage=[0-9a-f]{8}:1$`))
    expect(hops).toBe(1)
  })

  it('counts every function of a chain by itself', () => {
    let header: string | undefined = root
    const hops: [string, number][] = []
    for (const arn of [orders, payments, orders, orders, payments]) {
      const trace = continueTrace(header, arn, house())
      header = trace.header
      hops.push([arn, trace.hops])
    }
    expect(hops).toEqual([
      [orders, 1],
      [payments, 1],
      [orders, 2],
      [orders, 3],
      [payments, 2],
    ])
    expect(header).toMatch(new RegExp(`^${root};Lineage=[0-9a-f]{8}:3\\|[0-9a-f]{8}:2$`))
  })

  it('leaves steps of a lineage alone that it does not know', () => {
    const { header } = continueTrace(`${root};Lineage=25:68da2b9c:0|x;Self=1-2`, orders, house())
    expect(header).toMatch(new RegExp(`^${root};Self=1-2;Lineage=25:68da2b9c:0\\|x\\|[0-9a-f]{8}:1$`))
  })

  it('takes a count that is none for no count', () => {
    const { header } = continueTrace(root, orders, house())
    expect(continueTrace(header.replace(/:1$/, ':many'), orders, house()).hops).toBe(1)
  })
})
