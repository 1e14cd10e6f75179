import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DatasetCollector } from '../../../engines/linkage/index.ts'
import { columnsOf, eachRow, filePlan, inputFile } from '../input.ts'
import { readInto } from './reading.ts'

/** A file of several spans; where `quotes` says so, a quoted cell runs over many lines of it. */
async function aFileOfSpans(quotes: (line: number) => string) {
  const path = join(mkdtempSync(join(tmpdir(), 'tasuki-reading-')), 'people.csv')
  const lines = Array.from({ length: 3000 }, (_, at) => {
    const [family, given] = [`family${at % 911}`, `given${at % 577}`]
    return `${family},${given},19${10 + (at % 90)}-01-0${1 + (at % 9)},${given}${at}@mail.example,${quotes(at)}street ${at % 1009}`
  })
  writeFileSync(path, `surname,first_name,dob,email,street\n${lines.join('\n')}\n`)
  const file = await inputFile(path)
  return { file, plan: filePlan(file, columnsOf(file, {})), japanese: false }
}

test.each([
  ['without a quote', () => ''],
  ['with a quote that is never closed in the middle', (line: number) => (line === 1700 ? '"' : '')],
  ['with quotes that close some lines further', (line: number) => (line % 900 < 2 ? '"' : '')],
])('spans read by threads join to what one pass gives, %s', async (_case, quotes) => {
  const input = await aFileOfSpans(quotes)
  const [threads, onePass] = [new DatasetCollector({ japanese: false }), new DatasetCollector({ japanese: false })]
  const oddities = await readInto(threads, input, () => {}, { worthThreads: 0, spanBytes: 1 << 14 })
  const { isOpen: _, ...expected } = await eachRow(input.file, (cells) => onePass.add(input.plan, cells))
  expect(oddities).toMatchObject(expected)
  const [found, wanted] = [threads.finish(), onePass.finish()]
  expect(found.size).toBe(wanted.size)
  for (const [at, column] of wanted.columns.entries())
    expect(Buffer.from(found.columns[at]!.codes.buffer).equals(Buffer.from(column.codes.buffer))).toBe(true)
  expect(Buffer.from(found.names!.family.buffer).equals(Buffer.from(wanted.names!.family.buffer))).toBe(true)
})
