import { extractText } from 'unpdf'
import { expect, test } from 'vitest'
import { pdf, type PdfPart } from './pdf.ts'

const paper = (parts: readonly PdfPart[]) =>
  pdf({ title: '取引明細書', language: 'ja', footer: 'Tasuki', madeAt: new Date('2026-10-01T00:00:00Z'), parts })
const pagesOf = (file: Buffer) => file.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length
const rowsOf = (count: number, text: string): PdfPart => ({
  kind: 'table',
  columns: [{ label: '日付' }, { label: '内容', share: 3 }],
  rows: Array.from({ length: count }, (_, at) => [String(at), text]),
})

test('a paper of a few lines is one page, in its language and with its font embedded', async () => {
  const file = await paper([
    { kind: 'facts', facts: [{ label: '氏名', value: '𠮷田 髙橋' }] },
    { kind: 'text', text: 'お送りいたします。' },
  ])
  const text = file.toString('latin1')
  expect(text).toMatch(/^%PDF-/)
  expect(text).toContain('(ja-JP)')
  expect(text).toContain('/FontFile2')
  expect(pagesOf(file)).toBe(1)
})

test('a table runs on over pages, and one that nothing stands in is drawn too', async () => {
  expect(pagesOf(await paper([rowsOf(120, '推薦の確定')]))).toBe(4)
  expect(pagesOf(await paper([rowsOf(0, '')]))).toBe(1)
})

test('a row higher than what is left of its page begins the next one', async () => {
  const half = '長い摘要です。'.repeat(90)
  expect(pagesOf(await paper([rowsOf(5, half)]))).toBe(2)
})

test('a text without any place to break it is laid out like another', async () => {
  for (const letter of ['x', 'っ', '、', '\u00a0', '\u0301']) {
    const run = letter.repeat(20_000)
    const file = await paper([
      { kind: 'heading', text: run },
      { kind: 'text', text: run },
      { kind: 'facts', facts: [{ label: '本文', value: run }] },
      rowsOf(1, run),
    ])
    expect(pagesOf(file)).toBeGreaterThan(letter === '\u0301' ? 0 : 10)
  }
})

test('a row higher than a page runs on over pages: nothing of it is cut off', async () => {
  const long = Array.from({ length: 300 }, (_, at) => `第${at}行`).join('\n')
  for (const part of [rowsOf(1, long), { kind: 'facts', facts: [{ label: '本文', value: long }] } satisfies PdfPart]) {
    const { text } = await extractText(new Uint8Array(await paper([part])), { mergePages: true })
    const missing = Array.from({ length: 300 }, (_, at) => at).filter((at) => !text.includes(`第${at}行`))
    expect(missing).toEqual([])
  }
})

test('a name that the typeface cannot draw is told by its characters, and the paper says so', async () => {
  const textOf = async (parts: readonly PdfPart[]) => {
    const { text } = await extractText(new Uint8Array(await paper(parts)), { mergePages: true })
    return text.replaceAll(/\s+/g, ' ')
  }
  const names = ['ส้ม', 'محمد', '이민', '佐藤👩‍💻花\u0007子']
  const text = await textOf([{ kind: 'facts', facts: names.map((value) => ({ label: '氏名', value })) }])
  for (const told of ['［U+0E2A U+0E49 U+0E21］', '［U+0645 U+062D U+0645 U+062F］', '［U+C774 U+BBFC］'])
    expect(text).toContain(told)
  expect(text).toContain('佐藤［U+1F469 U+1F4BB］花子')
  expect(text).toContain('表示できない文字')
  expect(await textOf([{ kind: 'text', text: '𠮷田 髙橋 Ångström' }])).not.toContain('表示できない文字')
})
