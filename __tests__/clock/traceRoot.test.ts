import { createIds } from '../../src/clock/ids'
import { traceRoot } from '../../src/clock/traceRoot'
import { createVirtualClock } from '../../src/clock/virtualClock'

test('a trace begins with the time in seconds, in eight hexadecimal digits', () => {
  const rootAt = (time: number) => traceRoot({ clock: createVirtualClock(time), ids: createIds(1) })
  expect(rootAt(Date.UTC(2026, 0, 31, 12))).toMatch(/^Root=1-697deec0-[0-9a-f]{24}$/)
  expect(rootAt(0)).toMatch(/^Root=1-00000000-[0-9a-f]{24}$/)
})
