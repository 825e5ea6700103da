import { doors, type Door } from './doors'

/** Declares one test of a suite. */
export type DeclareTest = (name: string, run: jest.ProvidesCallback, timeout?: number) => void

/** Declares a suite once for each door. It declares its tests with what it is given, so that those a door cannot pass are skipped. */
export function throughEachDoor(suite: string, declare: (open: Door['open'], test: DeclareTest) => void): void {
  describe.each(doors)('through $door', ({ open, skipped: { [suite]: skipped = {} } }) => {
    const declared = new Set<string>()
    // Sockets take their time on a machine that is busy.
    declare(open, (name, run, timeout = 60_000) => {
      declared.add(name)
      const reason = Object.hasOwn(skipped, name) ? skipped[name] : undefined
      if (reason === undefined) test(name, run, timeout)
      else test.skip(`${name} (${reason})`, run)
    })
    for (const name of Object.keys(skipped))
      if (!declared.has(name)) throw new Error(`The suite '${suite}' has no test '${name}' that a door could skip.`)
  })
}
