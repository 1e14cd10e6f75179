import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { LetterLinksAsked, readLetterEvidence } from '../../../../../contract/relay/letter-links.ts'
import type { Permission } from '../../../../../contract/accounts/permissions.ts'
import { ReferralFilter } from '../../../../../contract/relay/referrals.ts'
import { LetterFilter, UntoldFilter } from '../../../../../contract/relay/relay.ts'
import type { Bind, Caller } from '../../../../kernel/http/http.ts'
import { pdf } from '../../../../kernel/pdf.ts'
import { localeOf } from '../../../../kernel/http/problem.ts'
import { inCompany, type Work } from '../../../../kernel/work.ts'
import { evidencePaper } from '../evidence.ts'
import { lettersCsv, linksCsv, referralsCsv, untoldCsv } from './letter-files.ts'
import { issueLetterLinks } from '../letter-links.ts'

const Language = z.object({ lang: z.enum(['ja', 'en']).optional() })

/** What is asked has been read by `schema` when a file is made. */
type FileRoute = {
  method: 'GET' | 'POST'
  path: string
  fileName: string
  permission: Permission
  schema: { params?: z.ZodType; querystring: z.ZodType; body?: z.ZodType }
  make: (work: Work, request: FastifyRequest, language: 'ja' | 'en') => Promise<string | (() => Promise<Buffer>)>
}

const files: readonly FileRoute[] = [
  {
    method: 'POST',
    path: 'links.csv',
    fileName: 'links.csv',
    permission: 'relay:send',
    schema: { body: LetterLinksAsked, querystring: Language },
    make: async (work, { body }, language) =>
      linksCsv(work, await issueLetterLinks(work, (body as z.output<typeof LetterLinksAsked>).applications), language),
  },
  {
    method: 'GET',
    path: 'letters.csv',
    fileName: 'letters.csv',
    permission: 'relay:read',
    schema: { querystring: LetterFilter.extend(Language.shape) },
    make: (work, { query }, language) => lettersCsv(work, query as z.output<typeof LetterFilter>, language),
  },
  {
    method: 'GET',
    path: 'untold.csv',
    fileName: 'untold.csv',
    permission: 'relay:read',
    schema: { querystring: UntoldFilter.extend(Language.shape) },
    make: (work, { query }, language) => untoldCsv(work, query as z.output<typeof UntoldFilter>, language),
  },
  {
    method: 'GET',
    path: 'referrals.csv',
    fileName: 'referrals.csv',
    permission: 'relay:read',
    schema: { querystring: ReferralFilter.extend(Language.shape) },
    make: (work, { query }, language) => referralsCsv(work, query as z.output<typeof ReferralFilter>, language),
  },
  {
    method: 'GET',
    path: 'letters/:id/evidence.pdf',
    fileName: 'letter.pdf',
    permission: 'relay:read',
    schema: { params: readLetterEvidence.params, querystring: Language },
    make: async (work, { params }, language) => {
      const paper = await evidencePaper(work, (params as { id: string }).id, language)
      return () => pdf(paper)
    },
  },
]

/** Lists and papers about letters, as files. Who asks is settled before what they ask is looked at. */
export function letterFileRoutes(bind: Bind): void {
  bind.raw((app, installation) => {
    const callers = new WeakMap<FastifyRequest, Caller>()
    for (const { method, path, fileName, permission, schema, make } of files)
      app.route({
        method,
        url: `/api/v1/relay/${path}`,
        schema: { hide: true, ...schema },
        preValidation: async (request, reply) => {
          callers.set(request, await bind.identify({ request, reply }, permission))
        },
        handler: async (request, reply) => {
          const caller = callers.get(request)
          if (!caller) throw new Error('nobody was identified')
          const { lang = localeOf(request.headers['accept-language']) } = request.query as z.output<typeof Language>
          const made = await inCompany(installation, { ...caller, isRepeatable: true }, (work) =>
            make(work, request, lang),
          )
          return reply
            .header('content-type', fileName.endsWith('.pdf') ? 'application/pdf' : 'text/csv; charset=utf-8')
            .header('content-disposition', `attachment; filename="${fileName}"`)
            .header('cache-control', 'no-store')
            .send(typeof made === 'string' ? made : await made())
        },
      })
  })
}
