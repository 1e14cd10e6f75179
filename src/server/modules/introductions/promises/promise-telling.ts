import type { PromiseSettler, PromiseState, StatedPromise } from '../../../../contract/introductions/promises.ts'
import type { KnownBy } from '../../../../engines/japanese/index.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, inMember, systemActor, type MemberWork } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { promiseAnswered, type PromiseAnswered, type PromiseFound, type PromiseStands } from '../announcements.ts'
import { memberBehind } from '../asking/arrival.ts'
import { introductionNotFound, promiseSettled } from '../errors.ts'
import { announceObjection, objectionWords } from './objections.ts'
import { hearFinding, hearPerson, promiseIdOf } from './promises.ts'
import { findAsk, type Ask } from '../answering/store-asks.ts'
import { planMail } from '../answering/store-intents.ts'
import * as own from './store-member-promises.ts'

const actor = systemActor('introductions.promises')

type Stands = { realmId: string; version: number; payload: PromiseStands }

/**
 * Brings how a promise stands to the person. They are mailed once when it was broken, once when staff say that it was kept,
 * also after the clock had broken it, since only the person knows better; and once more when the operator found whether it was.
 */
export async function tellPerson(installation: Installation, { realmId, version, payload }: Stands): Promise<void> {
  const { promiseId: id, introductionId: askId, kind, steps, days, state, settledBy } = payload
  const { memberId } = await memberBehind(installation, { id: askId, employerId: realmId })
  await inMember(installation, { memberId, actor }, async (work) => {
    const times = {
      dueAt: new Date(payload.dueAt),
      settledAt: payload.settledAt === null ? null : new Date(payload.settledAt),
    }
    const told = { id, askId, kind, steps, days, state, settledBy, version, ...times }
    if (!(await own.putMemberPromise(work, told))) return
    const what =
      settledBy === 'OPERATOR' ? 'FOUND' : state === 'BROKEN' || settledBy === 'STAFF' ? 'SETTLED' : undefined
    if (what) await planMail(work, { id: idFrom(id, what, state), kind: 'PROMISE', askId })
  })
}

type Saying = {
  introductionId: string
  promiseId: string
  said: 'RELEASE' | 'OBJECT'
  /** Added to an objection, for the operator. */
  words?: string
  /** By what the companies of the person know them: `words` may say none of it. */
  known?: KnownBy
}

/**
 * The person needs a promise no more, or says that it was not kept; once each. The company hears of both, the operator
 * of an objection, with the words added to it. Refused where it is settled, or still open (`introductions.promise-settled`),
 * and for words that must not go there (`objectionWords`).
 */
export async function sayOfPromise(
  work: MemberWork,
  { introductionId, promiseId, said, words = '', known }: Saying,
): Promise<void> {
  const one = await own.lockMemberPromise(work, promiseId)
  const ask = one?.askId === introductionId ? await findAsk(work, introductionId) : undefined
  if (!one || !ask) throw introductionNotFound()
  if (said === 'RELEASE' ? one.releasedAt : one.objectedAt) return
  const maySay = said === 'RELEASE' ? one.state === 'PENDING' : mayObject(one)
  if (!maySay) throw promiseSettled({ state: one.state })
  const added = said === 'OBJECT' ? await objectionWords(work, one, { words, known }) : ''
  await own.sayOfPromise(work, promiseId, said === 'OBJECT' ? { kind: said, words: added } : { kind: said })
  if (added !== '') await announceObjection(work, promiseId, added)
  const action = said === 'RELEASE' ? 'introductions.promise-released' : 'introductions.promise-objected'
  await record(work, { action, subject: { kind: 'introduction', id: introductionId }, detail: { kind: one.kind } })
  await work.announce(promiseAnswered, {
    subjectId: idFrom(promiseId, said),
    version: 1,
    payload: { promiseId, employerId: ask.employerId, said, at: work.now.toISOString() },
  })
}

/** Only what counts as kept, or as released by what the company wrote down, can be contested: the rest is open or counts as broken. */
const mayObject = ({ state, settledBy }: Pick<own.MemberPromise, 'state' | 'settledBy'>): boolean =>
  (state === 'KEPT' && settledBy !== 'OPERATOR') || (state === 'RELEASED' && settledBy === 'RECORD')

/** A promise as the person reads it, stated or in force. */
export type ShownPromise = StatedPromise & {
  id: string
  state: PromiseState | null
  settledBy: PromiseSettler | null
  dueAt: string | null
  settledAt: string | null
  mayRelease: boolean
  mayObject: boolean
  /** What the person said of it, also while it is on its way to the company. */
  said: 'RELEASE' | 'OBJECT' | null
  /** The words they added to an objection. */
  objection: string | null
}

/** What was promised with an introduction: as it was stated, and since the yes as it stands. */
export async function shownPromises(work: MemberWork, { id: askId, promises }: Ask): Promise<ShownPromise[]> {
  const inForce = new Map((await own.promisesToMember(work, askId)).map((one) => [one.id, one]))
  return promises.map((stated) => {
    const id = promiseIdOf(askId, stated.kind)
    const one = inForce.get(id)
    if (!one) return { ...stated, id, ...notInForce }
    const { state, settledBy, dueAt, settledAt, releasedAt, objectedAt, objection } = one
    return {
      ...stated,
      id,
      state,
      settledBy,
      dueAt: dueAt.toISOString(),
      settledAt: settledAt?.toISOString() ?? null,
      mayRelease: state === 'PENDING' && releasedAt === null,
      mayObject: objectedAt === null && mayObject(one),
      said: objectedAt ? 'OBJECT' : releasedAt ? 'RELEASE' : null,
      objection,
    }
  })
}

const notInForce = {
  state: null,
  settledBy: null,
  dueAt: null,
  settledAt: null,
  mayRelease: false,
  mayObject: false,
  said: null,
  objection: null,
}

export const applySaid = (installation: Installation, { payload }: { payload: PromiseAnswered }): Promise<void> =>
  inCompany(installation, { companyId: payload.employerId, actor }, (work) => hearPerson(work, payload))

export const applyFinding = (installation: Installation, { payload }: { payload: PromiseFound }): Promise<void> =>
  inCompany(installation, { companyId: payload.employerId, actor }, (work) => hearFinding(work, payload))
