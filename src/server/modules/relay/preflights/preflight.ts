import { newId } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { lockCompany } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { requireBasis } from '../../consent/index.ts'
import { application, applicationsById } from '../../selection/index.ts'
import { longestDays } from '../letters/eligibility.ts'
import * as refusals from '../letters/errors.ts'
import { atOnce, judgeBatch, scheduleBatch } from './preflight-runs.ts'
import { scopeOf } from '../letters/settings.ts'
import { fieldsOn } from '../link-field/store-link-fields.ts'
import * as rejections from '../letters/store-rejections.ts'
import * as rows from './store-preflight-rows.ts'
import * as store from './store-preflights.ts'
import { putSwitch } from '../letters/store-settings.ts'

/** A campaign larger than this is made in parts, so that a human can look through each. */
const most = 20_000
/** What was seen is approved while it is still true. */
const freshHours = 24

export type NewPreflight = { id: string } & (
  | { kind: 'SWITCH_ON'; scope: string }
  | { kind: 'CAMPAIGN'; filter: rejections.RejectionFilter }
)

/**
 * Settles who is on a pre-flight, for a human to look through: to switch letters on, the rejections of the last fourteen
 * days, judged as if letters had been on and sent to none of them; for a campaign, the history that the filter names.
 * Everybody is on it at once. The first are judged here, the rest in the background, and none is left out: more than
 * can be looked through are refused (`relay.preflight-too-large`). The same again changes nothing; an id that stands
 * for another pre-flight is refused (`relay.preflight-taken`), and letters where links are written into the system that
 * tells the people of the connection (`relay.links-are-written`).
 */
export async function preflight(work: Work, made: NewPreflight): Promise<void> {
  const asked = askedFor(work, made)
  if (!(await store.insertPreflight(work, asked))) return refuseOther(await store.findPreflight(work, made.id), asked)
  if (made.kind === 'SWITCH_ON') await refuseWritten(work, made.scope)
  const people = await rejections.countRejections(work, asked.filter)
  if (people > most) throw refusals.preflightTooLarge({ people, most })
  await rows.enrolRejections(work, made.id, asked.filter)
  await enrolNamed(work, made.id, asked.filter)
  await record(work, {
    action: 'relay.preflight',
    subject: { kind: 'preflight', id: made.id },
    detail: { kind: made.kind, people },
  })
  if (await judgeBatch(work, made, atOnce)) return
  await store.insertRun(work, { id: newId(), kind: 'JUDGING', preflightId: made.id })
  work.installation.wake()
}

type Asked = Pick<store.Preflight, 'id' | 'kind' | 'scope'> & { filter: rejections.RejectionFilter }

function askedFor({ now }: Work, made: NewPreflight): Asked {
  if (made.kind === 'CAMPAIGN') {
    const { applicationIds, ...filter } = made.filter
    const named = applicationIds && { applicationIds: [...new Set(applicationIds)].toSorted() }
    return { id: made.id, kind: made.kind, scope: null, filter: { ...filter, ...named } }
  }
  const endedFrom = new Date(now.getTime() - longestDays * 86_400_000)
  return { id: made.id, kind: made.kind, scope: made.scope, filter: { scope: made.scope, endedFrom } }
}

/** Repeating a request answers what stands; its fourteen days are those of the first time. */
function refuseOther(stands: store.Preflight | undefined, asked: Asked): void {
  const isSame =
    stands?.kind === asked.kind &&
    stands.scope === asked.scope &&
    (asked.kind === 'SWITCH_ON' || inOneOrder(stands.filter) === inOneOrder(asked.filter))
  if (!isSame) throw refusals.preflightTaken({})
}

const inOneOrder = (filter: object): string =>
  JSON.stringify(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined)
      .toSorted(([one], [other]) => one.localeCompare(other)),
  )

const outside = 'OUTSIDE_FILTER' as const

