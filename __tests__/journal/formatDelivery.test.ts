import { formatDelivery } from '../../src/journal/formatDelivery'
import { delivery, failed, letters } from '../support/deliveries'

describe('a delivery on one line', () => {
  it('shows the function, its event, the target and why', () => {
    expect(formatDelivery(delivery())).toBe(`orders {"id":7} -> ${failed} (RetriesExhausted)`)
  })

  it('shows the event of a dead letter, which is its record', () => {
    const letter = delivery({ kind: 'dead-letter', arn: letters, record: { id: 8 } })
    expect(formatDelivery(letter)).toBe(`orders {"id":8} -> ${letters} (RetriesExhausted, dead letter)`)
  })

  it('shows what became of one that was lost', () => {
    expect(formatDelivery(delivery({ error: 'Function not found' }))).toBe(
      `orders {"id":7} -> ${failed} (RetriesExhausted, lost: Function not found)`,
    )
  })

  it('keeps to its width, and keeps credentials back', () => {
    const line = formatDelivery(delivery({ record: { requestPayload: { secretAccessKey: 'canary', text: 'x'.repeat(500) } } }))
    expect(line.length).toBeLessThanOrEqual(160)
    expect(line).not.toContain('canary')
    expect(line).toContain(failed)
  })
})
