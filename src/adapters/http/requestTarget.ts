const slash = 47

/** What a request is for. */
export interface RequestTarget {
  /** Raw. */
  readonly path: string
  /** Raw, without the question mark. */
  readonly query: string
}

/**
 * Reads the target of a request from its path on. A client that takes the endpoint for its proxy names the whole address:
 * `GET http://127.0.0.1:9001/path`. RFC 9112, 3.2.2
 */
export function requestTarget(url = '/'): RequestTarget {
  const target = url.charCodeAt(0) === slash ? url : url.replace(/^[a-z]+:\/\/[^/?]*\/?/i, '/')
  const mark = target.indexOf('?')
  return mark < 0 ? { path: target, query: '' } : { path: target.slice(0, mark), query: target.slice(mark + 1) }
}
