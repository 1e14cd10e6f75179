import iconv from 'iconv-lite'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { describe, expect, test } from 'vitest'
import { prepareFile, tidyFileName } from './files.ts'
import { maskPages, searchedLines } from './masking.ts'
import { aPdf, aWordDocument, aZip } from './testing.ts'

const prepare = (bytes: Buffer, name = 'resume.pdf') => prepareFile({ name, bytes, of: 'test' })
const refusalOf = (bytes: Buffer) =>
  prepare(bytes).then(
    () => 'taken',
    (error: { code: string }) => error.code,
  )

describe('a file', () => {
  test('is known by its content, whatever it is called, and its text is read', async () => {
    const read = await prepare(await aPdf('株式会社若葉で法人営業を担当'), '写真.jpg')
    expect(read).toMatchObject({ kind: 'PDF', name: '写真.jpg', masked: [] })
    expect(read.pages.join('')).toContain('株式会社若葉で法人営業を担当')
    const word = await prepare(aWordDocument(['経理の実務を八年', 'Excel &amp; SAP']))
    expect(word).toMatchObject({ kind: 'DOCX', pages: ['経理の実務を八年\n\nExcel & SAP\n\n'] })
    const text = await prepare(iconv.encode('購買を五年\r\n①部品の調達', 'cp932'))
    expect(text).toMatchObject({ kind: 'TEXT', pages: ['購買を五年\n①部品の調達'] })
  })

  test('that is no document is refused with what to do', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    expect(await refusalOf(png)).toBe('files.is-picture')
    expect(await refusalOf(Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'))).toBe('files.is-old-office')
    expect(await refusalOf(aZip([{ name: 'a.txt', content: 'a' }]))).toBe('files.kind-unknown')
    expect(await refusalOf(Buffer.from([0, 1, 2, 3]))).toBe('files.kind-unknown')
    expect(await refusalOf(Buffer.from('MZ\x90\0program'))).toBe('files.kind-unknown')
    expect(await refusalOf(Buffer.alloc(0))).toBe('files.unreadable')
    expect(await refusalOf(Buffer.alloc(10 * 1024 * 1024 + 1, 'a'))).toBe('files.too-large')
  })

  test('that is broken, locked or unfolds without end harms nobody', async () => {
    const whole = await aPdf('経歴')
    expect(await refusalOf(whole.subarray(0, 300))).toBe('files.unreadable')
    const locked = new PDFDocument({ userPassword: 'secret' })
    locked.text('locked')
    locked.end()
    expect(await refusalOf(await buffer(locked))).toBe('files.locked')
    const bomb = { name: 'word/media/a.bin', content: Buffer.alloc(70 * 1024 * 1024), claimedSize: 10 }
    expect(await refusalOf(aWordDocument(['経歴'], [bomb]))).toBe('files.unfolds')
    expect(await refusalOf(aWordDocument(['<broken']))).toBe('files.unreadable')
  })

  test('keeps no path and no control character in its name', () => {
    expect(tidyFileName('C:\\Users\\naoko\\履歴書\r\n.pdf')).toBe('履歴書.pdf')
    expect(tidyFileName('../../etc/passwd')).toBe('passwd')
    expect(tidyFileName('\0')).toBe('file')
    expect(tidyFileName(`${'長'.repeat(300)}.docx`)).toMatch(/^長{110}\.docx$/)
  })
})

describe('the text of a file', () => {
  test('is masked where it tells of what may not be collected, with the place', () => {
    const { pages, masked } = maskPages(['営業を担当\n本籍は大阪府です。資格は簿記二級', 'TOEIC 800'])
    expect(masked).toEqual([{ page: 1, line: 2, kind: 'ORIGIN' }])
    expect(pages.join('\n')).not.toContain('本籍')
    expect(pages.join('\n')).toContain('資格は簿記二級')
    expect(searchedLines(pages).join('')).not.toContain('伏せ')
  })

  test('is masked where only two lines together tell of it', () => {
    const { pages, masked } = maskPages(['趣味は散歩\n本\n籍は大阪府です'])
    expect(masked.map(({ line }) => line)).toEqual([2, 3])
    expect(pages.join('')).not.toContain('大阪')
  })

  test('hides the fields and the kin of a printed résumé, and keeps what somebody worked on', () => {
    const resume = [
      '配偶者 有',
      '扶養家族数(配偶者を除く) 2人',
      '父は株式会社若葉の部長です。',
      '家族向けサービスを開発',
    ]
    const { pages, masked } = maskPages([resume.join('\n')])
    expect(masked.map(({ line, kind }) => [line, kind])).toEqual([1, 2, 3].map((line) => [line, 'FAMILY']))
    expect(pages.join('')).not.toMatch(/配偶者|扶養|父は|部長/)
    expect(pages.join('')).toContain('家族向けサービスを開発')
  })
})
