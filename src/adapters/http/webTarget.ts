/** Paths that lead to a function URL or to code on the endpoint's own host, for clients that cannot resolve another. */
const webPath = /^\/(?:_url\/[^/]|awslambda-[a-z0-9-]+-(?:tasks|layers)\/)/

/** Whether a request to the endpoint's own host is none to the Lambda API. */
export function isWebPath(path: string): boolean {
  return webPath.test(path)
}

/**
 * The function URL's own host for one of this machine's: `<id>.lambda-url.<region>.localhost:<port>`, which browsers and curl find
 * here by themselves. Undefined for every other Host, and for another port.
 */
export function functionUrlHost(host: string | undefined, port: number): string | undefined {
  const found = /^([a-z0-9-]+\.lambda-url\.[a-z0-9-]+)\.localhost(?::(\d+))?$/i.exec(host ?? '')
  return found === null || Number(found[2] ?? 80) !== port ? undefined : `${found[1]!.toLowerCase()}.on.aws`
}
