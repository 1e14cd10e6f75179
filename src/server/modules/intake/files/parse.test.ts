import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectShape, parseTable, streamRows, type ParsedRow } from './parse.ts'

const names = (text: string): string[] => parseTable(text).header.map(({ name }) => name)

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield await Promise.resolve(text.slice(at, at + size))
}

async function streamed(text: string, size: number): Promise<ParsedRow[]> {
  const rows: ParsedRow[] = []
  for await (const row of streamRows(pieces(text, size), detectShape(text))) rows.push(row)
  return rows
}

describe('parsing', () => {
  it.each([',', '\t', ';'] as const)('finds the delimiter %j', (delimiter) => {
    const table = parseTable(
      [
        ['氏名', 'メール', 'スキル'],
        ['山田', 'a@x.example', '"a,b;c"'],
      ]
        .map((row) => row.join(delimiter))
        .join('\n'),
    )
    expect(table).toMatchObject({ delimiter, rows: [{ number: 1, line: 2, cells: ['山田', 'a@x.example', 'a,b;c'] }] })
  })

  it('numbers rows from 1 after the header and passes over blank ones', () => {
    const { rows } = parseTable('氏名,電話,備考\r\n\r\n山田,090,"a\r\nb"\r\n,,\r\n佐藤,080,\r\n')
    expect(rows.map(({ number, line }) => [number, line])).toEqual([
      [1, 3],
      [2, 6],
    ])
  })

  it('names the line and the column that hold a NUL, whole and in pieces, and refuses it', async () => {
    const text = '氏名,備考\n山田,"よい,人"\n佐藤,\0\n'
    const refused = { code: 'intake.nul-character', detail: { line: 3, column: 2 } }
    expect(() => parseTable(text)).toThrow(expect.objectContaining(refused))
    const shape = detectShape('氏名,備考\n')
    const read = async () => {
      for await (const row of streamRows(pieces(text, 3), shape)) expect(row.line).toBeLessThan(3)
    }
    await expect(read()).rejects.toMatchObject(refused)
  })

  it('refuses a table of a hundred thousand columns at once', () => {
    const text = `${Array.from({ length: 100_000 }, () => '氏名').join(',')}\n`
    const refused = { code: 'intake.too-many-columns', detail: { columns: 100_000, most: 1000 } }
    expect(() => parseTable(text)).toThrow(expect.objectContaining(refused))
  })

  it('names the line where a quote was opened that nothing closes', () => {
    const text = '氏名,備考\n山田,"よい\n人"\n佐藤,"開いたまま\n鈴木,x\n'
    expect(() => parseTable(text)).toThrow(
      expect.objectContaining({ code: 'intake.quote-left-open', detail: { line: 4 } }),
    )
  })

  it('says the same when the text arrives in pieces', async () => {
    await expect(streamed('氏名,備考\n山田,x\n佐藤,"開いたまま\n', 3)).rejects.toMatchObject({
      code: 'intake.quote-left-open',
      detail: { line: 3 },
    })
  })

  it('reports a row of another width, and not one with empty cells to spare', () => {
    const { rows } = parseTable('氏名,電話,備考\n山田,090\n佐藤,080,x,,\n鈴木,070,x,y\n')
    expect(rows.map(({ problem }) => problem)).toEqual([
      { code: 'RAGGED', expected: 3, found: 2 },
      null,
      { code: 'RAGGED', expected: 3, found: 4 },
    ])
  })

  it('keeps a quote in the middle of a cell and reports one that swallowed lines', () => {
    const { rows } = parseTable('氏名,備考\n山田,5"の画面\n佐藤,"閉じ"ない\n鈴木,"a\nb",c"\n')
    expect(rows[0]).toMatchObject({ cells: ['山田', '5"の画面'], problem: null })
  })

  it('refuses an empty file', () => {
    expect(() => parseTable('\n,,\n')).toThrow(expect.objectContaining({ code: 'intake.file-empty' }))
  })

  it('passes over a title above the header', () => {
    const table = parseTable('応募者一覧,,\n2026/01/01 出力,,\n氏名,メールアドレス,応募日\n山田,a@x.example,2025/1/1\n')
    expect(table.header.map(({ name }) => name)).toEqual(['氏名', 'メールアドレス', '応募日'])
    expect(table.rows).toHaveLength(1)
  })

  it('joins two header rows', () => {
    expect(
      names(
        '氏名,,フリガナ,,連絡先,\n姓,名,セイ,メイ,電話番号,メール\n山田,太郎,ヤマダ,タロウ,09012345678,a@x.example\n',
      ),
    ).toEqual(['姓', '名', 'セイ', 'メイ', '電話番号', 'メール'])
    const grouped = parseTable('基本情報,,緊急連絡先,\n氏名,電話番号,氏名,電話番号\n山田,09012345678,父,09012345679\n')
    expect(grouped.header.map(({ group }) => group)).toEqual(['基本情報', '基本情報', '緊急連絡先', '緊急連絡先'])
    expect(names('氏名,メール,応募日\nname,email,applied_on\n山田,a@x.example,2025/1/1\n')).toEqual([
      '氏名',
      'メール',
      '応募日',
    ])
  })

  it('manages without a header', () => {
    const table = parseTable('山田 太郎,a@x.example,2025/1/1\n佐藤 花子,b@x.example,2025/1/2\n')
    expect(table).toMatchObject({ hasHeader: false, rows: [{ number: 1 }, { number: 2 }] })
  })

  it('reads in pieces what it reads whole', async () => {
    const cell = fc.string({ unit: fc.constantFrom(...Array.from('山田a,"\n; ')), maxLength: 6 })
    const quoted = cell.map((text) => `"${text.replaceAll('"', '""')}"`)
    const records = fc.array(fc.tuple(quoted, quoted, quoted), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(records, fc.integer({ min: 1, max: 9 }), async (rows, size) => {
        const text = ['氏名,メール,応募日', ...rows.map((row) => row.join(','))].join('\r\n')
        const whole = parseTable(text)
        expect(await streamed(text, size)).toEqual(whole.rows)
      }),
      { numRuns: 60 },
    )
  })
})
