/** Runs every benchmark, each in a process of its own. Run: npm run bench [name ...], such as `npm run bench invoke streaming`. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const notThemselves = ['all.ts', 'median.ts']
const wanted = process.argv.slice(2).map((name) => `${name.replace(/\.ts$/, '')}.ts`)

for (const file of readdirSync(__dirname).filter((each) => each.endsWith('.ts') && !notThemselves.includes(each))) {
  if (wanted.length > 0 && !wanted.includes(file)) continue
  const node = ['--expose-gc', '-r', 'esbuild-register', join(__dirname, file)]
  const { status } = spawnSync(process.execPath, node, { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
