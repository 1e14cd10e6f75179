import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { readFile, readStatus, type RowDraft } from './index.ts'

/**
 * Exports in the manner of systems in use, of made-up people: what each column is taken for, and what each row says. An
 * empty cell of a row says that there is nothing to read.
 */
type Expected = { encoding: string; headerRows: number; columns: Record<string, string>; rows: (string | number)[][] }

const folder = new URL('../../../../../tests/fixtures/exports/', import.meta.url)
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Record<string, Expected>

const encoded = (text: string, encoding: string): Uint8Array =>
  encoding === 'UTF-8 with BOM' || encoding === 'UTF-16LE'
    ? iconv.encode(text, encoding === 'UTF-16LE' ? 'utf-16le' : 'utf-8', { addBOM: true })
    : iconv.encode(text, encoding)

const told = ({ person, application, findings }: RowDraft) =>
  [
    person.name?.full,
    person.nameKana?.full,
    person.birthDate?.date ?? person.age,
    person.mails.map(({ address, masked }) => (masked ? `${address} masked` : address)).join(' '),
    person.phones.join(' '),
    person.prefecture?.name,
    application.openingTitle,
    [application.channel?.kind, application.agency].filter(Boolean).join(' '),
    application.appliedAt?.date,
    application.stage,
    application.state ?? application.end?.kind,
    application.end?.at?.date,
    findings.map(({ code }) => code).join(' '),
  ].map((one) => one ?? '')

it.each(Object.entries(expected))(
  '%s is read without a correction',
  (name, { encoding, headerRows, columns, rows }) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    const { recognition, table, drafts } = readFile(encoded(text, encoding), { today: '2026-11-22' })
    const taken = recognition.columns.map((column) => [
      column.header,
      column.use === 'FIELD' ? column.field : column.use === 'FORBIDDEN' ? `FORBIDDEN ${column.ground}` : 'UNKNOWN',
    ])
    expect(Object.fromEntries(taken)).toEqual(columns)
    expect([table.headerRows, recognition.missing]).toEqual([headerRows, []])
    expect(drafts.map(told)).toEqual(rows)
  },
)

it.each(['Pending', 'Interviewing', 'Contacting', 'Processing', 'Screening', 'Onboarding', 'Sourced'])(
  '%s is no rejection',
  (word) => expect(readStatus(word).end).toBeNull(),
)

it.each(['They rejected us', 'Candidate withdrew', 'Candidate rejected', '他社決定'])(
  '%s is the word of the person',
  (word) => expect(readStatus(word).end).toBe('WITHDRAWN'),
)
