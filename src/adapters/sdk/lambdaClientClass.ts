import { createRequire } from 'node:module'
import { isAbsolute, join } from 'node:path'
import { UsageError } from '../../errors/usageError'
import type { SdkClient } from './sdkShapes'

type ClientClass = new (config: object) => SdkClient

/** Clients of one copy of the SDK that a double answers. */
export interface ClientClaim {
  /** The prototype below the one that the SDK's `send` is of: all Lambda clients of this copy pass it. */
  readonly prototype: object
  readonly wants: (client: object) => boolean
  readonly Client: ClientClass
}

/**
 * The clients that `mockLambda` takes over: those it was given, or every LambdaClient of the copies that the test and the
 * working directory resolve. In Jest the test's own copy is found, since `createRequire` is Jest's there.
 */
export function claimClients(given: unknown, callerFile: string | undefined): readonly ClientClaim[] {
  if (given !== undefined) return claimGiven(Array.isArray(given) ? given : [given])
  const claims = new Map<object, ClientClaim>()
  for (const file of [callerFile, join(process.cwd(), 'package.json')]) {
    const Client = file !== undefined && isAbsolute(file) ? installedClient(file) : undefined
    if (Client)
      claims.set(
        rootPrototype(Client.prototype as object),
        claimClass(Client, () => true),
      )
  }
  if (claims.size > 0) return [...claims.values()]
  throw new UsageError(
    `mockLambda finds no @aws-sdk/client-lambda${callerFile === undefined ? '' : ` from ${callerFile}`}. ` +
      'Install version 3.600 or newer, or say which client it is: mockLambda(LambdaClient). ' +
      'A double that is served to other clients needs none: mockLambda({ clients: [] }).',
  )
}

/** An empty list takes over nothing: such a double is reached over its HTTP endpoint, and needs no SDK. */
function claimGiven(given: readonly unknown[]): readonly ClientClaim[] {
  return given.map((each) => {
    if (isClientClass(each))
      return claimClass(each, (client) => Object.prototype.isPrototypeOf.call(each.prototype as object, client))
    if (!isClient(each)) {
      throw new UsageError(
        `mockLambda({ clients }) was given ${described(each)}, which is neither the LambdaClient class nor a client.`,
      )
    }
    if (each.config.serviceId !== undefined && each.config.serviceId !== 'Lambda') {
      throw new UsageError(
        `mockLambda({ clients }) was given a client of ${each.config.serviceId}. It answers LambdaClient only.`,
      )
    }
    const instance = new WeakRef(each)
    return claimClass(each.constructor as ClientClass, (client) => instance.deref() === client)
  })
}

function claimClass(Client: ClientClass, wants: (client: object) => boolean): ClientClaim {
  return { Client, wants, prototype: rootPrototype(Client.prototype as object) }
}

/** Whoever extends LambdaClient, as `Lambda` does, is reached at LambdaClient's own prototype: one place to hook for each copy. */
function rootPrototype(prototype: object): object {
  let root = prototype
  for (let next = prototype; ;) {
    const above = Object.getPrototypeOf(next) as object | null
    if (above === null || !('send' in above)) return root
    root = next
    next = above
  }
}

function installedClient(file: string): ClientClass | undefined {
  try {
    const { LambdaClient } = createRequire(file)('@aws-sdk/client-lambda') as { LambdaClient?: unknown }
    return isClientClass(LambdaClient) ? LambdaClient : undefined
  } catch (error) {
    if (isMissing(error)) return undefined
    throw new UsageError(`@aws-sdk/client-lambda, as seen from ${file}, cannot be loaded: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

function isMissing(error: unknown): boolean {
  return ['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'].includes((error as { code?: string }).code ?? '')
}

function isClientClass(value: unknown): value is ClientClass {
  return typeof value === 'function' && typeof (value.prototype as { send?: unknown } | undefined)?.send === 'function'
}

function isClient(value: unknown): value is SdkClient {
  const client = value as { send?: unknown; config?: unknown } | null
  return (
    typeof client === 'object' &&
    typeof client?.send === 'function' &&
    typeof client.config === 'object' &&
    client.config !== null
  )
}

function described(value: unknown): string {
  if (typeof value === 'function') return `the function ${value.name || '(anonymous)'}`
  return value === null || typeof value !== 'object' ? String(value) : `an object of ${value.constructor?.name ?? 'no class'}`
}
