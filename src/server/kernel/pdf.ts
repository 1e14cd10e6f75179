import { createRequire } from 'node:module'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'

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
 * reads the same on every machine and on paper. Tables run on over pages with their heads repeated.
 */
export async function pdf(paper: PdfPaper): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    bufferPages: true,
    lang: paper.language === 'ja' ? 'ja-JP' : 'en',
    displayTitle: true,
    font: regular,
    info: { Title: paper.title, Producer: 'Tasuki', Creator: 'Tasuki', CreationDate: paper.madeAt },
  })
  const bytes = buffer(document)
  document.fillColor(ink).font(bold).fontSize(size.title).text(paper.title)
  if (paper.subtitle) document.moveDown(0.3).font(regular).fontSize(size.body).fillColor(pale).text(paper.subtitle)
  for (const part of paper.parts) draw(document, part)
  number(document, paper.footer)
  document.end()
  return bytes
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
  document.table({
    columnStyles: [130, '*'],
    defaultStyle: { ...lines, textColor: ink },
    data: facts.map(({ label, value }) => [{ text: label, textColor: pale, type: 'TH' as const }, value]),
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
  for (const row of rows) {
    if (document.y + heightOf(document, { row, columns, width, shares }) > bottom) {
      table.end()
      document.addPage()
      table = open()
    }
    table.row([...row])
  }
  table.end()
}

/** The height in points that a row of texts takes. */
function heightOf(
  document: PDFKit.PDFDocument,
  {
    row,
    columns,
    width,
    shares,
  }: { row: readonly string[]; columns: readonly PdfColumn[]; width: number; shares: number },
): number {
  document.font(regular).fontSize(size.body)
  const heights = row.map((text, at) =>
    document.heightOfString(text || ' ', { width: (width * (columns[at]?.share ?? 1)) / shares - 8 }),
  )
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
