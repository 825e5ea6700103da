/** What a request says of its caller. */
export interface CredentialScope {
  readonly accessKey?: string | undefined
  readonly region?: string | undefined
}

/**
 * What a signature says of the caller: `Credential=<access key>/<date>/<region>/lambda/aws4_request`, in the header or, presigned,
 * in the query. The signature itself is not checked.
 */
export function credentialScope(authorization: string | undefined, query: string): CredentialScope {
  const inHeader = authorization === undefined ? undefined : /Credential=([^,\s]+)/.exec(authorization)?.[1]
  const credential = inHeader ?? (query === '' ? undefined : new URLSearchParams(query).get('X-Amz-Credential'))
  if (typeof credential !== 'string') return {}
  const [accessKey, , region] = credential.split('/')
  return { accessKey: accessKey || undefined, region: region || undefined }
}

/** An access key of twelve digits is taken for the account. */
export function accountOfKey(accessKey: string | undefined): string | undefined {
  return accessKey !== undefined && /^\d{12}$/.test(accessKey) ? accessKey : undefined
}
