import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { Installation } from './kernel/installation.ts'
import { oneHost, siteOf } from './kernel/http/server.ts'
import { preparingPage, type Preparing } from './preparing.ts'

const built = join(import.meta.dirname, '../../dist/web')

/** Whether the browser programs have been built; without them only the API and the portal answer. */
export const arePagesBuilt = (): boolean =>
  ['console', 'operator'].every((program) => existsSync(join(built, program, 'index.html')))

/** The same page at the console's own address. */
const consolePage = ({ config }: Installation, url: string): string => new URL(oneHost(url), config.consoleUrl).href

/**
 * Serves the two browser programs, each on its own host name. A path that is not a file is a screen of the program
 * and gets its `index.html`; a host name that is none of ours leads to the console. While a demonstration is filled,
 * every screen says so instead of asking for a sign-in that nobody can know yet.
 */
export async function serveProgramPages(
  app: FastifyInstance,
  installation: Installation,
  preparing: Preparing = { step: null },
): Promise<void> {
  const site = siteOf(installation)
  await app.register(fastifyStatic, { root: built, serve: false, cacheControl: false, dotfiles: 'deny' })
  // A page is many files: whoever shares an address with colleagues would soon see half of one.
  app.get('/*', { schema: { hide: true }, config: { rateLimit: false } }, async (request, reply) => {
    const program = site(request.hostname)
    if (program === 'portal' || request.url.startsWith('/api/')) return reply.callNotFound()
    if (program === 'other') return reply.redirect(consolePage(installation, request.url), 302)
    if (!arePagesBuilt())
      return reply
        .code(503)
        .type('text/plain; charset=utf-8')
        .send(
          '画面がまだ作られていません。`npm run build` を実行してください。\nThe pages are not built yet: run `npm run build`.\n',
        )
    if (preparing.step)
      return reply
        .code(503)
        .header('retry-after', '3')
        .header('cache-control', 'no-store')
        .header('vary', 'accept-language')
        .type('text/html; charset=utf-8')
        .send(preparingPage(preparing.step, request.headers['accept-language']))
    const path = decodeURIComponent(new URL(oneHost(request.url), 'http://host').pathname)
    const file = join(program, path)
    const isAsset = path.startsWith('/assets/')
    if (isAsset || (path !== '/' && existsSync(join(built, file)) && /\.\w+$/.test(path))) {
      // Built files carry the hash of their content in their names.
      reply.header('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache')
      return reply.sendFile(file)
    }
    return reply.header('cache-control', 'no-cache').sendFile(join(program, 'index.html'))
  })
}
