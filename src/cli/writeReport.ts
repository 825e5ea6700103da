import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { jsonReport } from '../contracts/reports/jsonReport'
import { junitReport } from '../contracts/reports/junitReport'
import type { Report } from '../contracts/reports/report'
import { textReport } from '../contracts/reports/textReport'
import { nearest } from '../errors/nearest'
import { UsageError } from '../errors/usageError'
import type { Terminal } from './command'

const reporters: Readonly<Record<string, (report: Report) => string | Promise<string>>> = {
  text: textReport,
  json: jsonReport,
  junit: junitReport,
}

/** The reporter of this name, 'text' without one. */
export function requireReporter(command: string, name = 'text'): (report: Report) => string | Promise<string> {
  const reporter = Object.hasOwn(reporters, name) ? reporters[name] : undefined
  if (reporter !== undefined) return reporter
  const close = nearest(name, Object.keys(reporters))
  const advice = close === undefined ? `There are: ${Object.keys(reporters).join(', ')}.` : `Did you mean ${close}?`
  throw new UsageError(`lambdouble ${command} --reporter ${name} is no reporter. ${advice}`)
}

/** Prints a report, or writes it to a file and prints it for people. */
export async function writeReport(
  report: Report,
  { reporter, out }: { readonly reporter: (report: Report) => string | Promise<string>; readonly out: string | undefined },
  terminal: Terminal,
): Promise<void> {
  const text = await reporter(report)
  if (out === undefined) return terminal.print(text.trimEnd())
  const file = resolve(terminal.cwd, out)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text.endsWith('\n') ? text : `${text}\n`)
  terminal.print(textReport(report))
}
