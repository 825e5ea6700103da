import { createServer, type AddressInfo, type Socket } from 'node:net'

/** What a server of raw TCP does with each request that has arrived whole. */
export type Respond = (socket: Socket, request: string) => void

/** A server on loopback that speaks HTTP only as well as it is told. */
export interface RawServer {
  readonly port: number
  /** Requests that arrived whole. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

export async function rawServer(respond: Respond): Promise<RawServer> {
  const requests: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let received = ''
    socket.on('error', () => {})
    socket.on('data', (bytes: Buffer) => {
      received += bytes.toString('latin1')
      const head = received.indexOf('\r\n\r\n')
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0)
      if (head === -1 ? isHttp(received) : received.length < head + 4 + length) return
      requests.push(received)
      const request = received
      received = ''
      respond(socket, request)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** The greeting of TLS is none, and gets its answer as it comes. */
function isHttp(received: string): boolean {
  return /^[A-Z]/.test(received)
}

/** The head of an HTTP answer. */
export function head(status: number, headers: Readonly<Record<string, string | number>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} Whatever\r\n${lines.join('')}\r\n`
}

/** A piece of a chunked body. */
export function chunk(bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${bytes.byteLength.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
}
