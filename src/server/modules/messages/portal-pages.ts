import type { FastifyInstance } from 'fastify'
import { siteOf } from '../../kernel/server.ts'
import type { Installation } from '../../kernel/installation.ts'
import { unsubscribeByToken } from './unsubscribe.ts'

/**
 * The address of one-click unsubscription on the portal's host. A mail provider's POST acts at once, without cookie or
 * question (RFC 8058); GET only asks, because scanners open links. Both answer alike for every token.
 */
export function serveUnsubscribe(app: FastifyInstance, installation: Installation): void {
  const site = siteOf(installation)
  void app.register((scope, _, done) => {
    if (!scope.hasContentTypeParser('application/x-www-form-urlencoded'))
      scope.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string', bodyLimit: 4096 },
        (_request, body, parsed) => parsed(null, Object.fromEntries(new URLSearchParams(String(body)))),
      )
    scope.addHook('onRequest', async (request, reply) => {
      if (site(request.hostname) !== 'portal') return reply.callNotFound()
      reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex')
    })
    scope.get<{ Params: { token: string } }>(
      '/unsubscribe/:token',
      { schema: { hide: true } },
      async (request, reply) => reply.type('text/html; charset=utf-8').send(page(askingBody(request.params.token))),
    )
    scope.post<{ Params: { token: string } }>(
      '/unsubscribe/:token',
      { schema: { hide: true } },
      async (request, reply) => {
        const oneClick = request.headers['sec-fetch-site'] === undefined
        await unsubscribeByToken(installation, request.params.token, oneClick ? 'ONE_CLICK' : 'PAGE')
        return reply.type('text/html; charset=utf-8').send(page(doneBody))
      },
    )
    done()
  })
}

const page = (body: string) =>
  `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>配信の停止 / Unsubscribe</title><body>${body}</body></html>`

const askingBody = (token: string) =>
  `<h1>案内メールの配信を停止しますか</h1><p>選考結果やお手続きのご連絡は、引き続きお送りすることがあります。</p><p lang="en">Stop mails of this kind? Results and procedures may still be sent.</p><form method="post" action="/unsubscribe/${encodeURIComponent(token)}"><button>停止する / Unsubscribe</button></form>`

const doneBody =
  '<h1>配信を停止しました</h1><p>今後、このアドレスへ案内をお送りすることはありません。</p><p lang="en">You will receive no more mails of this kind.</p>'
