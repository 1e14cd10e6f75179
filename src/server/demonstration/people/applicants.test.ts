import { describe, expect, it } from 'vitest'
import { nameKey } from '../../../engines/japanese/index.ts'
import { readFile, type RowDraft } from '../../modules/intake/files/index.ts'
import { applicantFiles, type ApplicantTruth } from './applicants.ts'

const asOf = '2026-11-22'
const rows = { ATS: 300, BOARD: 200, AGENCY: 150 }

function told({ person, application }: RowDraft): Partial<ApplicantTruth> {
  return {
    birthDate: person.birthDate?.date ?? null,
    mail: person.mails[0]?.address ?? null,
    masked: person.mails[0]?.masked ?? false,
    phone: person.phones[0] ?? '',
    prefecture: person.prefecture?.name ?? null,
    openingTitle: application.openingTitle ?? '',
    appliedAt: application.appliedAt?.date ?? '',
    stage: application.stage,
    end: application.end?.kind as ApplicantTruth['end'],
    skills: person.skills,
  }
}

describe.each([1, 2, 3])('made-up exports of seed %i', (seed) => {
  it.each(applicantFiles({ seed, rows, asOf }))(
    '$manner are read as they were meant, without a correction',
    ({ bytes, truth }) => {
      const file = readFile(bytes, { today: asOf })
      expect(file.recognition.columns.filter(({ use }) => use !== 'FIELD')).toEqual([])
      expect(file.drafts.flatMap(({ findings }) => findings)).toEqual([])
      expect(file.drafts).toHaveLength(truth.length)
      for (const [at, draft] of file.drafts.entries()) {
        const { family, given, kana, row, person: _person, ...expected } = truth[at]!
        expect(draft.number).toBe(row)
        expect(told(draft)).toEqual(expected)
        if (draft.person.name!.script === 'ROMAJI') expect(nameKey(draft.person.name!.full)).toBe(nameKey(kana!))
        else expect(draft.person.name!.full.replace(/ /g, '')).toBe(family + given)
        if (draft.person.name!.evidence === 'WRITTEN' && draft.person.name!.script === 'KANJI')
          expect(draft.person.name).toMatchObject({ family, given })
        if (draft.person.nameKana) expect(draft.person.nameKana.full).toBe(kana)
      }
    },
  )
})

describe('the maker of exports', () => {
  it('makes the same bytes of the same seed, and others of another', () => {
    const make = (seed: number): string =>
      applicantFiles({ seed, rows: { ATS: 20, BOARD: 20, AGENCY: 20 }, asOf })
        .map(({ bytes }) => Buffer.from(bytes).toString('hex'))
        .join()
    expect(make(7)).toBe(make(7))
    expect(make(7)).not.toBe(make(8))
  })

  it('makes people who write only from .example', () => {
    const mails = applicantFiles({ seed: 4, rows, asOf }).flatMap(({ truth }) => truth.map(({ mail }) => mail))
    expect(mails.filter((mail) => mail !== null && !mail.endsWith('.example'))).toEqual([])
  })

  it('divides kanji written without a space where the name does, nearly always', () => {
    const [ats] = applicantFiles({ seed: 5, rows: { ATS: 1000, BOARD: 0, AGENCY: 0 }, asOf })
    const drafts = readFile(ats!.bytes, { today: asOf }).drafts.map((draft, at) => ({
      name: draft.person.name!,
      truth: ats!.truth[at]!,
    }))
    const divided = drafts.filter(({ name }) => name.evidence !== 'WRITTEN')
    const right = divided.filter(({ name, truth }) => name.family === truth.family)
    expect(right.length / divided.length).toBeGreaterThan(0.99)
  })
})
