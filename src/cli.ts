#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commands } from './cli/commands'
import { processTerminal } from './cli/processTerminal'
import { runCommand } from './cli/runCommand'

// Built or not, this file lies one folder below it.
const { version } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')) as { readonly version: string }

void runCommand({ commands, version }, process.argv.slice(2), processTerminal()).then((code) => {
  process.exitCode = code
})
