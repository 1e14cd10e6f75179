import { createRequire } from 'node:module'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { drawable, undrawnNote, type Covers } from './pdf-characters.ts'

/** A column of a table: its share of the width beside the others (1 unless told), and where its text stands. */
export type PdfColumn = { label: string; share?: number; align?: 'left' | 'right' }

export type PdfPart =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'facts'; facts: readonly { label: string; value: string }[] }
  | { kind: 'table'; columns: readonly PdfColumn[]; rows: readonly (readonly string[])[] }

export type PdfPaper = {
  title: string
  language: 'ja' | 'en'
  /** Who or what it is about and which days it covers, under the title. */
  subtitle?: string
  /** Stands at the foot of each page, before its number. */
  footer: string
  madeAt: Date
  parts: readonly PdfPart[]
}

const font = (path: string) => createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-jp/${path}`)
const regular = font('400Regular/NotoSansJP_400Regular.ttf')
const bold = font('700Bold/NotoSansJP_700Bold.ttf')

const margin = 48
const ink = '#1f2933'
const pale = '#52606d'
const rule = '#d9dee4'
const size = { title: 16, heading: 11.5, body: 9, small: 7.5 }

/**
 * A paper as PDF on A4: texts, facts and tables in Japanese or English, the glyphs it uses embedded, so that it
 * reads the same on every machine and on paper. Tables run on over pages with their heads repeated. Characters without a
 * glyph stand by their numbers, and the paper says so at its end.
 */
export async function pdf(given: PdfPaper): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    bufferPages: true,
    lang: given.language === 'ja' ? 'ja-JP' : 'en',
    displayTitle: true,
    font: regular,
    info: { Title: given.title, Producer: 'Tasuki', Creator: 'Tasuki', CreationDate: given.madeAt },
  })
  const bytes = buffer(document)
  const paper = drawablePaper(given, coverageOf(document))
  document.fillColor(ink).font(bold).fontSize(size.title).text(mayBreak(paper.title))
  if (paper.subtitle)
    document.moveDown(0.3).font(regular).fontSize(size.body).fillColor(pale).text(mayBreak(paper.subtitle))
  for (const part of paper.parts) draw(document, breakable(part))
  number(document, paper.footer)
  document.end()
  return bytes
}

/** What the library knows of the typeface in use; both weights have the same characters. */
function coverageOf(document: PDFKit.PDFDocument): Covers {
  const { _font } = document as unknown as { _font: { font: { hasGlyphForCodePoint: Covers } } }
  return (code) => _font.font.hasGlyphForCodePoint(code)
}

function drawablePaper(paper: PdfPaper, covers: Covers): PdfPaper {
  let isWhole = true
  const told = (text: string): string => {
    const made = drawable(text, covers)
    if (made.includes('［U+') && !text.includes('［U+')) isWhole = false
    return made
  }
  const toldPart = (part: PdfPart): PdfPart => {
    if (part.kind === 'facts')
      return { ...part, facts: part.facts.map(({ label, value }) => ({ label: told(label), value: told(value) })) }
    if (part.kind !== 'table') return { ...part, text: told(part.text) }
    const columns = part.columns.map((column) => ({ ...column, label: told(column.label) }))
    return { ...part, columns, rows: part.rows.map((row) => row.map(told)) }
  }
  const { title, subtitle, footer, parts } = paper
  const made = {
    ...paper,
    title: told(title),
    ...(subtitle && { subtitle: told(subtitle) }),
    footer: told(footer),
    parts: parts.map(toldPart),
  }
  return isWhole ? made : { ...made, parts: [...made.parts, { kind: 'text', text: undrawnNote[paper.language] }] }
}

const unbroken = '[^\\n\\r\\t \\u2000-\\u2006\\u2008-\\u200b\\u2028\\u2029\\u3000]'
const longRun = new RegExp(
  `${unbroken}{40,79}?(?![\\p{P}\\p{M}\\p{Lm}\\s]|[ぁぃぅぇぉっゃゅょァィゥェォッャュョ])|${unbroken}{80}`,
  'gu',
)

/**
 * A text whose long runs may be parted: the library tries a run that fits on no line letter by letter, each time from its
 * beginning, which for a long one (a key, a file written as letters) would hold up the whole program for minutes.
 */
const mayBreak = (text: string): string => text.replace(longRun, '$&\u200b')

function breakable(part: PdfPart): PdfPart {
  if (part.kind === 'facts')
    return { ...part, facts: part.facts.map(({ label, value }) => ({ label, value: mayBreak(value) })) }
  if (part.kind === 'table') return { ...part, rows: part.rows.map((row) => row.map(mayBreak)) }
  return { ...part, text: mayBreak(part.text) }
}

function draw(document: PDFKit.PDFDocument, part: PdfPart): void {
  document.moveDown(0.8).fillColor(ink).fontSize(size.body).font(regular)
  if (part.kind === 'heading') document.moveDown(0.4).font(bold).fontSize(size.heading).text(part.text, margin)
  else if (part.kind === 'text') document.text(part.text, margin, document.y, { lineGap: 3 })
  else if (part.kind === 'facts') drawFacts(document, part.facts)
  else drawTable(document, part)
}

const lines = { border: [0, 0, 0.5, 0], borderColor: rule, padding: [3, 4, 3, 4] } satisfies PDFKit.Mixins.CellStyle

function drawFacts(document: PDFKit.PDFDocument, facts: readonly { label: string; value: string }[]): void {
  document.x = margin
  const widths = [130, document.page.width - 2 * margin - 130]
  const mostHeight = highest(document)
  document.table({
    columnStyles: [130, '*'],
    defaultStyle: { ...lines, textColor: ink },
    data: facts
      .flatMap(({ label, value }) => slices([label, value], (row) => heightOf(document, { row, widths }) <= mostHeight))
      .map(([label = '', value = '']) => [{ text: label, textColor: pale, type: 'TH' as const }, value]),
  })
}

function drawTable(document: PDFKit.PDFDocument, { columns, rows }: Extract<PdfPart, { kind: 'table' }>): void {
  const width = document.page.width - 2 * margin
  const shares = columns.reduce((sum, { share = 1 }) => sum + share, 0)
  const head = columns.map(({ label }) => ({
    text: label,
    type: 'TH' as const,
    textColor: pale,
    font: { src: bold, size: size.small },
    backgroundColor: '#f4f6f8',
  }))
  const open = () => {
    document.x = margin
    return document
      .font(regular)
      .fontSize(size.body)
      .table({
        columnStyles: columns.map(({ share = 1, align = 'left' }) => ({
          width: (width * share) / shares,
          align: { x: align, y: 'top' },
        })),
        defaultStyle: { ...lines, textColor: ink },
      })
      .row(head)
  }
  let table = open()
  const bottom = document.page.height - margin
  const widths = columns.map(({ share = 1 }) => (width * share) / shares)
  const fits = (row: readonly string[]) => heightOf(document, { row, widths }) <= highest(document)
  for (const row of rows.flatMap((whole) => slices(whole, fits))) {
    if (document.y + heightOf(document, { row, widths }) > bottom) {
      table.end()
      document.addPage()
      table = open()
    }
    table.row([...row])
  }
  table.end()
}

/** What a row may take of a page, under the head of its table. */
const highest = (document: PDFKit.PDFDocument): number => document.page.height - 2 * margin - 30

/** A row in as many as each stand on one page: what is higher than a page would be cut off at its foot. */
function slices(row: readonly string[], fits: (row: readonly string[]) => boolean): (readonly string[])[] {
  if (fits(row) || row.every((text) => text.length <= 40)) return [row]
  const cuts = row.map((text) => (text.length <= 40 ? text.length : middleOf(text)))
  return [row.map((text, at) => text.slice(0, cuts[at])), row.map((text, at) => text.slice(cuts[at]))].flatMap((half) =>
    slices(half, fits),
  )
}

/** About half of a text's length: after a line, or else between two whole characters. */
function middleOf(text: string): number {
  const half = Math.floor(text.length / 2)
  const line = text.lastIndexOf('\n', half)
  if (line > half / 2) return line + 1
  return /[\uDC00-\uDFFF]/.test(text.charAt(half)) ? half + 1 : half
}

/** The height in points that a row of texts takes. */
function heightOf(
  document: PDFKit.PDFDocument,
  { row, widths }: { row: readonly string[]; widths: readonly number[] },
): number {
  document.font(regular).fontSize(size.body)
  const heights = row.map((text, at) => document.heightOfString(text || ' ', { width: (widths[at] ?? 0) - 8 }))
  return Math.max(...heights) + 7
}

/** Writes each page's number and the foot into its lower margin. */
function number(document: PDFKit.PDFDocument, footer: string): void {
  const { start, count } = document.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page)
    document.page.margins.bottom = 0
    const width = document.page.width - 2 * margin
    document
      .font(regular)
      .fontSize(size.small)
      .fillColor(pale)
      .text(`${footer}　${page + 1} / ${count}`, margin, document.page.height - 32, {
        width,
        align: 'right',
        lineBreak: false,
      })
  }
}
