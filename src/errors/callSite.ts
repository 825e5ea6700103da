/** A line of the user's own code: where the test called into the double. */
export interface CallSite {
  readonly file: string
  readonly line: number
}

const frame = /(?:\(|at (?:async )?)((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/])[^()]*):(\d+):\d+\)?$/

/**
 * The first frame of `stack` that is not of this package, of a dependency or of Node.
 * Our own frames are those below the folder of the topmost one: `src` in this repository, `dist` in the package.
 */
export function callSite(stack: string = new Error().stack ?? ''): CallSite | undefined {
  const sites = stack
    .split('\n')
    .map((line) => frame.exec(line.trim()))
    .filter((found) => found !== null)
    .map((found): CallSite => ({ file: found[1]!.replace(/^file:\/\//, ''), line: Number(found[2]) }))
  const own = ownFolder(sites[0]?.file)
  return sites.find((site) => (own === undefined || !site.file.startsWith(own)) && !site.file.includes('/node_modules/'))
}

function ownFolder(file: string | undefined): string | undefined {
  const found = file === undefined ? null : /^(.*[\\/](?:src|dist)[\\/])/.exec(file)
  return found?.[1]
}
