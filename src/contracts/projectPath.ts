import { relative, sep } from 'node:path'

/** A file as seen from the folder of the project, with slashes: the same on every machine. */
export function projectPath(file: string): string {
  return relative(process.cwd(), file).split(sep).join('/')
}
