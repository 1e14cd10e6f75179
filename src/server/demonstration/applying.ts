import type { Stage as SelectionStage } from '../../contract/selection-terms.ts'
import { newId } from '../kernel/ids.ts'
import { linkRecord } from '../modules/linkage/index.ts'
import { recordSource } from '../modules/people/index.ts'
import {
  openings as openingsOf,
  recordApplication,
  recordEvaluation,
  recordTransition,
  type NewTransition,
} from '../modules/selection/index.ts'
import { makePeople, type MadeUpPerson } from './people.ts'
import { chance as chanceOf, type Chance } from './random.ts'
import { openings } from './selection.ts'
import type { Desk, Stage } from './stage.ts'

/** One application that is going on, with what the demonstration has in mind for it. */
export type Applying = { desk: Desk; applicationId: string; person: MadeUpPerson; title: string; fate: Fate }
type Fate = 'REJECT_BY_DOCUMENTS' | 'REJECT_AFTER_INTERVIEW' | 'WITHDRAW' | 'HOLD' | 'GO_ON' | 'HIRE'

// Two of three are not selected, as in most selections; the rest show that nobody else ever gets a letter.
const fates: readonly Fate[] = [
  'REJECT_BY_DOCUMENTS',
  'REJECT_BY_DOCUMENTS',
  'REJECT_BY_DOCUMENTS',
  'REJECT_AFTER_INTERVIEW',
  'REJECT_AFTER_INTERVIEW',
  'REJECT_BY_DOCUMENTS',
  'GO_ON',
  'WITHDRAW',
  'REJECT_AFTER_INTERVIEW',
  'HOLD',
  'REJECT_BY_DOCUMENTS',
  'HIRE',
]

/** People apply through the form of each employer's site, over the next days. */
export async function apply(stage: Stage): Promise<Applying[]> {
  const applying: Applying[] = []
  for (const desk of stage.desks) {
    stage.tell({
      ja: `応募を受け付けています: ${desk.employer.company.name}`,
      en: `Applications to ${desk.employer.company.nameEn}`,
    })
    const chance = chanceOf(desk.employer.seed * 1000)
    const people = makePeople(chance, desk.employer.applicants)
    for (const [index, person] of people.entries()) {
      const title = desk.employer.openings[index % desk.employer.openings.length] ?? ''
      const applicationId = await applyOnce(desk, { chance, person, title, index })
      applying.push({ desk, applicationId, person, title, fate: fates[index % fates.length] ?? 'GO_ON' })
    }
  }
  return applying
}

type Once = { chance: Chance; person: MadeUpPerson; title: string; index: number }

async function applyOnce(desk: Desk, { chance, person, title, index }: Once): Promise<string> {
  return desk.work(async (work) => {
    const appliedAt = new Date(work.now.getTime() - (index % 5) * 3_600_000)
    const { sourceRecordId } = await recordSource(work, {
      id: newId(),
      kind: 'FORM',
      label: '採用サイトの応募フォーム',
      observedAt: appliedAt,
      claims: Object.entries(stated(chance, person, title)).map(([field, value]) => ({
        field: field as 'name',
        value,
      })),
    })
    await linkRecord(work, sourceRecordId)
    const opening = (await openingsOf(work)).find((one) => one.title === title)
    const application = { id: newId(), sourceRecordId, channel: 'DIRECT' as const, appliedAt, live: true }
    await recordApplication(work, {
      ...application,
      ...(opening ? { openingId: opening.id } : { openingTitle: title }),
    })
    return application.id
  })
}

function stated(chance: Chance, person: MadeUpPerson, title: string) {
  const skills = openings.find((one) => one.title === title)?.skills ?? []
  return {
    name: `${person.family} ${person.given}`,
    nameKana: `${person.familyKana} ${person.givenKana}`,
    birthDate: person.birthDate,
    email: mailOf(person),
    phone: person.phones[0] ?? null,
    prefecture: person.prefecture,
    city: person.city,
    employer: person.employer,
    education: person.education,
    skills: chance.some(skills, chance.between(2, 4)),
  }
}

export const mailOf = (person: MadeUpPerson): string => person.mails[0] ?? `${person.id}@mail.example`

type Move = Pick<NewTransition, 'kind'> & { stage?: SelectionStage; reason?: string; grade?: string }

const courses: Record<Fate, readonly Move[]> = {
  REJECT_BY_DOCUMENTS: [
    { kind: 'STAGE', stage: 'DOCUMENT_SCREENING' },
    { kind: 'REJECT', reason: 'EXPERIENCE' },
  ],
  REJECT_AFTER_INTERVIEW: [
    { kind: 'STAGE', stage: 'DOCUMENT_SCREENING' },
    { kind: 'STAGE', stage: 'INTERVIEW_1', grade: 'C' },
    { kind: 'REJECT', reason: 'SKILL' },
  ],
  WITHDRAW: [
    { kind: 'STAGE', stage: 'DOCUMENT_SCREENING' },
    { kind: 'WITHDRAW', reason: 'OTHER_OFFER' },
  ],
  HOLD: [{ kind: 'STAGE', stage: 'DOCUMENT_SCREENING' }, { kind: 'HOLD' }],
  GO_ON: [
    { kind: 'STAGE', stage: 'DOCUMENT_SCREENING' },
    { kind: 'STAGE', stage: 'INTERVIEW_1', grade: 'B' },
  ],
  HIRE: [
    { kind: 'STAGE', stage: 'DOCUMENT_SCREENING' },
    { kind: 'STAGE', stage: 'INTERVIEW_1', grade: 'A' },
    { kind: 'STAGE', stage: 'FINAL_INTERVIEW', grade: 'A' },
    { kind: 'OFFER' },
    { kind: 'ACCEPT' },
    { kind: 'HIRE' },
  ],
}

/** Decides every application, step by step; what the end calls for follows by itself. */
export async function select(stage: Stage, applying: readonly Applying[]): Promise<void> {
  stage.tell({ ja: '選考を進めています', en: 'Selecting' })
  const longest = Math.max(...Object.values(courses).map((course) => course.length))
  for (let step = 0; step < longest; step += 1) {
    for (const one of applying) {
      const move = courses[one.fate][step]
      if (move) await takeStep(one, move)
    }
    await stage.pass(1)
  }
}

async function takeStep({ desk, applicationId }: Applying, { grade, ...move }: Move): Promise<void> {
  await desk.work(async (work) => {
    await recordTransition(work, { id: newId(), applicationId, occurredAt: work.now, live: true, ...move })
    if (!grade) return
    const evaluator = desk.employer.interviewer.name
    await recordEvaluation(work, { id: newId(), applicationId, evaluator, grade, occurredAt: work.now })
  })
}

/** Some of those still in process are told no at the very end, so that letters are seen waiting for their day. */
export async function rejectLast(stage: Stage, applying: readonly Applying[]): Promise<void> {
  const waiting = applying.filter(({ fate }) => fate === 'GO_ON').slice(0, 3)
  for (const one of waiting) await takeStep(one, { kind: 'REJECT', reason: 'OTHER_CANDIDATE' })
  await stage.settle()
}
