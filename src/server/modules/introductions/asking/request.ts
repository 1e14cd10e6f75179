import type { EndedBecause } from '../../../../contract/introductions/introductions.ts'
import type { StatedPromise } from '../../../../contract/introductions/promises.ts'
import { addDays, dayIn, instantAt } from '../../../../engines/japanese/index.ts'
import { violated } from '../../../kernel/errors.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, inMember, systemActor, type Actor, type Work } from '../../../kernel/work.ts'
import { company, holdMode, networkStanding, operatorId } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { balances, noSlot, reserveSlot } from '../../credits/index.ts'
import { anonymousFacts, noNetwork, notShown, requireNetworkMode, resolveRef } from '../../matching/index.ts'
import { opening } from '../../selection/index.ts'
import { cancelAsked, companyReplied, introductionAsked } from '../announcements.ts'
import { isReachable } from './arrival.ts'
import {
  askedAlready,
  ended,
  idTaken,
  introductionNotFound,
  nobodyAsked,
  notReachable,
  notVerified,
  openingNotOpen,
} from '../errors.ts'
import { jobOf } from './job.ts'
import { tellStanding } from '../settling/network.ts'
import { keepMapping } from './store-mappings.ts'
import * as store from './store-requests.ts'

const actor = systemActor('introductions.request')
/** So many days the person has to answer, and until the last of them ends in the zone of the company that asks. */
const answerDays = 14

/** The last moment of the day by which somebody who is asked now has to answer. */
export const answerByOf = (now: Date, zone: string): Date =>
  new Date(instantAt(addDays(dayIn(now, zone), answerDays + 1), 0, zone).getTime() - 1)

export type Caller = { companyId: string; actor: Actor; requestId?: string }
export type Asked = { id: string; openingId: string; ref: string; message: string; promises?: StatedPromise[] }

/**
 * Asks an anonymous person for an introduction: reserves a slot and hands the request on to the person's side, in one
 * transaction of the company. Who the reference stands for is put down in the operator's realm first and is never in
 * the company's. Repeating an id changes nothing. Refused where the mode forbids it (`matching.mode-forbids`),
 * before the operator verified the company (`introductions.not-verified`), without
 * a free slot (`credits.no-slot`), where the person is no longer shown (`matching.not-shown`) or takes no further
 * requests (`introductions.not-reachable`).
 */
export async function request(installation: Installation, caller: Caller, asked: Asked): Promise<void> {
  const { companyId } = caller
  const { id, openingId, ref, message, promises = [] } = asked
  const asking = await inCompany(installation, caller, async (work) => {
    const known = await isKnown(work, asked)
    if (known) return undefined
    const { job } = await allowed(work, openingId)
    // Nobody tries out for nothing who can be reached: what that says would join references of two openings.
    if ((await balances(work)).slots.available < 1) throw noSlot({})
    return { company: await company(work), job }
  })
  if (!asking) return
  const found = await resolveRef(installation, { companyId, openingId, company: asking.company, ref })
  if (!found) throw notShown({})
  const { memberId, published } = found
  const reachable = await inMember(installation, { memberId, actor }, (work) => isReachable(work, companyId))
  if (!reachable) throw notReachable({})
  const operator = await operatorId(installation)
  if (!operator) throw noNetwork({})
  const isOurs = await inCompany(installation, { companyId: operator, actor }, (work) =>
    keepMapping(work, { id, memberId, employerId: companyId }),
  )
  if (!isOurs) throw idTaken({})
  await inCompany(installation, caller, async (work) => {
    if (await isKnown(work, asked)) return
    await holdMode(work)
    await allowed(work, openingId)
    await refusingTwice(() =>
      store.insertRequest(work, {
        id,
        openingId,
        ref,
        shown: anonymousFacts(published),
        job: asking.job,
        message,
        promises,
        answerBy: answerByOf(work.now, asking.company.timeZone),
      }),
    )
    await reserveSlot(work, { id, reason: 'introduction requested' })
    await record(work, {
      action: 'introductions.requested',
      subject: { kind: 'introduction', id },
      detail: { openingId, ...(promises.length > 0 && { promises: promises.map(({ kind }) => kind) }) },
    })
    await work.announce(introductionAsked, { subjectId: id, version: 1, payload: { id } })
    await tellStanding(work, id)
  })
}

async function isKnown(work: Work, { id, openingId, ref }: Asked): Promise<boolean> {
  const found = await store.findRequest(work, id)
  if (found && (found.openingId !== openingId || found.ref !== ref)) throw idTaken({})
  return found !== undefined
}

async function allowed(work: Work, openingId: string) {
  await requireNetworkMode(work, 'PLACEMENT')
  if ((await networkStanding(work)) === 'UNVERIFIED') throw notVerified({})
  const found = await opening(work, openingId)
  if (found.status !== 'OPEN') throw openingNotOpen({})
  return { job: jobOf(await company(work), found) }
}

async function refusingTwice(insert: () => Promise<void>): Promise<void> {
  try {
    await insert()
  } catch (error) {
    const broken = violated(error)
    if (broken === 'introductions_request_one_open') throw askedAlready({})
    throw error
  }
}

/**
 * Asks the member's side to end the request; whoever of the two is first decides. Asking twice asks once. `because` says
 * that it is not the company that takes it back.
 */
export async function cancel(work: Work, id: string, because?: EndedBecause): Promise<void> {
  const found = await store.lockRequest(work, id)
  if (!found) throw introductionNotFound()
  if (found.state === 'CANCELLED' || (found.state === 'ASKED' && found.cancelAskedAt)) return
  if (found.state !== 'ASKED') throw ended({ state: found.state })
  const version = await store.changeRequest(work, id, {
    cancelAskedAt: work.now,
    ...(because && { endedBecause: because }),
  })
  await record(work, {
    action: 'introductions.cancel-asked',
    subject: { kind: 'introduction', id },
    ...(because && { detail: { because } }),
  })
  await work.announce(cancelAsked, { subjectId: id, version, payload: { id } })
}

/** Answers the person's question. The company still does not learn who asked. */
export async function reply(
  work: Work,
  { id, replyId, text }: { id: string; replyId: string; text: string },
): Promise<void> {
  const found = await store.lockRequest(work, id)
  if (!found) throw introductionNotFound()
  if (found.state !== 'ASKED' && found.state !== 'ACCEPTED') throw ended({ state: found.state })
  if (!(await store.talkOf(work, [id])).some(({ by }) => by === 'PERSON')) throw nobodyAsked({})
  const line = { id: replyId, introductionId: id, by: 'COMPANY', text, at: work.now } as const
  if (!(await store.insertTalk(work, line))) return
  await store.changeRequest(work, id, {})
  await record(work, { action: 'introductions.replied', subject: { kind: 'introduction', id }, detail: { replyId } })
  await work.announce(companyReplied, { subjectId: replyId, version: 1, payload: { id, replyId, text } })
}
