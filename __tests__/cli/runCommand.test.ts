import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { version } from '../../package.json'
import type { Command, Terminal } from '../../src/cli/command'
import { readArguments } from '../../src/cli/readArguments'
import { runCommand } from '../../src/cli/runCommand'
import { UsageError } from '../../src/errors/usageError'

const greet: Command = {
  name: 'greet',
  summary: 'says hello',
  usage: 'lambdouble greet [NAME]: says hello\n',
  async run(argv, terminal) {
    const { options, positionals } = readArguments('greet', argv, { tone: 'value', loud: 'flag' })
    if (options.tone === 'rude') throw new UsageError('--tone rude is not nice: say kind.')
    if (options.tone === 'broken') throw new TypeError('voice is undefined')
    terminal.print(`hello ${positionals.join(' ')}${options.loud ? '!' : ''}`)
  },
}

async function run(...argv: string[]) {
  const printed: string[] = []
  const warned: string[] = []
  const terminal: Terminal = {
    cwd: '/',
    env: {},
    colour: false,
    print: (text) => void printed.push(text),
    warn: (text) => void warned.push(text),
    ended: () => Promise.resolve(),
  }
  return {
    code: await runCommand({ commands: [greet], version: '1.2.3' }, argv, terminal),
    printed: printed.join('\n'),
    warned: warned.join('\n'),
  }
}

describe('a command', () => {
  it('gets its options and the other words', async () => {
    expect(await run('greet', 'big', '--loud', '--tone=kind', 'world')).toEqual({
      code: 0,
      printed: 'hello big world!',
      warned: '',
    })
  })

  it('is found in the list, and described when asked', async () => {
    expect((await run()).printed).toMatch(/lambdouble greet +says hello/)
    for (const argv of [
      ['help', 'greet'],
      ['greet', '--help'],
      ['--help', 'greet'],
    ]) {
      expect(await run(...argv)).toEqual({ code: 0, printed: 'lambdouble greet [NAME]: says hello', warned: '' })
    }
  })
})

describe('the version', () => {
  it.each(['--version', '-v'])('is printed for %s, and nothing else is', async (word) => {
    expect(await run(word)).toEqual({ code: 0, printed: '1.2.3', warned: '' })
  })

  it('stands in the help', async () => {
    for (const word of ['help', '--help', '-h'])
      expect((await run(word)).printed).toMatch(/lambdouble --version +prints the version/)
  })

  it('is asked of the whole, not of a command', async () => {
    expect(await run('greet', '--version')).toMatchObject({ code: 2, warned: expect.stringContaining('no option --version') })
  })

  it('is that of package.json', () => {
    const argv = ['-r', 'esbuild-register', join(__dirname, '../../src/cli.ts'), '--version']
    const { stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' })
    expect({ stdout, stderr }).toEqual({ stdout: `${version}\n`, stderr: '' })
  })
})

describe('what is mistyped', () => {
  it.each([
    [['gret'], "lambdouble has no command 'gret'. Did you mean 'greet'? See: lambdouble help."],
    [['--verson'], "lambdouble has no command '--verson'. Did you mean '--version'? See: lambdouble help."],
    [['compile'], "lambdouble has no command 'compile'. See: lambdouble help."],
    [['help', 'gret'], "lambdouble has no command 'gret'. Did you mean 'greet'? See: lambdouble help."],
    [['greet', '--lowd'], 'lambdouble greet has no option --lowd. Did you mean --loud? See: lambdouble help greet.'],
    [['greet', '--tone'], 'lambdouble greet --tone needs a value. See: lambdouble help greet.'],
    [['greet', '--tone', '--loud'], 'lambdouble greet --tone needs a value. See: lambdouble help greet.'],
    [['greet', '--loud=yes'], "lambdouble greet --loud takes no value, and got 'yes'."],
    [['greet', '--constructor', 'x'], 'lambdouble greet has no option --constructor. See: lambdouble help greet.'],
  ])('%j is refused with what was meant', async (argv, message) => {
    const { code, warned, printed } = await run(...argv)
    expect(warned.split(' (')[0]).toBe(message)
    expect({ code, printed }).toEqual({ code: 2, printed: '' })
  })

  it('ends with 2, and what breaks with 1', async () => {
    expect(await run('greet', '--tone', 'rude')).toMatchObject({ code: 2, warned: expect.stringContaining('say kind.') })
    expect(await run('greet', '--tone', 'broken')).toMatchObject({ code: 1, warned: 'voice is undefined' })
  })
})
