import { HttpResponseStream } from './responseStream'
import { streamify } from './streamify'

/** What has been added to a global `awslambda`, and for whom; with the last of them it goes. */
interface Addition {
  readonly users: Set<object>
  readonly undo: () => void
}

const additionKey = Symbol.for('lambdouble.awslambda')

type Awslambda = Record<string, unknown> & { [additionKey]?: Addition }

/**
 * Provides the global `awslambda` that Lambda's Node.js runtimes have, for handlers that wrap themselves by
 * `awslambda.streamifyResponse`. What is there already, such as the InvokeStore of AWS's SDK or a test's own wrapper, stays. Gives
 * the way back.
 * https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html
 */
export function provideAwslambda(): () => void {
  const place = globalThis as { awslambda?: Awslambda }
  const isOurs = typeof place.awslambda !== 'object' || place.awslambda === null
  if (isOurs) Object.defineProperty(place, 'awslambda', { value: {}, writable: true, enumerable: true, configurable: true })
  const awslambda = place.awslambda!
  const removeGlobal = () => {
    if (isOurs && place.awslambda === awslambda && Reflect.ownKeys(awslambda).length === 0)
      Reflect.deleteProperty(place, 'awslambda')
  }
  const addition = (awslambda[additionKey] ??= add(awslambda, removeGlobal))
  const user = {}
  addition.users.add(user)
  return () => {
    if (addition.users.delete(user) && addition.users.size === 0) addition.undo()
  }
}

function add(awslambda: Awslambda, then: () => void): Addition {
  const members = Object.entries({ streamifyResponse: streamify, HttpResponseStream }).filter(([name]) => !(name in awslambda))
  for (const [name, value] of members) awslambda[name] = value
  const undo = () => {
    for (const [name, value] of members) if (awslambda[name] === value) delete awslambda[name]
    delete awslambda[additionKey]
    then()
  }
  return { users: new Set(), undo }
}
