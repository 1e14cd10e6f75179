import { newId } from '../kernel/ids.ts'
import { keepTag, tagPersons } from '../modules/pool/index.ts'
import { application } from '../modules/selection/index.ts'
import { applyOnce, holdInterview, takeStep, type Move } from './applying.ts'
import { makePeople, type MadeUpPerson } from './people/people.ts'
import { chance as chanceOf, type Chance } from './people/random.ts'
import { dayMs, type Desk, type Stage } from './stage.ts'

/** How a selection that is going on has gone so far: days before the end of the story, and the steps taken on them. */
type Course = {
  applied: number
  steps: readonly (Move & { daysAgo: number })[]
  /** An interview of the stage reached, in days from the end of the story; one in the past still lacks its evaluation. */
  interview?: { stage: 'INTERVIEW_1' | 'FINAL_INTERVIEW'; inDays: number }
}

/** The three weeks that the second half of the story takes. */
export const recentDays = 20

const documents = (daysAgo: number) => ({ kind: 'STAGE', stage: 'DOCUMENT_SCREENING', daysAgo }) as const
const first = (daysAgo: number, grade?: string) =>
  ({ kind: 'STAGE', stage: 'INTERVIEW_1', daysAgo, ...(grade ? { grade } : {}) }) as const
const last = (daysAgo: number, grade?: string) =>
  ({ kind: 'STAGE', stage: 'FINAL_INTERVIEW', daysAgo, ...(grade ? { grade } : {}) }) as const

const courses: readonly Course[] = [
  { applied: 1, steps: [] },
  { applied: 6, steps: [documents(4)] },
  { applied: 12, steps: [documents(10), first(5)], interview: { stage: 'INTERVIEW_1', inDays: 2 } },
  { applied: 13, steps: [documents(11), first(8)], interview: { stage: 'INTERVIEW_1', inDays: -1 } },
  { applied: 15, steps: [documents(13), first(9, 'C'), { kind: 'REJECT', reason: 'SKILL', daysAgo: 0 }] },
  { applied: 2, steps: [] },
  { applied: 16, steps: [documents(14), first(11, 'B'), last(4)], interview: { stage: 'FINAL_INTERVIEW', inDays: 3 } },
  { applied: 10, steps: [documents(8), { kind: 'REJECT', reason: 'EXPERIENCE', daysAgo: 0 }] },
  { applied: 18, steps: [documents(16), first(12, 'A'), last(6, 'A'), { kind: 'OFFER', daysAgo: 2 }] },
  { applied: 8, steps: [documents(5), { kind: 'WITHDRAW', reason: 'OTHER_OFFER', daysAgo: 1 }] },
  { applied: 9, steps: [documents(7), { kind: 'HOLD', daysAgo: 3 }] },
]

type Recent = { desk: Desk; person: MadeUpPerson; title: string; index: number; course: Course; chance: Chance }

/** People apply over the last three weeks, so that every stage has somebody in it and letters wait for their day. */
export async function goOn(stage: Stage): Promise<void> {
  stage.tell({ ja: 'この3週間の応募と選考を進めています', en: 'Applications of the last three weeks' })
  const recent = stage.desks.flatMap(peopleOf)
  const begun = new Map<Recent, string>()
  for (let daysAgo = recentDays; daysAgo >= 0; daysAgo -= 1) {
    for (const one of recent.filter(({ course }) => course.applied === daysAgo))
      begun.set(one, await applyOnce(one.desk, one))
    for (const [one, applicationId] of begun) await takeStepsOf(one, applicationId, daysAgo)
    await stage.pass(daysAgo === 0 ? 0 : 1)
  }
  for (const [one, applicationId] of begun) await setInterview(one, applicationId)
  for (const desk of stage.desks)
    await tag(
      desk,
      [...begun].filter(([one]) => one.desk === desk),
    )
  await stage.settle()
}

function peopleOf(desk: Desk): Recent[] {
  const { seed, openings, recent } = desk.employer
  const chance = chanceOf(seed * 2000)
  return makePeople(chance, recent).map((person, index) => ({
    desk,
    person,
    index,
    chance,
    title: openings[index % openings.length] ?? '',
    course: courses[index % courses.length]!,
  }))
}

async function takeStepsOf(one: Recent, applicationId: string, today: number): Promise<void> {
  for (const { daysAgo, ...move } of one.course.steps)
    if (daysAgo === today) await takeStep({ ...one, applicationId }, move)
}

async function setInterview({ desk, index, course }: Recent, applicationId: string): Promise<void> {
  const { interview } = course
  if (!interview) return
  await desk.work((work) => {
    const startsAt = new Date(work.now.getTime() + interview.inDays * dayMs)
    startsAt.setUTCHours(1 + (index % 6), 0, 0, 0)
    return holdInterview(work, desk, { applicationId, stage: interview.stage, index, startsAt })
  })
}

/** Marks of the recruiter's own, on a few of those in process. */
async function tag(desk: Desk, begun: readonly [Recent, string][]): Promise<void> {
  for (const [at, name] of ['即戦力', '次回も声をかける', 'リーダー候補'].entries()) {
    const chosen = begun.filter((_, index) => index % 4 === at).map(([, applicationId]) => applicationId)
    await desk.work(async (work) => {
      const { id: tagId } = await keepTag(work, { id: newId(), name })
      const personIds = await Promise.all(chosen.map(async (id) => (await application(work, id)).personId))
      await tagPersons(work, { id: newId(), tagId, kind: 'ADD', personIds })
    })
  }
}
