/**
 * Tries what would be published: packs it, has publint and arethetypeswrong look at it, then installs it into fresh projects and
 * runs a test in each runner. Run: npm run test:package [part of a project's name]. Needs the network; npm test does not run it.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { projects, type Project } from './test-package/projects'

const root = join(__dirname, '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  name: string
  exports: Record<string, unknown>
}
const { name } = manifest
const entries = Object.keys(manifest.exports)
  .filter((entry) => entry !== './package.json')
  .map((entry) => join(name, entry))
const chosen = process.argv[2] ?? ''
const folder = mkdtempSync(join(tmpdir(), 'lambdouble-package-'))
let failures = 0

interface Run {
  readonly ok: boolean
  readonly output: string
}

function run([command, ...rest]: readonly string[], cwd: string): Run {
  const { status, stdout, stderr } = spawnSync(command!, rest, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CI: 'true', FORCE_COLOR: '0', NODE_OPTIONS: '' },
  })
  return { ok: status === 0, output: `${stdout}${stderr}` }
}

function report(what: string, { ok, output }: Run): void {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${what}`)
  if (!ok) console.log(output.replace(/^/gm, '     '))
  if (!ok) failures++
}

/** Errors in declarations of other packages are not ours, with skipLibCheck off; those in ours and in the program are. */
function oursOnly(compile: Run): Run {
  const errors = compile.output.split('\n').filter((line) => /^\S.*error TS\d+/.test(line))
  const ours = errors.filter((line) => !line.startsWith('node_modules/') || line.startsWith(`node_modules/${name}/`))
  return {
    ok: compile.ok || (errors.length > 0 && ours.length === 0),
    output: ours.length > 0 ? ours.join('\n') : compile.output,
  }
}

const npmInstall = ['npm', 'install', '--no-package-lock', '--no-audit', '--no-fund', '--prefer-offline']

function tryProject({ name: project, dependencies, files, install = npmInstall, commands }: Project, tarball: string): void {
  const home = join(folder, project)
  const manifest = { name: project, private: true, dependencies: { ...dependencies, [name]: `file:${tarball}` } }
  for (const [file, content] of Object.entries({ ...files, 'package.json': JSON.stringify(manifest) })) {
    mkdirSync(dirname(join(home, file)), { recursive: true })
    writeFileSync(join(home, file), content)
  }
  const installed = run(install, home)
  report(`${project}: ${install.filter((word) => !word.startsWith('-')).join(' ')}`, installed)
  if (!installed.ok) return
  for (const [what, command] of Object.entries(commands)) {
    const result = run(command, home)
    report(`${project}: ${what}`, command.includes('tsc') ? oursOnly(result) : result)
  }
}

try {
  const packed = run(['npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', folder], root)
  if (!packed.ok) throw new Error(packed.output)
  const [{ filename, size, unpackedSize }] = JSON.parse(
    packed.output.slice(packed.output.indexOf('['), packed.output.lastIndexOf(']') + 1),
  ) as [{ filename: string; size: number; unpackedSize: number }]
  const tarball = join(folder, filename)
  console.log(
    `Node ${process.version}, ${filename}: ${Math.round(size / 1024)} kB packed, ${Math.round(unpackedSize / 1024)} kB unpacked`,
  )
  report('publint', run(['npx', 'publint', 'run', '--strict', tarball], root))
  report('arethetypeswrong', run(['npx', 'attw', tarball], root))
  for (const project of projects(entries).filter((candidate) => candidate.name.includes(chosen))) tryProject(project, tarball)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (failures > 0) process.exitCode = 1
