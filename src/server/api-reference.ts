import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const script = join(dirname(createRequire(import.meta.url).resolve('@scalar/api-reference')), 'browser/standalone.js')

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tasuki API</title>
</head>
<body>
<div id="app"></div>
<script src="/api/reference/standalone.js"></script>
<script src="/api/reference/start.js"></script>
</body>
</html>
`

const start = `Scalar.createApiReference('#app', { url: '/api/openapi.json', telemetry: false, agent: { disabled: true }, hideClientButton: true, withDefaultFonts: false, proxyUrl: '' })\n`

// The reference draws its own style elements; nothing else on this page comes from outside or takes input of a person.
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

/** The API's description: `/api/openapi.json`, and `/api` to read and try it. */
export function serveApiReference(app: FastifyInstance): void {
  const hide = { schema: { hide: true } }
  app.get('/api/openapi.json', hide, () => app.swagger())
  app.get('/api', hide, (_, reply) =>
    reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(page),
  )
  app.get('/api/', hide, (_, reply) => reply.redirect('/api'))
  app.get('/api/reference/start.js', hide, (_, reply) => reply.type('text/javascript; charset=utf-8').send(start))
  app.get('/api/reference/standalone.js', hide, (_, reply) =>
    reply
      .header('cache-control', 'public, max-age=86400')
      .type('text/javascript; charset=utf-8')
      .send(createReadStream(script)),
  )
}
