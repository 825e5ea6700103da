import type { Terminal } from './command'

/** The terminal that this process was started from. */
export function processTerminal(): Terminal {
  const { env, stdout, stderr } = process
  return {
    cwd: process.cwd(),
    env,
    // https://no-color.org; FORCE_COLOR is what Node.js itself obeys.
    colour: !env.NO_COLOR && (env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : stdout.isTTY && env.TERM !== 'dumb'),
    print: (text) => void stdout.write(`${text}\n`),
    warn: (text) => void stderr.write(`${text}\n`),
    ended: () =>
      new Promise((resolve) => {
        process.once('SIGINT', () => resolve())
        process.once('SIGTERM', () => resolve())
      }),
  }
}
