import { parseArgs } from 'node:util'
import { openEndpoint, type Endpoint } from '../adapters/http/openEndpoint'
import { UsageError } from '../errors/usageError'
import { closedDoor } from '../door'
import { createMockLambda } from '../mockLambda'

/** The usage of `lambdouble serve`. */
export const serveUsage = `lambdouble serve: an in-memory AWS Lambda on a local HTTP endpoint

  --port N                  port to listen on (default 9001; 0 takes a free one)
  --host ADDRESS            address to bind to (default 127.0.0.1)
  --account DIGITS          account of the caller, twelve digits (default 123456789012)
  --region REGION           region of unsigned requests (default us-east-1)
  --function-states WHEN    settled: a change of state is over by the next request (default); staged: it takes time
  --s3-root DIR             code by S3 reference is read from DIR/bucket/key

Uploaded code for Node.js runs in worker threads of this process, with all of its rights: upload only what you trust.
The region of a signed request is taken from its signature. POST /_admin/reset empties the state.
`

/** Starts the endpoint and tells where it is; it runs until the process is told to end. */
export async function serveCommand(argv: readonly string[], print: (line: string) => void): Promise<Endpoint> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: { type: 'string', default: '9001' },
      host: { type: 'string', default: '127.0.0.1' },
      account: { type: 'string', default: '123456789012' },
      region: { type: 'string', default: 'us-east-1' },
      'function-states': { type: 'string', default: 'settled' },
      's3-root': { type: 'string' },
    },
  })
  const lambda = createMockLambda(closedDoor)({
    accountId: values.account,
    region: values.region,
    functionStates: values['function-states'] as 'settled',
    time: 'real',
    guard: 'off',
    uploadedCode: 'run',
    ...(values['s3-root'] === undefined ? {} : { s3Root: values['s3-root'] }),
  })
  const endpoint = await openEndpoint(lambda, { port: portOf(values.port), host: values.host })
  // For SDK clients in uploaded code.
  process.env.AWS_ENDPOINT_URL_LAMBDA ??= endpoint.endpoint
  print(`Lambda is at ${endpoint.endpoint} (account ${values.account}, ${values.region})`)
  print(`Use it:  export AWS_ENDPOINT_URL_LAMBDA=${endpoint.endpoint}`)
  if (values.host !== '127.0.0.1') print(`Warning: ${values.host} may be open to the network. The double checks no signatures.`)
  return endpoint
}

function portOf(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new UsageError(`--port ${text} is no port: give a number from 0 to 65535.`)
}
