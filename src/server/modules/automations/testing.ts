import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export type Heard = { headers: IncomingHttpHeaders; body: string }

/** A receiver of webhooks on loopback: keeps what it hears and answers as told; `undefined` answers nothing at all. */
export async function aReceiver() {
  const heard: Heard[] = []
  const how: { status: number | undefined; headers: Record<string, string> } = { status: 204, headers: {} }
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      heard.push({ headers: request.headers, body })
      if (how.status !== undefined) response.writeHead(how.status, how.headers).end()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    heard,
    how,
    url: `http://127.0.0.1:${port}/tasuki`,
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((closed) => void server.close(() => closed()))
    },
  }
}
