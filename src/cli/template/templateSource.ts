import type { Seeding } from '../../double/seeding'
import type { Terminal } from '../command'
import { applyResource, orderOf } from './applyResource'
import { readTemplate } from './readTemplate'
import { nameProperty } from './resourceNames'
import { openStack, type Stack } from './stack'

/** A template as the source of functions: each time it is read, what it says is made, or brought up to date. */
export function createTemplateSource(file: string, seeding: Seeding, terminal: Pick<Terminal, 'warn'>) {
  let files: readonly string[] = [file]
  let folders: readonly string[] = []
  const told = new Set<string>()
  const warn = (text: string) => {
    if (told.has(text)) return
    told.add(text)
    terminal.warn(`Warning: ${text}`)
  }

  return {
    async seed(): Promise<void> {
      const stack = openStack(await readTemplate(file), seeding.seed(), warn)
      tellOthers(stack)
      const own = stack.resources.filter(({ type }) => orderOf(type) !== undefined)
      const read: { files: string[]; folders: string[] } = { files: [file], folders: [] }
      for (const { logicalId } of own.sort((a, b) => orderOf(a.type)! - orderOf(b.type)!)) {
        const code = await applyResource(stack, logicalId)
        read.files.push(...(code?.files ?? []))
        read.folders.push(...(code?.folders ?? []))
        files = [...new Set([...files, ...read.files])]
        folders = [...new Set([...folders, ...read.folders])]
      }
      files = read.files
      folders = read.folders
    },
    files: () => files,
    folders: () => folders,
  }
}

/** Resources that are none of Lambda's are told of once, all together. */
function tellOthers(stack: Stack): void {
  const others = stack.resources.filter(({ type }) => orderOf(type) === undefined)
  const named = (list: typeof others) => list.map(({ logicalId, type }) => `${logicalId} (${type})`).join(', ')
  const known = others.filter(({ type }) => nameProperty(type) !== undefined)
  const unknown = others.filter(({ type }) => nameProperty(type) === undefined)
  if (known.length > 0) stack.warn(`${stack.template.file}: these have names and ARNs here, and nothing more: ${named(known)}.`)
  if (unknown.length > 0) stack.warn(`${stack.template.file}: these are not of Lambda, and are left out: ${named(unknown)}.`)
}
