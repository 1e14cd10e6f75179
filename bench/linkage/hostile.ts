import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { seededRandom } from '../../src/engines/linkage/index.ts'
import { ownFolder } from '../own-folder.ts'
import { applicantRows, applicantsHeader } from './applicants.ts'
import { inChild } from './child.ts'
import type { Consumed } from './consumption.ts'
import { print } from './printing.ts'

/** Lines of a file, and how they become bytes. */
type Hostile = {
  lines: (size: number) => Iterable<string>
  bytes?: (line: string, at: number) => Buffer
  mark?: Buffer
}

const header = applicantsHeader.join(',')
function* applicants(size: number, change: (cells: readonly string[], at: number) => string): Generator<string> {
  yield header
  let at = 0
  for (const { cells } of applicantRows(size, 77)) yield change(cells, at++)
}
const asTheyAre = (size: number) => applicants(size, (cells) => cells.join(','))
function* repeated(size: number, head: string, line: (at: number) => string): Generator<string> {
  yield head
  for (let at = 0; at < size; at++) yield line(at)
}
const utf8 = (line: string): Buffer => Buffer.from(line)
const faces = ['😀', '🦊', '👩‍💻', '🌸', '𠮷', '🏳️‍🌈', '👨‍👩‍👧', '🍣']

/** What people hand in by mistake, at any size. */
const cases: Readonly<Record<string, Hostile>> = {
  identical: { lines: (size) => repeated(size, header, () => '佐藤 太郎,サトウ タロウ,,,,,') },
  'identical with mail': { lines: (size) => repeated(size, header, () => '佐藤 太郎,サトウ タロウ,1990-01-02,taro@mail.example,09012345678,,') },
  'one name, nothing else': { lines: (size) => repeated(Math.min(size, 10_000), '氏名,生年月日,番号', (at) => `佐藤 太郎,,${at}`) },
  'one name, a number each': {
    lines: (size) => {
      const random = seededRandom(5)
      return repeated(Math.min(size, 10_000), '氏名,生年月日,電話番号', () => `佐藤 太郎,,090${10_000_000 + Math.floor(random() * 9e7)}`)
    },
  },
  'empty columns': { lines: (size) => applicants(size, ([name = '', kana = '']) => `${name},${kana},,,,,`) },
  'all columns empty': { lines: (size) => repeated(size, header, () => ',,,,,,') },
  CP932: { lines: asTheyAre, bytes: (line) => iconv.encode(line, 'cp932') },
  'UTF-16': { lines: asTheyAre, bytes: (line) => Buffer.from(line, 'utf16le'), mark: Buffer.from([0xff, 0xfe]) },
  'UTF-8 with its mark': { lines: asTheyAre, mark: Buffer.from([0xef, 0xbb, 0xbf]) },
  'UTF-8, every third row CP932': { lines: asTheyAre, bytes: (line, at) => (at % 3 === 2 ? iconv.encode(line, 'cp932') : utf8(line)) },
  'names of emoji': {
    lines: (size) => applicants(size, ([, , ...others], at) => [`${faces[at % 8]}${faces[(at >> 3) % 8]} ${faces[(at >> 6) % 8]}`, '', ...others].join(',')),
  },
  'header with commas, rows with carets': { lines: (size) => applicants(size, (cells) => cells.join('^')) },
  carets: { lines: (size) => applicants(size, (cells, at) => (at === 0 ? '' : cells.join('^'))) },
  'a quote left open in each hundredth row': {
    lines: (size) => applicants(size, (cells, at) => (at % 100 === 0 ? `"${cells.join(',')}` : cells.join(','))),
  },
  'one quote left open': { lines: (size) => applicants(size, (cells, at) => (at === 0 ? `"${cells.join(',')}` : cells.join(','))) },
} // prettier-ignore

function write(name: string, { lines, bytes = utf8, mark }: Hostile, size: number): string {
  const path = join(ownFolder(), `${name.replaceAll(/\W+/g, '-')}.csv`)
  const file = openSync(path, 'w')
  if (mark) writeSync(file, mark)
  let [held, length, at] = [[] as Buffer[], 0, 0]
  for (const line of lines(size)) {
    const made = bytes(`${line}\n`, at++)
    held.push(made)
    length += made.length
    if (length < 1 << 20) continue
    writeSync(file, Buffer.concat(held))
    ;[held, length] = [[], 0]
  }
  writeSync(file, Buffer.concat(held))
  closeSync(file)
  return path
}

/** What the command line told. */
export type Told = Consumed['total'] & { exit: number; answer: string; errors: string }

/** The command line over files that nobody should hand in: time, memory and what it says of each. `only` chooses one. */
export async function printHostile(size: number, only?: string): Promise<void> {
  for (const [name, hostile] of Object.entries(cases)) {
    if (only && !name.includes(only)) continue
    const told = await inChild<Told>('hostile-run.ts', [write(name, hostile, size)])
    const consumed = `${told.wall.toFixed(1)} s wall, ${told.cpu.toFixed(1)} s CPU, peak ${told.peakMb} MB`
    print(`\n${name}: exit ${told.exit}, ${consumed}`)
    for (const line of sentencesOf(told)) print(`  ${line}`)
  }
}

type Summary = { rows: number; clusters: number; compared: number; warnings: string[] }

function sentencesOf({ answer, errors }: Told): string[] {
  if (!answer) return [errors.trim().split('\n').at(-1)!]
  const { rows, clusters, compared, warnings } = JSON.parse(answer) as Summary
  return [`${rows} rows → ${clusters} people, ${compared} pairs compared`, ...warnings]
}
