import { z } from 'zod'
import * as contract from '../../../contract/letter-links.ts'
import { byteOrderMark, line } from '../../kernel/csv.ts'
import type { Bind } from '../../kernel/http.ts'
import { pdf } from '../../kernel/pdf.ts'
import { localeOf } from '../../kernel/problem.ts'
import { siteOf } from '../../kernel/server.ts'
import { inCompany } from '../../kernel/work.ts'
import { evidencePaper, letterEvidence } from './evidence.ts'
import { issueLetterLinks } from './letter-links.ts'

const Asked = z.object({ lang: z.enum(['ja', 'en']).optional() })

const heads = {
  ja: [
    '応募ID',
    '外部システムの応募ID',
    'お名前',
    'メールアドレス',
    '求人',
    '専用リンク',
    '有効期限',
    'リンクのない理由',
  ],
  en: ['Application', 'Id elsewhere', 'Name', 'Mail', 'Opening', 'Personal link', 'Valid until', 'Why no link'],
}

/** The links as a file for a mail merge; whoever gets none stands on it with the reason and no link. */
export const linksCsv = (links: readonly contract.LetterLink[], language: 'ja' | 'en'): string =>
  [
    byteOrderMark,
    line(heads[language]),
    ...links.map((link) =>
      line([
        link.applicationId,
        link.remoteId,
        link.personName,
        link.email,
        link.openingTitle,
        link.url,
        link.expiresAt?.slice(0, 10) ?? null,
        link.reason,
      ]),
    ),
  ].join('')

/** Links for mails that other systems send, as JSON and CSV, and the evidence of each letter, as JSON and PDF. */
export function letterLinkRoutes(bind: Bind): void {
  bind.company(contract.issueLetterLinks, async (work, { body }) => ({
    links: await issueLetterLinks(work, body.applications),
  }))
  bind.company(contract.readLetterEvidence, (work, { params: { id } }) => letterEvidence(work, id))
  bind.raw((app, installation) => {
    const site = siteOf(installation)
    app.post(
      '/api/v1/relay/links.csv',
      { schema: { hide: true, body: contract.LetterLinksAsked, querystring: Asked } },
      async (request, reply) => {
        const { id: requestId, ip } = request
        const context = { installation, requestId, ip, site: site(request.hostname), request, reply }
        const { actor, companyId } = await bind.identify(context, 'relay:send')
        const { applications } = request.body as z.output<typeof contract.LetterLinksAsked>
        const { lang = localeOf(request.headers['accept-language']) } = request.query as z.output<typeof Asked>
        const links = await inCompany(installation, { companyId, actor, requestId, isRepeatable: true }, (work) =>
          issueLetterLinks(work, applications),
        )
        return reply
          .header('content-type', 'text/csv; charset=utf-8')
          .header('content-disposition', 'attachment; filename="links.csv"')
          .header('cache-control', 'no-store')
          .send(linksCsv(links, lang))
      },
    )
    app.get(
      '/api/v1/relay/letters/:id/evidence.pdf',
      { schema: { hide: true, params: contract.readLetterEvidence.params, querystring: Asked } },
      async (request, reply) => {
        const { id: requestId, ip } = request
        const context = { installation, requestId, ip, site: site(request.hostname), request, reply }
        const { actor, companyId } = await bind.identify(context, 'relay:read')
        const { id } = request.params as { id: string }
        const { lang = localeOf(request.headers['accept-language']) } = request.query as z.output<typeof Asked>
        const paper = await inCompany(installation, { companyId, actor, requestId }, (work) =>
          evidencePaper(work, id, lang),
        )
        return reply
          .header('content-type', 'application/pdf')
          .header('content-disposition', 'attachment; filename="letter.pdf"')
          .header('cache-control', 'no-store')
          .send(await pdf(paper))
      },
    )
  })
}
