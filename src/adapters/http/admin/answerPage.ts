import type { ServerResponse } from 'node:http'
import { pageFiles } from './pageFiles'

const files: Readonly<Record<string, { readonly type: string; readonly text: string }>> = {
  '': { type: 'text/html; charset=utf-8', text: pageFiles.html },
  'page.css': { type: 'text/css; charset=utf-8', text: pageFiles.css },
  'page.js': { type: 'text/javascript; charset=utf-8', text: pageFiles.js },
}

/**
 * Nothing from anywhere else, nothing written into the page as code, and no other page around it: what functions answer is shown
 * here, and comes from anybody.
 */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; frame-ancestors 'none'"

/** Answers a request for the page at `/_lambdouble/` or a file of it; false if the path names none. */
export function answerPage(method: string, path: string, response: ServerResponse): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  if (path === '/_lambdouble') {
    response.writeHead(308, { location: '/_lambdouble/' }).end()
    return true
  }
  const file = Object.hasOwn(files, path.slice('/_lambdouble/'.length)) && files[path.slice('/_lambdouble/'.length)]
  if (!file) return false
  response
    .writeHead(200, {
      'content-type': file.type,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    .end(method === 'HEAD' ? undefined : file.text)
  return true
}
