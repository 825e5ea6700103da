import { shown } from '../../usage/readMembers'
import type { Behaviour } from '../behaviour'
import { requireNetworkCode, type NetworkCode } from '../networkCode'

/**
 * Lets the operation happen and breaks the connection before its answer is through. A caller that tries again makes it happen twice,
 * and so does the SDK.
 */
export function losesReply(code: NetworkCode): Behaviour {
  const text = `losesReply(${code === 'ECONNRESET' ? '' : shown(code)})`
  requireNetworkCode(code, text)
  return {
    text,
    async after(outcome) {
      // A function that streams works while somebody reads.
      if (outcome.kind === 'reply' && !ArrayBuffer.isView(outcome.body)) for await (const _ of outcome.body) continue
      return { kind: 'broken', code }
    },
  }
}
