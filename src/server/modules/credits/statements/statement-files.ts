import { z } from 'zod'
import { movementReason, movementText } from '../../../../contract/credits/credit-words.ts'
import { instantAt, localTime } from '../../../../engines/japanese/index.ts'
import type { StatementLine } from '../../../../engines/ledger/index.ts'
import { byteOrderMark, line } from '../../../kernel/csv.ts'
import type { Bind } from '../../../kernel/http/http.ts'
import { pdf, type PdfColumn, type PdfPaper } from '../../../kernel/pdf.ts'
import { localeOf } from '../../../kernel/http/problem.ts'
import { inCompany, type Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { subjectOf, wholeStatement, type StatementUnit as Unit, type Whole } from './statement.ts'
import type { Period } from './store-statement.ts'

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
    referrals: '紹介の計上(次の紹介枠まで)',
    recorded: '記録日時',
    happened: '発生日時',
    what: '内容',
    about: '対象',
    change: '増減',
    balance: '残高',
    beside: ['予約中', '消化済み'],
    reason: '理由',
    opening: '期首残高',
    closing: '期末残高',
    subjects: { INTRODUCTION: '紹介', REFERRAL: '登録' },
    total: (change: number, count: number) =>
      change === 0 ? `${count.toLocaleString('ja')}件` : `${signed(change)}(${count.toLocaleString('ja')}件)`,
    none: 'この期間の動きはありません。',
    period: (from: string, until: string) => `対象期間 ${from} 〜 ${until}`,
    made: (day: string) => `作成日 ${day}`,
    note: '記録した日時の順に並べています。一度締めた期間の明細は、あとから変わりません。対象の番号は識別子の下12桁で、CSVには全桁を記載しています。',
    more: (all: number) =>
      `動きが${all.toLocaleString('ja')}件あるため、新しい${mostLines.toLocaleString('ja')}件を載せています。すべての動きはCSVをご覧ください。合計は全件の値です。`,
  },
  en: {
    title: 'Statement of slots and referrals',
    slots: 'Slots',
    referrals: 'Referrals toward the next slot',
    recorded: 'Recorded',
    happened: 'Happened',
    what: 'What',
    about: 'Of',
    change: 'Change',
    balance: 'Balance',
    beside: ['Reserved', 'Spent'],
    reason: 'Reason',
    opening: 'Opening balance',
    closing: 'Closing balance',
    subjects: { INTRODUCTION: 'Introduction', REFERRAL: 'Referral' },
    total: (change: number, count: number) =>
      [
        count === 1 ? '1 movement' : `${count.toLocaleString('en')} movements`,
        ...(change === 0 ? [] : [signed(change)]),
      ].join(', '),
    none: 'Nothing moved in this period.',
    period: (from: string, until: string) => `${from} to ${until}`,
    made: (day: string) => `made ${day}`,
    note: 'In the order recorded. The statement of a period that has ended never changes. Numbers are the last 12 digits of ids; the CSV has them whole.',
    more: (all: number) =>
      `There are ${all.toLocaleString('en')} movements; the latest ${mostLines.toLocaleString('en')} are shown. The CSV has them all, and the sums are of all.`,
  },
}

/** So many movements of a unit a paper lists at most: about fifty pages. */
const mostLines = 2_000

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

const what = (language: Language, { transfer }: StatementLine): string => {
  const why = movementReason(language, transfer)
  const name = movementText(language, transfer.kind)
  return why ? `${name}${language === 'ja' ? '' : ' '}(${why})` : name
}

type Asked = { language: Language; month: string | undefined }

