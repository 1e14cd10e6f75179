import { z } from 'zod'
import { movementText } from '../../../contract/credit-words.ts'
import { instantAt, localTime } from '../../../engines/japanese/index.ts'
import type { StatementLine } from '../../../engines/ledger/index.ts'
import { byteOrderMark, line } from '../../kernel/csv.ts'
import type { Bind } from '../../kernel/http.ts'
import { pdf, type PdfPaper } from '../../kernel/pdf.ts'
import { localeOf } from '../../kernel/problem.ts'
import { inCompany, type Work } from '../../kernel/work.ts'
import { company } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import { statement } from './balances.ts'

type Unit = 'slots' | 'referrals'
type Language = 'ja' | 'en'

const Query = z.object({
  unit: z.enum(['slots', 'referrals']).default('slots'),
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
    .optional(),
  lang: z.enum(['ja', 'en']).optional(),
})

const words = {
  ja: {
    title: '紹介枠 取引明細書',
    slots: '紹介枠',
    referrals: '紹介(次の枠まで)',
    head: ['記録日時', '発生日時', '内容', '理由', '増減', '残高'],
    opening: '期首残高',
    closing: '期末残高',
    none: 'この期間の動きはありません。',
    period: (from: string, until: string) => `${from} 〜 ${until}`,
    note: '記録した日時の順に並べています。一度締めた期間の明細は、あとから変わりません。',
  },
  en: {
    title: 'Statement of slots and referrals',
    slots: 'Slots',
    referrals: 'Referrals toward the next slot',
    head: ['Recorded', 'Happened', 'What', 'Reason', 'Change', 'Balance'],
    opening: 'Opening balance',
    closing: 'Closing balance',
    none: 'Nothing moved in this period.',
    period: (from: string, until: string) => `${from} to ${until}`,
    note: 'In the order recorded. The statement of a period that has ended never changes.',
  },
}

export type Whole = { opening: number; closing: number; lines: readonly StatementLine[] }
/** Half-open. */
export type Period = { from: Date; until: Date }

/** A whole statement of a period, from its first line to its last. */
export async function wholeStatement(work: Work, { unit, ...period }: Period & { unit: Unit }): Promise<Whole> {
  const pages: Whole[] = []
  for (let cursor: number | undefined; ;) {
    const page = await statement(work, { unit, ...period, cursor, limit: 1_000 })
    pages.unshift(page)
    if (page.nextCursor === null) break
    cursor = page.nextCursor
  }
  const lines = pages.flatMap((page) => page.lines)
  return { opening: pages[0]?.opening ?? 0, closing: pages.at(-1)?.closing ?? 0, lines }
}

/** A calendar month of the company, or everything until this moment. */
function periodOf({ now }: Work, { month, zone }: { month: string | undefined; zone: string }): Period {
  if (month === undefined) return { from: new Date(0), until: now }
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10)
  return { from: instantAt(`${month}-01`, 0, zone), until: instantAt(next, 0, zone) }
}

const moment = (at: Date, zone: string): string => {
  const { day, millisecond } = localTime(at, zone)
  return `${day} ${new Date(millisecond).toISOString().slice(11, 16)}`
}
const signed = (change: number): string => (change > 0 ? `+${change}` : String(change))

const cells = ({ transfer, change, balance }: StatementLine, { language, zone }: Shown): string[] => [
  moment(transfer.recordedAt, zone),
  moment(transfer.occurredAt, zone),
  movementText(language, transfer.kind),
  transfer.reason,
  signed(change),
  String(balance),
]
type Shown = { language: Language; zone: string }
type Asked = { language: Language; month: string | undefined }

/** The statement of one unit as CSV, with opening and closing balance. */
export async function statementCsv(work: Work, { unit, language, month }: Asked & { unit: Unit }): Promise<string> {
  const { timeZone: zone } = await company(work)
  const { opening, closing, lines } = await wholeStatement(work, { unit, ...periodOf(work, { month, zone }) })
  await record(work, { action: 'credits.statement-exported', detail: { unit, lines: lines.length } })
  const { head, opening: first, closing: last } = words[language]
  const rows = lines.map((one) =>
    line(cells(one, { language, zone }).map((cell, at) => (at < 4 ? cell : Number(cell)))),
  )
  return [
    byteOrderMark,
    line(head),
    line(['', '', first, '', null, opening]),
    ...rows,
    line(['', '', last, '', null, closing]),
  ].join('')
}

/** The statement of slots and of referrals as a paper. */
export async function statementPaper(work: Work, { language, month }: Asked): Promise<PdfPaper> {
  const { timeZone: zone, name, nameEn } = await company(work)
  const period = periodOf(work, { month, zone })
  const text = words[language]
  const parts: PdfPaper['parts'][number][] = [{ kind: 'text', text: text.note }]
  let first: Date | undefined
  for (const unit of ['slots', 'referrals'] as const) {
    const { opening, closing, lines } = await wholeStatement(work, { unit, ...period })
    const begins = lines[0]?.transfer.recordedAt
    if (begins && (!first || begins < first)) first = begins
    parts.push(
      { kind: 'heading', text: text[unit] },
      {
        kind: 'facts',
        facts: [
          { label: text.opening, value: String(opening) },
          { label: text.closing, value: String(closing) },
        ],
      },
    )
    if (lines.length === 0) parts.push({ kind: 'text', text: text.none })
    else
      parts.push({
        kind: 'table',
        columns: text.head.map((label, at) => ({
          label,
          share: [1.5, 1.5, 2.2, 2.2, 0.7, 0.7][at] ?? 1,
          align: at > 3 ? 'right' : 'left',
        })),
        rows: lines.map((one) => cells(one, { language, zone })),
      })
  }
  await record(work, { action: 'credits.statement-exported', detail: { unit: 'both' } })
  const day = (at: Date) => localTime(at, zone).day
  const from = month === undefined ? day(first ?? work.now) : `${month}-01`
  const until = day(new Date(period.until.getTime() - 1))
  const shownName = language === 'en' ? (nameEn ?? name) : name
  return {
    title: text.title,
    language,
    subtitle: `${shownName}　${text.period(from, until)}`,
    footer: `${shownName}　${text.title}`,
    madeAt: work.now,
    parts,
  }
}

/** `GET /api/v1/credits/statement.csv` of one unit and `statement.pdf` of both, of a month or of all time. */
export function statementRoutes(bind: Bind): void {
  bind.raw((app, installation) => {
    for (const format of ['csv', 'pdf'] as const)
      app.get(
        `/api/v1/credits/statement.${format}`,
        { schema: { hide: true, querystring: Query } },
        async (request, reply) => {
          const caller = await bind.identify({ request, reply }, 'credits:read')
          const { unit, month, lang } = request.query as z.output<typeof Query>
          const language = lang ?? localeOf(request.headers['accept-language'])
          const made = await inCompany(installation, caller, (work): Promise<string | PdfPaper> =>
            format === 'csv'
              ? statementCsv(work, { unit, language, month })
              : statementPaper(work, { language, month }),
          )
          return reply
            .header('content-type', format === 'csv' ? 'text/csv; charset=utf-8' : 'application/pdf')
            .header('content-disposition', `attachment; filename="statement.${format}"`)
            .header('cache-control', 'no-store')
            .send(typeof made === 'string' ? made : await pdf(made))
        },
      )
  })
}
