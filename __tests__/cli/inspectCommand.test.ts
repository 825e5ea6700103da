import type { Terminal } from '../../src/cli/command'
import { inspectCommand } from '../../src/cli/inspectCommand'

it('refuses words that it would not listen to, before it looks for an endpoint', async () => {
  const terminal: Terminal = { cwd: '/', env: {}, colour: false, print: () => {}, warn: () => {}, ended: () => Promise.resolve() }
  await expect(inspectCommand.run(['orders'], terminal)).rejects.toThrow(
    "lambdouble inspect takes options only; what is 'orders'?",
  )
})