/** The statement of one unit as CSV, with opening and closing balance. */
export async function statementCsv(work: Work, { unit, language, month }: Asked & { unit: Unit }): Promise<string> {
  const { timeZone: zone } = await company(work)
  const { opening, closing, lines } = await wholeStatement(work, { unit, ...periodOf(work, { month, zone }) })
  await record(work, { action: 'credits.statement-exported', detail: { unit, lines: lines.length } })
  const text = words[language]
  const besides = unit === 'slots' ? text.beside : []
  const head = [text.recorded, text.happened, text.what, text.reason, text.about, text.change, text.balance, ...besides]
  const rows = lines.map(({ transfer, change, balance, beside }) =>
    line([
      moment(transfer.recordedAt, zone),
      moment(transfer.occurredAt, zone),
      movementText(language, transfer.kind),
      movementReason(language, transfer),
      subjectOf(transfer)?.id ?? null,
      change,
      balance,
      ...beside,
    ]),
  )
  const balanceLine = (label: string, amount: number) => line(['', '', label, '', null, null, amount])
  return [
    byteOrderMark,
    line(head),
    balanceLine(text.opening, opening),
    ...rows,
    balanceLine(text.closing, closing),
  ].join('')
}

type Part = PdfPaper['parts'][number]

/** One unit's part of the paper: from the opening to the closing balance in sums, then line by line. */
function partsOf(unit: Unit, { whole, language, zone }: { whole: Whole; language: Language; zone: string }): Part[] {
  const text = words[language]
  const { opening, closing, totals } = whole
  const heading: Part = { kind: 'heading', text: text[unit] }
  const besides = unit === 'slots' ? text.beside : []
  const last = whole.lines.at(-1)?.beside ?? []
  const facts = [
    { label: text.opening, value: String(opening) },
    ...totals.map(({ kind, count, change }) => ({
      label: movementText(language, kind),
      value: text.total(change, count),
    })),
    { label: text.closing, value: String(closing) },
    ...(last.length > 0 ? besides.map((label, at) => ({ label, value: String(last[at]) })) : []),
  ]
  const told: Part[] = [heading, { kind: 'facts', facts }]
  if (whole.lines.length === 0) return [...told, { kind: 'text', text: text.none }]
  const columns: PdfColumn[] = [
    { label: text.recorded, share: 1.5 },
    { label: text.what, share: 3 },
    { label: text.about, share: 1.7 },
    ...[text.change, text.balance, ...besides].map((label) => ({ label, share: 0.7, align: 'right' as const })),
  ]
  const rows = whole.lines.slice(-mostLines).map((one) => {
    const about = subjectOf(one.transfer)
    return [
      moment(one.transfer.recordedAt, zone),
      what(language, one),
      about ? `${text.subjects[about.kind]} ${about.id.slice(-12)}` : '',
      signed(one.change),
      String(one.balance),
      ...one.beside.map(String),
    ]
  })
  const more: Part[] = whole.lines.length > rows.length ? [{ kind: 'text', text: text.more(whole.lines.length) }] : []
  return [...told, ...more, { kind: 'table', columns, rows }]
}

/** The statement of slots and of referrals as a paper. */
export async function statementPaper(work: Work, { language, month }: Asked): Promise<PdfPaper> {
  const { timeZone: zone, name, nameEn } = await company(work)
  const period = periodOf(work, { month, zone })
  const text = words[language]
  const parts: Part[] = [{ kind: 'text', text: text.note }]
  let first: Date | undefined
  for (const unit of ['slots', 'referrals'] as const) {
    const whole = await wholeStatement(work, { unit, ...period })
    const begins = whole.lines[0]?.transfer.recordedAt
    if (begins && (!first || begins < first)) first = begins
    parts.push(...partsOf(unit, { whole, language, zone }))
  }
  await record(work, { action: 'credits.statement-exported', detail: { unit: 'both' } })
  const day = (at: Date) => localTime(at, zone).day
  const from = month === undefined ? day(first ?? work.now) : `${month}-01`
  const until = day(new Date(period.until.getTime() - 1))
  const shownName = language === 'en' ? (nameEn ?? name) : name
  return {
    title: text.title,
    language,
    subtitle: `${shownName}　${text.period(from, until)}　${text.made(day(work.now))}`,
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
