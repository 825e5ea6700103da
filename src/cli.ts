#!/usr/bin/env node
import { commands } from './cli/commands'
import { processTerminal } from './cli/processTerminal'
import { runCommand } from './cli/runCommand'

void runCommand(commands, process.argv.slice(2), processTerminal()).then((code) => {
  process.exitCode = code
})
