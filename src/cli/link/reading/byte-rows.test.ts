import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DatasetCollector, textOf, type Dataset } from '../../../engines/linkage/index.ts'
import { eachRowInBytes } from './byte-rows.ts'
import { columnsOf, eachRow, filePlan, inputFile, type InputFile } from '../input.ts'
import { readInto } from './reading.ts'

const path = join(mkdtempSync(join(tmpdir(), 'tasuki-bytes-')), 'people.csv')

/** A file that is not looked at before it is read, so that whatever stands in it is a row. */
function aFile(text: string, delimiter: string): InputFile {
  writeFileSync(path, text)
  return { path, name: 'people.csv', encoding: 'utf-8', delimiter, headers: ['a', 'b', 'c'], sample: [] }
}

async function inText(file: InputFile) {
  const rows: string[][] = []
  return { ...(await eachRow(file, (cells) => void rows.push(cells))), cells: rows.map((row) => firstThree(row)) }
}

async function inBytes(file: InputFile, size: number) {
  const rows: string[][] = []
  const onRow = {
    bytes: (cells: { text: (at: number) => string }) => void rows.push([0, 1, 2].map((at) => cells.text(at))),
    text: (cells: string[]) => void rows.push(firstThree(cells)),
  }
  const read = await eachRowInBytes(file, { from: 0, to: size }, { onRow, numbers: [] })
  return read && { ...read, cells: rows }
}

const firstThree = (row: readonly string[]): string[] => [0, 1, 2].map((at) => row[at] ?? '')

test('rows read in bytes are the rows of the text, whatever stands in it', async () => {
  const piece = fc.constantFrom(
    'a', '山田', ',', '\t', '"', '""', '"x,y"', ' ', '\u3000', '\u00a0', '\ufeff', '、', '\v', '\u0001', '\n', '\r\n', '\r', 'カ', '😀', '\u2028',
  ) // prettier-ignore
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), fc.constantFrom(',', '\t'), async (pieces, delimiter) => {
      const text = `h${delimiter}i\n${pieces.join('')}`
      const file = aFile(text, delimiter)
      expect(await inBytes(file, Buffer.byteLength(text))).toEqual(await inText(file))
    }),
    { numRuns: 400 },
  )
})

test('a span that is not in UTF-8, or lost characters before, is left to the text', async () => {
  for (const text of ['\ufeffa,b\nc,d\n', 'a,b\n\ufffd,d\n'])
    expect(await inBytes(aFile(text, ','), Buffer.byteLength(text))).toBeNull()
  const file = aFile('', ',')
  writeFileSync(path, Buffer.from([0x61, 0x0a, 0xff, 0x0a]))
  expect(await inBytes(file, 4)).toBeNull()
})

test('a quote that is never closed, or that swallowed other rows, is told by the number of the row', async () => {
  const text = 'a,b,c\n1,2,3\n4,"5,6\n7,8,9\n10,11",12\n"13","14\n15",16\n17,"18,19\n20,21,22\n'
  const file = aFile(text, ',')
  const read = await inBytes(file, Buffer.byteLength(text))
  expect(read).toMatchObject({ rows: 5, swallowing: { count: 1, first: [2] }, unclosed: { count: 1, first: [4] } })
  expect(read?.cells).toEqual([
    ['1', '2', '3'],
    ['4', '5,6\n7,8,9\n10,11', '12'],
    ['13', '14\n15', '16'],
    ['17', '18', '19'],
    ['20', '21', '22'],
  ])
})

/** Every value of every record, as text. */
function valuesOf({ size, names, columns }: Dataset): string[][] {
  return Array.from({ length: size }, (_, record) => [
    ...(names
      ? (['family', 'given', 'familySound', 'givenSound'] as const).map((part) =>
          textOf(names.texts, names[part][record]!),
        )
      : []),
    ...columns.map(({ codes, texts }) => textOf(texts, codes[record]!)),
  ])
}

test('what is read in bytes has the normal forms of what is read as text', async () => {
  const [names, mails, phones, dates] = [
    ['山田,太郎', '髙橋, 花子 ', '"Yamada",TARO', 'Anne-Marie,Smith', '　佐藤,"次郎"', ',', '"a ""b""",c'],
    ['ann.lee1@mail.example', 'Ann.Lee@mail.example', 'x@indeedemail.com', 'a**b@mail.example', 'no mail', '＠', 'axxxxb@c.example', ''],
    ['09012345678', '090-1234-5678', '(090)12345678', '+819012345678', '0901234567', '０９０１２３４５６７８', '03-1234-5678', '', '0901234-5678'],
    ['1980-01-02', '1980/1/2', '昭和55年1月2日', '', '19800102'],
  ] // prettier-ignore
  const pick = (list: readonly string[], at: number) => list[(at * 7 + Math.floor(at / list.length)) % list.length]!
  const lines = Array.from(
    { length: 500 },
    (_, at) => `${pick(names, at)},${pick(mails, at)},${pick(phones, at)},${pick(dates, at)}`,
  )
  writeFileSync(path, `氏,名,メールアドレス,電話番号,生年月日\n${lines.join('\r\n')}\n`)
  const file = await inputFile(path)
  const plan = filePlan(file, columnsOf(file, {}))
  const [bytes, text] = [new DatasetCollector({ japanese: true }), new DatasetCollector({ japanese: true })]
  const oddities = await readInto(bytes, { file, plan, japanese: true }, () => {})
  const { isOpen: _, ...expected } = await eachRow(file, (cells) => text.add(plan, cells))
  expect(oddities).toEqual(expected)
  expect(valuesOf(bytes.finish())).toEqual(valuesOf(text.finish()))
})
