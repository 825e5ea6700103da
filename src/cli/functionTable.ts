import type { FunctionView } from '../double/inspection/functionView'
import type { Paint } from './colours'
import { oneLine } from './oneLine'

/** Functions, a line each: the name, what it runs, and what hangs on it. */
export function functionTable(functions: readonly FunctionView[], paint: Paint): string {
  if (functions.length === 0) return 'There are no functions yet.'
  const rows = functions.map((fn) => [
    fn.name,
    fn.region,
    fn.runtime ?? fn.packageType.toLowerCase(),
    fn.runs === 'code' ? (fn.handler ?? '') : fn.runs,
    notesOf(fn).join(', '),
  ])
  const head = ['FUNCTION', 'REGION', 'RUNTIME', 'RUNS', '']
  const widths = head.map((title, index) => Math.max(title.length, ...rows.map((row) => Math.min(48, row[index]!.length))))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index]!))
      .join('  ')
      .trimEnd()
  return [paint(line(head), 'dim'), ...rows.map((row) => line(row.map((cell) => oneLine(cell, 400))))].join('\n')
}

function notesOf({ versions, aliases, urls, triggers, layers, reservedConcurrency }: FunctionView): string[] {
  const plural = (count: number, what: string) => (count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'}`])
  return [
    ...plural(versions.length, 'version'),
    ...aliases.map(({ name, version }) => `${name} -> ${version}`),
    ...plural(layers.length, 'layer'),
    ...plural(triggers.length, 'trigger'),
    ...(reservedConcurrency === undefined ? [] : [`${reservedConcurrency} reserved`]),
    ...urls.map(({ id }) => `/_url/${id}/`),
  ]
}
