import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { text } from 'node:stream/consumers'
import { useAgent } from 'request-filtering-agent'

/** Why nothing came back: the address is not one to call, nobody was there, the certificate is wrong, or no answer. */
export type OutsideFailure = 'NOT_ALLOWED' | 'UNREACHABLE' | 'TLS' | 'TIMEOUT'
export type OutsideAnswer = { status: number; retryAfter: string | undefined } | { failure: OutsideFailure }

/** What a system answered whole; `text` is its body as it came. */
export type OutsideReply = { status: number; headers: IncomingHttpHeaders; text: string } | { failure: OutsideFailure }

type Call = {
  url: string
  headers: Readonly<Record<string, string>>
  body: string
  /** Whether loopback and private networks may be called. */
  isPrivateAllowed: boolean
}

const answerWithinMs = 10_000
const longestReply = 2_000_000

/**
 * Posts to an address that a company gave. The name is resolved and the very address that is connected to is checked,
 * so that no name leads into a private network (SSRF); redirects are not followed; what is answered beyond the status
 * is not read. Never throws: every failure is one of `OutsideFailure`.
 */
export const postOutside = (call: Call): Promise<OutsideAnswer> =>
  reach({ ...call, method: 'POST' }, async (response) => {
    response.destroy()
    return answerOf(response)
  })

/** Calls the API of another system under the same guards and reads its answer, two million characters at most. */
export const callOutside = (call: Call & { method: 'GET' | 'POST' | 'PATCH' }): Promise<OutsideReply> =>
  reach(call, async (response) => {
    let length = 0
    response.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > longestReply) response.destroy(new Error('the answer is too long'))
    })
    return { status: response.statusCode ?? 0, headers: response.headers, text: await text(response) }
  })

function reach<T>(
  { url, method, headers, body, isPrivateAllowed }: Call & { method: string },
  read: (response: IncomingMessage) => Promise<T>,
): Promise<T | { failure: OutsideFailure }> {
  return new Promise((resolve) => {
    const send = url.startsWith('https:') ? httpsRequest : httpRequest
    const agent = useAgent(url, { allowPrivateIPAddress: isPrivateAllowed, allowMetaIPAddress: isPrivateAllowed })
    const signal = AbortSignal.timeout(answerWithinMs)
    const fail = (error: unknown) => resolve({ failure: signal.aborted ? 'TIMEOUT' : failureOf(error) })
    try {
      const length = String(Buffer.byteLength(body))
      const request = send(url, { method, agent, signal, headers: { ...headers, 'content-length': length } })
      request.on('error', fail)
      request.on('response', (response) => void read(response).then(resolve, fail))
      request.end(body)
    } catch (error) {
      fail(error)
    }
  })
}

const answerOf = ({ statusCode = 0, headers }: IncomingMessage): OutsideAnswer => ({
  status: statusCode,
  retryAfter: headers['retry-after'],
})

function failureOf(error: unknown): OutsideFailure {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (/not allowed/i.test(message)) return 'NOT_ALLOWED'
  if (/^(ERR_TLS|CERT_|DEPTH_ZERO|UNABLE_TO|SELF_SIGNED|EPROTO|ERR_SSL)/.test(code)) return 'TLS'
  return 'UNREACHABLE'
}
