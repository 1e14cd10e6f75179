import type { StatedPromise } from '../../contract/introductions/promises.ts'
import { Refusal } from '../kernel/errors.ts'
import { newId } from '../kernel/ids.ts'
import { inMember, systemActor } from '../kernel/work.ts'
import {
  answerIntroduction,
  introduction,
  introductionsFor,
  recordOutcome,
  request,
} from '../modules/introductions/index.ts'
import { rankForOpening } from '../modules/matching/index.ts'
import { memberOf } from '../modules/relay/index.ts'
import { openings } from '../modules/selection/index.ts'
import { balances } from '../modules/credits/index.ts'
import { mailOf, type Applying } from './applying.ts'
import type { Desk, Stage } from './stage.ts'

/** Employers with a slot ask for one anonymous person each; the first says yes and is hired, the next says no. */
export async function introduce(stage: Stage, applying: readonly Applying[]): Promise<void> {
  stage.tell({ ja: '紹介を依頼し、ご本人の回答を受けています', en: 'Asking for introductions and hearing the answers' })
  const asked: { desk: Desk; id: string }[] = []
  for (const desk of stage.desks) {
    const { slots } = await desk.work(balances)
    const id = slots.available > 0 ? await askOnce(stage, desk) : undefined
    if (id) asked.push({ desk, id })
  }
  await stage.settle()
  await stage.pass(2)
  for (const [index, { id }] of asked.entries()) await answerOnce(stage, applying, { id, yes: index === 0 })
  await stage.settle()
  const [first] = asked
  if (!first) return
  await stage.pass(14)
  const hired = { introductionId: first.id, id: newId(), outcome: 'HIRED' as const }
  await first.desk.work((work) => recordOutcome(work, hired))
  await stage.settle()
}

/** At the end the second employer asks once more, so that a request is seen waiting for its answer. */
export async function askAgain(stage: Stage): Promise<void> {
  const desk = stage.desks[1]
  if (desk && (await desk.work(balances)).slots.available > 0) await askOnce(stage, desk)
  await stage.settle()
}

/**
 * Asks the first anonymous person shown for any of the openings who takes a request; nobody where the network is too
 * small to show one.
 */
async function askOnce({ installation }: Stage, desk: Desk): Promise<string | undefined> {
  const actor = { kind: 'staff', id: desk.ownerId, permissions: new Set<string>() } as const
  const caller = { companyId: desk.companyId, actor }
  for (const opening of await desk.work((work) => openings(work, ['OPEN']))) {
    const found = await rankForOpening(installation, caller, opening.id, { pool: 'RELAY', page: 1, limit: 10 })
    for (const ref of found.items.flatMap(({ anonymous }) => anonymous?.refs ?? [])) {
      const id = newId()
      try {
        await request(installation, caller, { id, openingId: opening.id, ref, message, promises })
        return id
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
      }
    }
  }
  return undefined
}

const message = 'ご経験を拝見し、ぜひ一度お話しさせていただきたく存じます。\n面接は2回、オンラインでも承ります。'

const promises: StatedPromise[] = [
  { kind: 'GUARANTEED_INTERVIEW', steps: [], days: 15 },
  { kind: 'STEP_WAIVER', steps: ['DOCUMENT_SCREENING'], days: 15 },
  { kind: 'ANSWER', steps: [], days: 5 },
]

type Answering = { id: string; yes: boolean }

/** The person who was asked reads the request in their own realm and answers it. */
async function answerOnce(
  { installation }: Stage,
  applying: readonly Applying[],
  { id, yes }: Answering,
): Promise<void> {
  for (const { person } of applying) {
    const memberId = await memberOf(installation, mailOf(person))
    if (!memberId) continue
    const opening = { memberId, actor: systemActor('demonstration') }
    const own = await inMember(installation, opening, introductionsFor)
    if (!own.some((line) => line.id === id && line.state === 'OPEN')) continue
    const { shown } = await inMember(installation, opening, (work) => introduction(work, id))
    const said = yes ? { answer: 'ACCEPTED' as const, consent: true, shown } : { answer: 'DECLINED' as const }
    await answerIntroduction(installation, opening, { id, ...said })
    return
  }
}
