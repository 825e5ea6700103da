import { openEndpoint } from '../adapters/http/openEndpoint'
import { UsageError } from '../errors/usageError'
import { closedDoor } from '../door'
import { createMockLambda } from '../mockLambda'
import type { Command } from './command'
import { readArguments } from './readArguments'

const usage = `lambdouble serve: an in-memory AWS Lambda on a local HTTP endpoint

  --port N                  port to listen on (default 9001; 0 takes a free one)
  --host ADDRESS            address to bind to (default 127.0.0.1)
  --account DIGITS          account of the caller, twelve digits (default 123456789012)
  --region REGION           region of unsigned requests (default us-east-1)
  --function-states WHEN    settled: a change of state is over by the next request (default); staged: it takes time
  --s3-root DIR             code by S3 reference is read from DIR/bucket/key

Uploaded code for Node.js runs in worker threads of this process, with all of its rights: upload only what you trust.
The region of a signed request is taken from its signature. POST /_admin/reset empties the state.
`

/** `lambdouble serve`: a Lambda for whoever is not in this process. */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'an in-memory Lambda on a local endpoint',
  usage,
  async run(argv, terminal) {
    const { options } = readArguments('serve', argv, {
      port: 'value',
      host: 'value',
      account: 'value',
      region: 'value',
      'function-states': 'value',
      's3-root': 'value',
    })
    const { account = '123456789012', region = 'us-east-1', host = '127.0.0.1' } = options
    const lambda = createMockLambda(closedDoor)({
      accountId: account,
      region,
      functionStates: (options['function-states'] ?? 'settled') as 'settled',
      time: 'real',
      guard: 'off',
      uploadedCode: 'run',
      ...(options['s3-root'] !== undefined && { s3Root: options['s3-root'] }),
    })
    const endpoint = await openEndpoint(lambda, { port: portOf(options.port ?? '9001'), host })
    // For SDK clients in uploaded code.
    process.env.AWS_ENDPOINT_URL_LAMBDA ??= endpoint.endpoint
    terminal.print(`Lambda is at ${endpoint.endpoint} (account ${account}, ${region})`)
    terminal.print(`Use it:  export AWS_ENDPOINT_URL_LAMBDA=${endpoint.endpoint}`)
    if (host !== '127.0.0.1') terminal.warn(`Warning: ${host} may be open to the network. The double checks no signatures.`)
    await terminal.ended()
    await endpoint.close()
    lambda.restore()
  },
}

function portOf(text: string): number {
  const port = Number(text)
  if (text !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new UsageError(`--port ${text} is no port: give a number from 0 to 65535.`)
}
