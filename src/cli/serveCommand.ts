import { openEndpoint } from '../adapters/http/openEndpoint'
import { closedDoor } from '../door'
import { createMockLambda } from '../mockLambda'
import type { Command } from './command'
import { createCallLines } from './callLines'
import { createPaint } from './colours'
import { findSource } from './config/findSource'
import { functionTable } from './functionTable'
import { readArguments } from './readArguments'
import { connectEngines } from './serve/connectEngines'
import { createReload } from './serve/createReload'
import { followLambda } from './serve/followLambda'
import { keepState, takeState } from './serve/keepState'
import { openGate } from './serve/openGate'
import { readServeOptions, serveOptions } from './serve/serveOptions'
import { openStateFile } from './serve/stateFile'

const usage = `lambdouble serve [CONFIG | TEMPLATE]: an in-memory AWS Lambda on a local HTTP endpoint

  CONFIG                    lambdouble.config.ts, .mts, .js, .mjs or .cjs; without a name, the one that is here
  TEMPLATE                  a SAM or CloudFormation template, .yaml or .json

  --port N                  port to listen on (default 9001; 0 takes a free one)
  --host ADDRESS            address to bind to (default 127.0.0.1)
  --account DIGITS          account of the caller, twelve digits (default 123456789012)
  --region REGION           region of unsigned requests (default AWS_REGION, or us-east-1)
  --function-states WHEN    settled: a change of state is over by the next request (default); staged: it takes time
  --s3-root DIR             code by S3 reference is read from DIR/bucket/key
  --watch                   load handlers and configuration anew when their files change; nothing else is lost
  --state FILE              keep functions across runs in this file, and what mappings have read
  --sqs-endpoint URL        mappings read, and deliveries go to, the queues of an SQS that is there, e.g. http://127.0.0.1:9324
  --kinesis-endpoint URL    mappings read the streams of a Kinesis that is there
  --verbose                 print events, results and what handlers log

Uploaded code for Node.js runs in worker threads of this process, with all of its rights: upload only what you trust.
The region of a signed request is taken from its signature; an access key of twelve digits names the account.
`

/** `lambdouble serve`: a Lambda for whoever is not in this process. */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'an in-memory Lambda on a local endpoint',
  usage,
  async run(argv, terminal) {
    const { options, positionals } = readArguments('serve', argv, serveOptions)
    const chosen = readServeOptions(options, positionals, terminal)
    const { host, port, accountId, region, functionStates, s3Root } = chosen
    const source = findSource(terminal.cwd, chosen.source)
    const stateFile = chosen.state === undefined ? undefined : openStateFile(terminal.cwd, chosen.state)
    const paint = createPaint(terminal.colour)
    const lines = createCallLines(paint, chosen.verbose)
    const lambda = createMockLambda(closedDoor, { ownsProcess: true })({
      accountId,
      region,
      functionStates,
      time: 'real',
      guard: 'off',
      uploadedCode: 'run',
      ...(s3Root !== undefined && { s3Root }),
    })
    // What must be undone when the command ends, or does not get far, last things first.
    const undo: (() => void | Promise<void>)[] = [() => lambda.restore()]
    try {
      const wasKept = stateFile !== undefined && takeState(lambda, stateFile)
      const reload = createReload(lambda, source, { terminal, ignored: stateFile === undefined ? [] : [stateFile.path] })
      const engines = await connectEngines(lambda, chosen, terminal)
      undo.push(() => engines.close())
      const seedAnew = () => (engines.deliver(), reload.apply())
      const gate = openGate(lambda, seedAnew, (request) => terminal.print(lines.url(request)))
      const server = await openEndpoint(gate.served, { port, host })
      undo.push(() => server.close({ grace: 5_000 }))
      const { endpoint } = server
      // For SDK clients in handlers.
      process.env.AWS_ENDPOINT_URL_LAMBDA ??= endpoint
      await reload.apply()
      if (stateFile !== undefined) {
        const keeper = keepState(lambda, stateFile, terminal.warn)
        keeper.save()
        undo.splice(1, 0, () => keeper.close())
      }
      undo.push(followLambda(lambda, { terminal, paint, lines, isVerbose: chosen.verbose }))
      if (chosen.watch) undo.push(reload.watch(paint))
      const ended = terminal.ended()
      gate.open()

      terminal.print(`${paint('Lambda', 'bold')} is at ${paint(endpoint, 'cyan')} (account ${accountId}, ${region})`)
      terminal.print(`Use it:  export AWS_ENDPOINT_URL_LAMBDA=${endpoint}`)
      terminal.print(`Look:    ${endpoint}/_lambdouble/`)
      if (stateFile !== undefined) terminal.print(`State:   ${stateFile.path}${wasKept ? '' : ' (new)'}`)
      if (host !== '127.0.0.1') terminal.warn(`Warning: ${host} may be open to the network. The double checks no signatures.`)
      terminal.print(`\n${functionTable(lambda.inspection.functions(), paint)}\n`)
      await ended
      terminal.print('Ending: no new requests are taken, those under way have five seconds.')
    } finally {
      for (const step of undo.reverse()) await step()
    }
  },
}
