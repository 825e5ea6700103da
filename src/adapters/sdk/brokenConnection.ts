import { isIP } from 'node:net'
import { constants } from 'node:os'
import type { SdkHttpRequest } from './sdkShapes'

/** An address that belongs to nobody (RFC 5737): Node names the one it tried. */
const nowhere = '192.0.2.1'

/** libuv's own numbers for failures of name resolution, the same on every system. */
const resolverErrors: Readonly<Record<string, number>> = {
  ENOTFOUND: -3008,
  EAI_AGAIN: -3001,
  EAI_FAIL: -3004,
  EAI_NODATA: -3007,
}

/** Failures that Node names by a sentence of OpenSSL's or of its HTTP parser's, not by a system call (observed). */
const sentences: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'certificate has expired',
  CERT_NOT_YET_VALID: 'certificate is not yet valid',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'self-signed certificate in certificate chain',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unable to verify the first certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unable to get local issuer certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: "Hostname/IP does not match certificate's altnames",
  HPE_INVALID_CONSTANT: 'Parse Error: Expected HTTP/',
  HPE_HEADER_OVERFLOW: 'Parse Error: Header overflow',
}

const readFailures = ['ECONNRESET']
const writeFailures = ['EPIPE', 'EPROTO', 'ECONNABORTED']

/** Codes that the SDK's HTTP handler gives the name TimeoutError (observed); it leaves all others as Node made them. */
const renamed = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT']

/**
 * The error that a real connection with this failure gives below the SDK's retry loop, so that the loop decides as it would:
 * resets, refusals, time-outs and unknown hosts are retried, TLS and parser errors are not (observed).
 */
export function brokenConnection(code: string, request: Pick<SdkHttpRequest, 'hostname' | 'port' | 'protocol'>): Error {
  const error = connectionError(code, request)
  if (renamed.includes(code)) error.name = 'TimeoutError'
  return error
}

/** What the reader of a body sees when the connection breaks before the end, as Node words it. */
export function connectionLost(code = 'ECONNRESET'): Error {
  return Object.assign(new Error('aborted'), { code })
}

/** The error that Node gives a request whose connection fails this way. */
export function connectionError(
  code: string,
  { hostname, protocol, port = protocol === 'http:' ? 80 : 443 }: Pick<SdkHttpRequest, 'hostname' | 'port' | 'protocol'>,
): Error {
  const sentence = sentences[code]
  if (sentence !== undefined) return Object.assign(new Error(sentence), { code })
  const resolver = resolverErrors[code]
  if (resolver !== undefined) {
    return Object.assign(new Error(`getaddrinfo ${code} ${hostname}`), {
      errno: resolver,
      code,
      syscall: 'getaddrinfo',
      hostname,
    })
  }
  const number = (constants.errno as Readonly<Record<string, number>>)[code]
  if (number === undefined) return Object.assign(new Error(code), { code })
  const errno = -number
  if (readFailures.includes(code)) return Object.assign(new Error(`read ${code}`), { errno, code, syscall: 'read' })
  if (writeFailures.includes(code)) return Object.assign(new Error(`write ${code}`), { errno, code, syscall: 'write' })
  const address = addressOf(hostname)
  return Object.assign(new Error(`connect ${code} ${address}:${port}`), { errno, code, syscall: 'connect', address, port })
}

function addressOf(hostname: string): string {
  const plain = hostname.replace(/^\[|\]$/g, '')
  if (isIP(plain)) return plain
  return plain === 'localhost' ? '127.0.0.1' : nowhere
}
