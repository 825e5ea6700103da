/** Who holds credentials that the double has handed out. */
export interface Principal {
  readonly accountId: string
  readonly arn: string
  readonly userId: string
}

export interface TemporaryKey {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  /** ISO 8601, in whole seconds as AWS has it. */
  readonly expiration: string
}

/** The temporary credentials of one double: good for nothing but to be recognised again. */
export interface IssuedKeys {
  /** @param seconds for how long they are good, by the machine's clock, as that is the one the SDK looks at */
  issue(principal: Principal, seconds: number): TemporaryKey
  /** Whose key it is; undefined for a key that comes from elsewhere. */
  holder(accessKeyId: string | undefined): Principal | undefined
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export function createIssuedKeys(): IssuedKeys {
  const holders = new Map<string, Principal>()
  return {
    issue(principal, seconds) {
      // The form of AWS's own: ASIA for temporary keys, then sixteen of thirty-two characters.
      const accessKeyId = `ASIALAMBDOUBLE${inLetters(holders.size, 6)}`
      holders.set(accessKeyId, principal)
      const expiration = new Date(Date.now() + seconds * 1_000).toISOString().replace(/\.\d+/, '')
      return {
        accessKeyId,
        secretAccessKey: `secret of ${accessKeyId}`.padEnd(40, '/'),
        sessionToken: `token of ${accessKeyId}`,
        expiration,
      }
    },
    holder: (accessKeyId) => (accessKeyId === undefined ? undefined : holders.get(accessKeyId)),
  }
}

function inLetters(value: number, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = alphabet[rest % 32]! + text
  return text
}
