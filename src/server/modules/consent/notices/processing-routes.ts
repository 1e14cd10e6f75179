import { z } from 'zod'
import * as contract from '../../../../contract/consent/processing.ts'
import { processingFields } from '../../../../contract/consent/processing.ts'
import { processingWords } from '../../../../contract/consent/processing-words.ts'
import { done } from '../../../../contract/route.ts'
import { byteOrderMark, line } from '../../../kernel/csv.ts'
import type { Bind } from '../../../kernel/http/http.ts'
import { pdf } from '../../../kernel/pdf.ts'
import { inCompany, type Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { changeEntry, register, removeEntry } from './processing.ts'
import type { Language } from './processing-facts.ts'

export function processingRoutes(bind: Bind): void {
  bind.company(contract.listProcessing, async (work, { query }) => ({ entries: await register(work, query.language) }))
  bind.company(contract.changeProcessing, async (work, { params, body }) => {
    await changeEntry(work, { activity: params.activity, name: body.name, fields: body.fields })
    return done
  })
  bind.company(contract.removeProcessing, async (work, { params }) => {
    await removeEntry(work, params.activity)
    return done
  })
  bindFiles(bind)
}

const Query = z.object({ language: z.enum(['ja', 'en']).default('ja') })
type File = { type: string; name: string; body: Buffer | string }

function bindFiles(bind: Bind): void {
  const files = { 'register.csv': csvFile, 'register.pdf': pdfFile } as const
  bind.raw((app, installation) => {
    for (const [name, make] of Object.entries(files))
      app.get(
        `/api/v1/consent/processing/${name}`,
        { schema: { hide: true, querystring: Query } },
        async (request, reply) => {
          const caller = await bind.identify({ request, reply }, 'consent:read')
          const { language } = request.query as z.output<typeof Query>
          const file = await inCompany(installation, caller, async (work) => {
            await record(work, { action: 'consent.processing-exported', detail: { file: name } })
            return make(work, language)
          })
          return reply
            .header('content-type', file.type)
            .header('content-disposition', `attachment; filename="${file.name}"`)
            .header('cache-control', 'no-store')
            .send(file.body)
        },
      )
  })
}

async function csvFile(work: Work, language: Language): Promise<File> {
  const words = processingWords[language]
  const head = line([words.name, ...processingFields.map((field) => words.fields[field])])
  const rows = (await register(work, language)).map(({ name, fields }) =>
    line([name, ...processingFields.map((field) => fields[field].words)]),
  )
  return {
    type: 'text/csv; charset=utf-8',
    name: 'processing-register.csv',
    body: `${byteOrderMark}${head}${rows.join('')}`,
  }
}

async function pdfFile(work: Work, language: Language): Promise<File> {
  const words = processingWords[language]
  const { name: companyName, nameEn } = await company(work)
  const shown = language === 'en' ? (nameEn ?? companyName) : companyName
  const entries = await register(work, language)
  const body = await pdf({
    title: words.title,
    language,
    subtitle: `${shown}\n${words.foot}`,
    footer: shown,
    madeAt: work.now,
    parts: entries.flatMap(({ name, fields }) => [
      { kind: 'heading' as const, text: name },
      {
        kind: 'facts' as const,
        facts: processingFields.map((field) => ({ label: words.fields[field], value: fields[field].words || '—' })),
      },
    ]),
  })
  return { type: 'application/pdf', name: 'processing-register.pdf', body }
}
