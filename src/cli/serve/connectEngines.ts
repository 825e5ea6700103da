import { connectEngine, type Connection, type EngineHouse } from '../../adapters/engines/connectEngine'
import { realPace } from '../../adapters/engines/pace'
import { enginesSymbol, type Engines } from '../../double/engines'
import type { MockLambda } from '../../double/mock'
import type { Terminal } from '../command'
import type { ServeChoices } from './serveOptions'

/** The real queues and streams that `lambdouble serve` was told of. */
export interface ConnectedEngines extends Connection {
  /** Hands deliveries to real queues, again after a reset. */
  deliver(): void
}

/** Connects all queues and streams that mappings read, of every service whose address was given. */
export async function connectEngines(
  lambda: MockLambda,
  { engines: addresses, region }: ServeChoices,
  terminal: Terminal,
): Promise<ConnectedEngines> {
  const { [enginesSymbol]: engines } = lambda as unknown as { readonly [enginesSymbol]: Engines }
  const deliveries: Parameters<EngineHouse['deliverTo']>[] = []
  const house: EngineHouse = {
    engines,
    deliverTo: (...given) => void deliveries.push(given),
  }
  const connections: Connection[] = []
  for (const service of ['sqs', 'kinesis'] as const) {
    const endpoint = addresses[service]
    if (endpoint === undefined) continue
    const choice = { service, region, endpoint, where: `lambdouble serve --${service}-endpoint` }
    connections.push(
      await connectEngine(
        house,
        choice,
        realPace((line) => terminal.warn(line)),
      ),
    )
  }
  const deliver = () => deliveries.forEach(([arn, deliverer]) => lambda.deliverTo(arn, deliverer))
  deliver()
  return {
    deliver,
    async close(options) {
      await Promise.all(connections.map((connection) => connection.close(options)))
    },
  }
}
