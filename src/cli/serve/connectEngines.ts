import { connectEngine, type EngineConnection } from '../../adapters/engines/connectEngine'
import { realPace } from '../../adapters/engines/pace'
import { enginesOf } from '../../double/engines'
import type { MockLambda } from '../../double/mock'
import type { Terminal } from '../command'
import type { ServeChoices } from './serveOptions'

/** Connects all queues and streams that mappings read, of every service whose address was given. */
export async function connectEngines(
  lambda: MockLambda,
  { engines: addresses, region }: ServeChoices,
  terminal: Terminal,
): Promise<EngineConnection> {
  const connections: EngineConnection[] = []
  for (const service of ['sqs', 'kinesis'] as const) {
    const endpoint = addresses[service]
    if (endpoint === undefined) continue
    const choice = { service, region, endpoint, where: `lambdouble serve --${service}-endpoint` }
    connections.push(
      await connectEngine(
        enginesOf(lambda),
        choice,
        realPace((line) => terminal.warn(line)),
      ),
    )
  }
  return {
    deliver() {
      for (const connection of connections) connection.deliver()
    },
    async close(options) {
      await Promise.all(connections.map((connection) => connection.close(options)))
    },
  }
}
