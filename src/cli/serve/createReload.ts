import type { MockLambda } from '../../double/mock'
import { seedingSymbol, type Seeding } from '../../double/seeding'
import type { Paint } from '../colours'
import type { Terminal } from '../command'
import type { Source } from '../config/findSource'
import { createImporter } from '../config/importer'
import { configFault, loadConfig } from '../config/loadConfig'
import { errorText } from '../errorText'
import { createTemplateSource } from '../template/templateSource'
import { watchFiles } from './watchFiles'

/** Seeds a double from its source, as often as that changes. */
export interface Reload {
  /** Seeds, on top of what is there. One after the other. Rejects with what is wrong with the source. */
  apply(): Promise<void>
  /** Seeds whenever the source changes; what is wrong is printed, and what was there stays. @returns what stops it */
  watch(paint: Paint): () => void
}

/** What a configuration or a template is to those who run it. */
export interface SeedSource {
  /** Rejects before anything was changed, if the files cannot be read. */
  seed(): Promise<void>
  readonly files: () => readonly string[]
  readonly folders: () => readonly string[]
}

export function createReload(
  lambda: MockLambda,
  source: Source | undefined,
  { terminal, ignored }: { readonly terminal: Terminal; readonly ignored: readonly string[] },
): Reload {
  const seeding = (lambda as unknown as { readonly [seedingSymbol]: Seeding })[seedingSymbol]
  const seedSource = sourceOf(source, seeding, terminal)
  let last = Promise.resolve()
  const apply = () => {
    // A reset that comes while a change is taken over waits for it.
    const run = last.catch(() => undefined).then(() => seedSource?.seed())
    last = run
    return run
  }

  return {
    apply,
    watch(paint) {
      if (seedSource === undefined) {
        terminal.warn('Warning: --watch has nothing to watch without a configuration or a template.')
        return () => undefined
      }
      let failed = false
      const look = () => files.look({ files: seedSource.files(), folders: seedSource.folders(), newcomers: failed })
      const files = watchFiles(() => {
        void apply()
          .then(
            () => {
              failed = false
              terminal.print(paint(`Loaded ${source!.file} anew.`, 'green'))
            },
            (error: unknown) => {
              failed = true
              terminal.warn(paint(`${errorText(error)}\nWhat was there before stays.`, 'red'))
            },
          )
          .then(look)
      }, ignored)
      look()
      return () => files.close()
    },
  }
}

function sourceOf(source: Source | undefined, seeding: Seeding, terminal: Terminal): SeedSource | undefined {
  if (source === undefined) return undefined
  if (source.kind === 'template') return createTemplateSource(source.file, seeding, terminal)
  const importer = createImporter()
  return {
    async seed() {
      const config = await loadConfig(source.file, importer)
      try {
        await config(seeding.again())
      } catch (error) {
        throw configFault(source.file, error)
      }
    },
    files: () => importer.files(),
    folders: () => [],
  }
}
