import type { Stage as SelectionStage } from '../../contract/selection/selection-terms.ts'
import { newId } from '../kernel/ids.ts'
import type { Work } from '../kernel/work.ts'
import { recordAndLink } from '../modules/linkage/index.ts'
import {
  openings as openingsOf,
  recordApplication,
  recordEvaluation,
  recordInterview,
  recordTransition,
  type NewTransition,
} from '../modules/selection/index.ts'
import { makePeople, type MadeUpPerson } from './people/people.ts'
import { chance as chanceOf, type Chance } from './people/random.ts'
import { openings } from './selection.ts'
import type { Desk, Stage } from './stage.ts'

/** One application that is going on, with what the demonstration has in mind for it. */
export type Applying = {
  desk: Desk
  applicationId: string
  person: MadeUpPerson
  title: string
  fate: Fate
  /** Its place among the applications of the employer. */
  index: number
}
type Fate = 'REJECT_BY_DOCUMENTS' | 'REJECT_AFTER_INTERVIEW' | 'WITHDRAW' | 'DECLINE' | 'HIRE'

// Two of three are not selected, as in most selections; the rest show that nobody else ever gets a letter.
const fates: readonly Fate[] = [
  'REJECT_BY_DOCUMENTS',
  'REJECT_BY_DOCUMENTS',
  'REJECT_BY_DOCUMENTS',
  'REJECT_AFTER_INTERVIEW',
  'REJECT_AFTER_INTERVIEW',
  'REJECT_BY_DOCUMENTS',
  'DECLINE',
  'WITHDRAW',
  'REJECT_AFTER_INTERVIEW',
  'REJECT_BY_DOCUMENTS',
  'REJECT_BY_DOCUMENTS',
  'HIRE',
]

/** What happens to the applicant at this place among those of an employer. */
export const fateOf = (index: number): Fate => fates[index % fates.length] ?? 'WITHDRAW'

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
      applying.push({ desk, applicationId, person, title, fate: fateOf(index), index })
    }
  }
  return applying
}

type Once = { chance: Chance; person: MadeUpPerson; title: string; index: number }

/** One application by the form, by a person whom nobody knows yet. */
export async function applyOnce(desk: Desk, { chance, person, title, index }: Once): Promise<string> {
  return desk.work(async (work) => {
    const appliedAt = new Date(work.now.getTime() - (index % 5) * 3_600_000)
    const { sourceRecordId } = await recordAndLink(work, {
      id: newId(),
      kind: 'FORM',
      label: '採用サイトの応募フォーム',
      observedAt: appliedAt,
      claims: Object.entries(stated(chance, person, title)).map(([field, value]) => ({
        field: field as 'name',
        value,
      })),
    })
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

/** One step of a selection; with a grade, an interview was held for it and `interviewer` of the cast gave the grade. */
export type Move = Pick<NewTransition, 'kind'> & { stage?: SelectionStage; reason?: string; grade?: string }

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
  DECLINE: [
    { kind: 'STAGE', stage: 'DOCUMENT_SCREENING' },
    { kind: 'STAGE', stage: 'INTERVIEW_1', grade: 'B' },
    { kind: 'STAGE', stage: 'FINAL_INTERVIEW', grade: 'A' },
    { kind: 'OFFER' },
    { kind: 'DECLINE' },
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

/** Records one step as it happens; a grade goes with an interview held at that moment. */
export async function takeStep(
  { desk, applicationId, index }: Pick<Applying, 'desk' | 'applicationId' | 'index'>,
  { grade, ...move }: Move,
): Promise<void> {
  await desk.work(async (work) => {
    await recordTransition(work, { id: newId(), applicationId, occurredAt: work.now, live: true, ...move })
    if (!grade || !move.stage) return
    const interviewId = await holdInterview(work, desk, { applicationId, stage: move.stage, index, startsAt: work.now })
    const at = index % desk.interviewerIds.length
    // The second interviewer of an employer marks a step lower now and then: the tendency that the insights look for.
    const given = at === 1 && index % 4 === 1 ? (lower[grade] ?? grade) : grade
    await recordEvaluation(work, {
      id: newId(),
      applicationId,
      interviewId,
      staffId: desk.interviewerIds[at] ?? desk.ownerId,
      evaluator: desk.employer.interviewers[at]?.name ?? '',
      grade: given,
      occurredAt: work.now,
    })
  })
}

const lower: Record<string, string> = { A: 'B', B: 'C', C: 'D' }

type Held = { applicationId: string; stage: SelectionStage; index: number; startsAt: Date }

/** Sets an hour with one of the employer's interviewers, who take turns. */
export async function holdInterview(work: Work, desk: Desk, { index, startsAt, ...of }: Held): Promise<string> {
  const id = newId()
  const staffId = desk.interviewerIds[index % desk.interviewerIds.length] ?? desk.ownerId
  const endsAt = new Date(startsAt.getTime() + 3_600_000)
  await recordInterview(work, { id, ...of, startsAt, endsAt, place: 'オンライン', staffIds: [staffId] })
  return id
}
