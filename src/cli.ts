#!/usr/bin/env node
import { nearest } from './errors/nearest'
import { serveCommand, serveUsage } from './cli/serveCommand'

const commands = ['serve', 'help']

async function main([command = 'help', ...argv]: readonly string[]): Promise<void> {
  if (command === 'help' || command === '--help' || argv.includes('--help')) return print(serveUsage)
  if (command !== 'serve') {
    const close = nearest(command, commands)
    throw new Error(`lambdouble has no command '${command}'.${close ? ` Did you mean '${close}'?` : ''} See lambdouble help.`)
  }
  const endpoint = await serveCommand(argv, print)
  const end = () => void endpoint.close().then(() => process.exit(0))
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.message.split('\n')[0]}\n`)
  process.exitCode = 2
})
