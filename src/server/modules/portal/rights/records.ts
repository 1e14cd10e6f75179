import { dateText, sharesPage, textIn, timeText, type SessionFrame, type Shares } from '../../../../portal/index.ts'
import { byteOrderMark, line } from '../../../kernel/csv.ts'
import { pdf, type PdfPart } from '../../../kernel/pdf.ts'
import { sessionFrame } from '../frames.ts'
import { momentText } from './procedure-mail.ts'
import { latestReceipts } from './share-view.ts'
import { whoSaw } from './sightings.ts'
import { inVisitedCompany, type Answer, type SessionVisit } from '../visit.ts'

type Kept = Pick<Shares, 'shares' | 'holders' | 'sightings'>

const kept = async (visit: SessionVisit): Promise<Kept> => ({
  shares: await latestReceipts(visit),
  ...(await whoSaw(visit)),
})

/** Every provision about the visitor, as the law lets them see it (APPI 33(5)), who holds what, and who read it. */
export async function records(visit: SessionVisit): Promise<Answer> {
  return sharesPage(await sessionFrame(visit, 'shares'), {
    ...(await kept(visit)),
    downloadHref: '/shares/records.csv',
    pdfHref: '/shares/records.pdf',
    jsonHref: '/shares/records.json',
  })
}

export async function downloadJson(visit: SessionVisit): Promise<Answer> {
  const { shares: provisions, holders, sightings: reads } = await kept(visit)
  const file = JSON.stringify({ holders, provisions, reads }, null, 2)
  return { file, contentType: 'application/json', name: 'provision-records.json' }
}

type Table = { heading: string; columns: readonly string[]; rows: readonly (readonly string[])[] }

function tables(frame: SessionFrame, { shares, holders, sightings }: Kept): Table[] {
  const { words, sharing } = textIn(frame.language)
  const t = sharing.shares
  return [
    {
      heading: t.holdersHeading,
      columns: [t.company, t.holdsBecause, t.since],
      rows: holders.map(({ companyName, by, since }) => [companyName, words.holdings[by], dateText(since, frame)]),
    },
    {
      heading: t.provisionsHeading,
      columns: [t.when, t.to, t.address, t.represented, t.what, t.why, t.receipt, t.how, t.state],
      rows: shares.map((one) => [
        timeText(one.at, frame),
        one.recipientName,
        one.recipientAddress,
        one.recipientRepresentative,
        one.items.join('; '),
        one.purposeTitle,
        one.receiptNumber,
        one.obtainedHow,
        words.shareStates[one.state],
      ]),
    },
    {
      heading: t.sightingsHeading,
      columns: [t.day, t.company, t.role, t.read, t.times],
      rows: sightings.map((one) => [
        one.day,
        one.companyName,
        words.roles[one.role],
        words.sightings[one.kind],
        String(one.times),
      ]),
    },
  ]
}

/** The same as tables one under the other; what was typed by others is never a formula in it. */
export async function downloadCsv(visit: SessionVisit): Promise<Answer> {
  const lines = tables(await sessionFrame(visit, 'shares'), await kept(visit)).flatMap(({ heading, columns, rows }) => [
    line([heading]),
    line([...columns]),
    ...rows.map((row) => line([...row])),
    line([]),
  ])
  return { file: `${byteOrderMark}${lines.join('')}`, contentType: 'text/csv', name: 'provision-records.csv' }
}

const tablePart = (frame: SessionFrame, { heading, columns, rows }: Table): PdfPart[] => [
  { kind: 'heading', text: heading },
  rows.length === 0
    ? { kind: 'text', text: textIn(frame.language).sharing.shares.none }
    : { kind: 'table', columns: columns.map((label) => ({ label })), rows },
]

/** Who holds what, every provision and who read it, as parts of a paper. */
export async function recordParts(visit: SessionVisit): Promise<PdfPart[]> {
  const { language } = visit
  const all = await kept(visit)
  const frame = await sessionFrame(visit, 'shares')
  const { words, sharing } = textIn(language)
  const t = sharing.shares
  const [holders, , sightings] = tables(frame, all)
  return [
    ...(holders ? tablePart(frame, holders) : []),
    { kind: 'heading', text: t.provisionsHeading },
    ...(all.shares.length === 0 ? [{ kind: 'text' as const, text: t.empty }] : []),
    ...all.shares.map((one) => ({
      kind: 'facts' as const,
      facts: [
        { label: t.to, value: `${one.recipientName} ${one.recipientAddress}` },
        { label: t.represented, value: one.recipientRepresentative },
        { label: t.when, value: momentText(new Date(one.at), { language, timeZone: frame.timeZone }) },
        { label: t.what, value: one.items.join(language === 'ja' ? '、' : ', ') },
        { label: t.why, value: one.purposeTitle },
        { label: t.basis, value: t.basisConsent(one.receiptNumber) },
        { label: t.how, value: one.obtainedHow },
        { label: t.state, value: words.shareStates[one.state] },
      ].filter(({ value }) => value.trim() !== ''),
    })),
    ...(sightings ? tablePart(frame, sightings) : []),
  ]
}

/** The same on paper. */
export async function downloadPdf(visit: SessionVisit): Promise<Answer> {
  const frame = await sessionFrame(visit, 'shares')
  const t = textIn(visit.language).sharing.shares
  const madeAt = await inVisitedCompany(visit, async (work) => work.now)
  const file = await pdf({
    title: t.title,
    subtitle: t.asOf(dateText(madeAt.toISOString(), frame)),
    language: visit.language,
    footer: frame.service.operatorName,
    madeAt,
    parts: [{ kind: 'text', text: t.lead }, ...(await recordParts(visit))],
  })
  return { file, contentType: 'application/pdf', name: 'provision-records.pdf' }
}
