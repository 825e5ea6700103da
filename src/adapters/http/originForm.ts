const slash = 47

/**
 * The target of a request from its path on. A client that takes the endpoint for its proxy names the whole address:
 * `GET http://127.0.0.1:9001/path`. RFC 9112, 3.2.2
 */
export function originForm(target: string): string {
  return target.charCodeAt(0) === slash ? target : target.replace(/^[a-z]+:\/\/[^/?]*\/?/i, '/')
}