/** Who was named and is not among the rejections that the filter finds is on the pre-flight with the reason. */
async function enrolNamed(work: Work, id: string, { applicationIds }: rejections.RejectionFilter): Promise<void> {
  if (!applicationIds) return
  const found = await applicationsById(work, applicationIds)
  const isRejection = await rejections.areRejections(work, applicationIds)
  const enrolled = []
  for (const applicationId of applicationIds) {
    const { sourceRecordId } = found.get(applicationId) ?? (await application(work, applicationId))
    enrolled.push({ applicationId, sourceRecordId, reason: isRejection.has(applicationId) ? outside : null })
  }
  await rows.enrol(work, id, enrolled)
}

/**
 * A human has looked through a finished pre-flight, whose fingerprint says what was seen, and says yes. Letters for the
 * scope are on from this moment, for ends from now on; or the campaign's letters are scheduled after the undo window,
 * the first here and the rest in the background, each judged once more as it is scheduled and again when it leaves.
 * Refused without a recorded basis (`consent.basis-missing`), twice, unfinished (`relay.preflight-judging`), for another
 * fingerprint (`relay.preflight-changed`), or a day after it was made.
 */
export async function approvePreflight(
  work: Work,
  { id, fingerprint }: { id: string; fingerprint: string },
): Promise<{ scheduled: number; waiting: number }> {
  const found = await held(work, id)
  if (found.state === 'JUDGING') throw refusals.preflightJudging(await judgedSoFar(work, id))
  if (found.fingerprint !== fingerprint) throw refusals.preflightChanged({})
  await requireBasis(work, 'LETTER')
  if (found.scope !== null) await refuseWritten(work, found.scope)
  if (work.now.getTime() - found.madeAt.getTime() > freshHours * 3_600_000)
    throw refusals.preflightStale({ hours: freshHours })
  await store.closePreflight(work, { id, state: 'APPROVED' })
  const begun = found.kind === 'CAMPAIGN' ? await scheduleFirst(work, id) : { scheduled: 0, waiting: 0 }
  if (found.scope !== null) await putSwitch(work, { scope: found.scope, onSince: work.now, preflightId: id })
  await record(work, {
    action: 'relay.approve-preflight',
    subject: { kind: 'preflight', id },
    detail: { kind: found.kind, fingerprint, ...begun },
  })
  return begun
}

/** Whom the connected system tells, with a link of ours in it, gets no letter from here as well. */
async function refuseWritten(work: Work, scope: string): Promise<void> {
  await lockCompany(work)
  if ((await fieldsOn(work)).some(({ connectionId }) => scopeOf(connectionId) === scope))
    throw refusals.linksAreWritten({})
}

async function scheduleFirst(work: Work, id: string): Promise<{ scheduled: number; waiting: number }> {
  if (!(await scheduleBatch(work, id, atOnce))) {
    await store.insertRun(work, { id: newId(), kind: 'SCHEDULING', preflightId: id })
    work.installation.wake()
  }
  const counted = (await store.countRows(work, id)).filter(({ reason }) => reason === null)
  return {
    scheduled: sum(counted.filter(({ outcome }) => outcome === 'SCHEDULED')),
    waiting: sum(counted.filter(({ outcome }) => outcome === null)),
  }
}

/** Puts a pre-flight aside; one that is still being judged is judged no further. */
export async function discardPreflight(work: Work, id: string): Promise<void> {
  await held(work, id)
  await store.closePreflight(work, { id, state: 'DISCARDED' })
}

/** The pre-flight, held against another decision about it. */
async function held(work: Work, id: string): Promise<store.Preflight> {
  const found = await store.lockPreflight(work, id)
  if (!found) throw refusals.preflightNotFound({})
  if (found.state !== 'OPEN' && found.state !== 'JUDGING') throw refusals.preflightClosed({ state: found.state })
  return found
}

const sum = (counted: readonly store.Counted[]): number => counted.reduce((all, { people }) => all + people, 0)

async function judgedSoFar(work: Work, id: string): Promise<{ judged: number; people: number }> {
  const counted = await store.countRows(work, id)
  return { judged: sum(counted.filter(({ judged }) => judged)), people: sum(counted) }
}
