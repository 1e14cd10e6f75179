import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFile, type Field, type ReadFile } from '../src/server/modules/intake/files/index.ts'

const read = (name: string): ReadFile =>
  readFile(readFileSync(new URL(`fixtures/applicants/${name}.csv`, import.meta.url)), { today: '2026-11-22' })

const common: Field[] = ['email', 'phone', 'birthDate', 'openingTitle', 'appliedAt', 'result', 'skills']

describe.each([
  {
    name: 'ats_export',
    encoding: 'shift_jis',
    rows: 701,
    columns: [
      ...common,
      'externalId',
      'name',
      'nameKana',
      'address',
      'openingId',
      'channel',
      'channelName',
      'stage',
      'reason',
      'evaluation',
      'evaluationNote',
      'education',
      'currentEmployer',
      'endedAt',
    ],
  },
  {
    name: 'board_export',
    encoding: 'utf-8',
    rows: 437,
    columns: [
      ...common,
      'familyName',
      'givenName',
      'familyKana',
      'givenKana',
      'age',
      'prefecture',
      'workHistory',
      'desiredSalary',
    ],
  },
  { name: 'agency_export', encoding: 'utf-8', rows: 292, columns: [...common, 'name', 'currentEmployer', 'note'] },
])('$name', ({ name, encoding, rows, columns }) => {
  const file = read(name)

  it('is recognised column by column without a correction', () => {
    expect(file.decoded).toMatchObject({ encoding, badLines: [] })
    expect(
      file.recognition.columns.map((column) => (column.use === 'FIELD' ? column.field : column.use)).toSorted(),
    ).toEqual(columns.toSorted())
    expect(file.recognition.missing).toEqual([])
  })

  it('gives every row, with nothing left unread', () => {
    expect(file.drafts).toHaveLength(rows)
    expect(file.drafts.flatMap(({ findings }) => findings)).toEqual([])
    for (const { person, application } of file.drafts) {
      expect(person.name?.family).toBeTruthy()
      expect(person.phones).toHaveLength(1)
      expect(application).toMatchObject({
        openingTitle: expect.any(String),
        appliedAt: { precision: 'DAY' },
        end: { kind: expect.any(String) },
      })
    }
  })
})

describe('the manners of these files', () => {
  it('tell masked addresses of the board from real ones', () => {
    const mails = read('board_export').drafts.flatMap(({ person }) => person.mails)
    expect(mails.filter(({ masked }) => masked).every(({ address }) => address.endsWith('@indeedemail.com'))).toBe(true)
    expect(mails.filter(({ masked }) => masked)).toHaveLength(135)
  })

  it('tell an agency by its list', () => {
    expect(new Set(read('agency_export').drafts.map(({ application }) => application.channel?.kind))).toEqual(
      new Set(['AGENCY']),
    )
  })
})
