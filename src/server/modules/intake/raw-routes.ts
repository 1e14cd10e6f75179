import type { FastifyInstance } from 'fastify'
import { notFound } from '../../kernel/errors.ts'
import type { Bind } from '../../kernel/http/http.ts'
import { isId } from '../../kernel/ids.ts'
import type { Installation } from '../../kernel/installation.ts'
import { inCompany } from '../../kernel/work.ts'
import { fileMissing, fileTooLarge, hookBodyTooLarge } from './errors.ts'
import { encodings, type Encoding } from './files/index.ts'
import { importOf } from './imports/imports.ts'
import { importAnswer } from './imports/present.ts'
import { receiveDelivery } from './deliveries/receive.ts'
import { refusedRows } from './imports/refused-rows.ts'
import { receiveFile } from './imports/uploads.ts'

const deliveryMb = 4

/** The paths that carry files and raw bytes instead of JSON of the contract. */
export function serveFilesAndHooks(app: FastifyInstance, installation: Installation, identify: Bind['identify']): void {
  app.post('/api/v1/imports', { schema: { hide: true } }, async (request, reply) => {
    const caller = await identify({ request, reply }, 'intake:import')
    const part = request.isMultipart() ? await request.file() : undefined
    if (!part) throw fileMissing({})
    const chosen = (request.query as { encoding?: string }).encoding as Encoding
    const id = await receiveFile(installation, {
      ...caller,
      fileName: part.filename,
      chunks: wholeOf(part.file, installation.config.MAX_UPLOAD_MB),
      ...(encodings.includes(chosen) && { encoding: chosen }),
    })
    const answer = await inCompany(installation, caller, async (work) => importAnswer(work, await importOf(work, id)))
    return reply.code(201).send(answer)
  })
  app.get<{ Params: { id: string }; Querystring: { lang?: string } }>(
    '/api/v1/imports/:id/refused.csv',
    { schema: { hide: true } },
    async (request, reply) => {
      const caller = await identify({ request, reply }, 'intake:import')
      if (!isId(request.params.id)) throw notFound({ what: 'import' })
      const locale = request.query.lang === 'en' ? 'en' : 'ja'
      const text = await inCompany(installation, caller, (work) => refusedRows(work, request.params.id, locale))
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="refused-rows.csv"')
        .header('cache-control', 'no-store')
        .send(text)
    },
  )
  void app.register((scope, _, done) => {
    scope.removeAllContentTypeParsers()
    // Byte for byte: the signature is over what was sent, not over what it means.
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: deliveryMb * 1024 * 1024 },
      (_request, body, parsed) => parsed(null, body),
    )
    scope.setErrorHandler((error, _request, _reply) => {
      const isTooLarge = error instanceof Error && 'statusCode' in error && error.statusCode === 413
      throw isTooLarge && !('detail' in error) ? hookBodyTooLarge({ limitMb: deliveryMb }) : error
    })
    scope.post<{ Params: { connector: string; token: string } }>(
      '/api/v1/hooks/:connector/:token',
      { schema: { hide: true }, bodyLimit: deliveryMb * 1024 * 1024, config: { rateLimit: { max: 6_000 } } },
      async (request) => {
        const { connector, token } = request.params
        const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        await receiveDelivery(installation, { connector, token, raw, headers: request.headers })
        return { received: true }
      },
    )
    done()
  })
}

/** The pieces of an upload; the reader cuts at its limit silently, so that is told here. */
async function* wholeOf(file: AsyncIterable<Uint8Array> & { truncated?: boolean }, limitMb: number) {
  yield* file
  if (file.truncated) throw fileTooLarge({ limitMb })
}
