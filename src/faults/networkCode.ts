import { nearest } from '../errors/nearest'
import { UsageError } from '../errors/usageError'
import { formatValue } from '../matching/formatValue'

/**
 * The failures of a connection, by Node's codes. The SDK retries resets, refusals, time-outs and names or routes that it cannot find;
 * failures of TLS and answers that are no HTTP it does not (observed).
 */
const networkCodes = [
  ...(['ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT'] as const),
  ...(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN'] as const),
  ...(['EPROTO', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'ERR_TLS_CERT_ALTNAME_INVALID'] as const),
  ...(['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN'] as const),
  ...(['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'] as const),
  ...(['HPE_INVALID_CONSTANT', 'HPE_HEADER_OVERFLOW'] as const),
] as const

/** How a connection fails: `ECONNRESET`, `ENOTFOUND`, `CERT_HAS_EXPIRED`; `HPE_...` are answers that are no HTTP. */
export type NetworkCode = (typeof networkCodes)[number]

/** Refuses a code that no connection fails with. `where` begins the message. */
export function requireNetworkCode(code: NetworkCode, where: string): NetworkCode {
  if (networkCodes.includes(code)) return code
  const close = typeof code === 'string' ? nearest(code, networkCodes) : undefined
  throw new UsageError(
    `${where}: ${formatValue(code, { limit: 60 })} is no failure of a connection.${close ? ` Did you mean '${close}'?` : ` There are ${networkCodes.join(', ')}.`} An error of your own goes to rejects(error).`,
  )
}
