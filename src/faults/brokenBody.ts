import type { BrokenConnection } from '../wire/messages'

/** What the pieces of a body throw when the connection breaks behind them. */
export function brokenBody(code: string): Error & BrokenConnection {
  return Object.assign(new Error(code), { kind: 'broken' as const, code })
}

/** These bytes, and then no connection any more. */
export async function* breaksOff(bytes: Uint8Array, code: string): AsyncGenerator<Uint8Array> {
  if (bytes.byteLength > 0) yield bytes
  throw brokenBody(code)
}
