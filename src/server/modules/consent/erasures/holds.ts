import { z } from 'zod'
import type { LegalHold } from '../../../../contract/retention/retention.ts'
import { companyAnnouncement } from '../../../kernel/announcements.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Subject } from '../../../kernel/module.ts'
import type { Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { holdSubject, subjectOf } from './erasure.ts'
import { holdLifted, personUnknown } from '../errors.ts'
import { namesOf, personsBehind } from '../names.ts'
import * as store from './store-holds.ts'
import { releaseHeldOrders } from '../requests/store-orders.ts'

/** A person is kept from being erased from now on; who keeps them elsewhere is told. */
export const holdPlaced = companyAnnouncement('consent.hold-placed', z.object({ sourceRecordIds: z.array(z.uuid()) }))

/**
 * Keeps a person from being erased, by a rule, by staff or at their own request, until it is lifted: what a lawsuit, an
 * authority or an audit is about. An erasure that is being done at this moment ends first. Repeating an id changes nothing.
 */
export async function placeHold(
  work: Work,
  { id, personId, reason }: { id: string; personId: string; reason: string },
): Promise<LegalHold> {
  await holdSubject(work, personId)
  const subject = await subjectOf(work, personId)
  if (!subject) throw personUnknown({})
  const isFirst = await store.insertHold(work, { ...subject, id, reason })
  if (isFirst) {
    await record(work, {
      action: 'consent.hold-placed',
      subject: { kind: 'person', id: subject.personId },
      detail: { holdId: id },
    })
    const { sourceRecordIds } = subject
    await work.announce(holdPlaced, {
      subjectId: id,
      version: 1,
      payload: { sourceRecordIds: [...sourceRecordIds] },
    })
  }
  return shownHold(work, id)
}

/** Ends a hold; what waited for it goes on. Refuses one that was lifted before (`consent.hold-lifted`). */
export async function liftHold(work: Work, { id, because }: { id: string; because: string }): Promise<LegalHold> {
  const found = await store.findHold(work, id)
  if (!found) throw notFound({ what: 'hold' })
  if (!(await store.endHold(work, { id, because }))) throw holdLifted({})
  await releaseHeldOrders(work)
  work.installation.wake()
  await record(work, {
    action: 'consent.hold-lifted',
    subject: { kind: 'person', id: found.personId },
    detail: { holdId: id },
  })
  return shownHold(work, id)
}

async function shownHold(work: Work, id: string): Promise<LegalHold> {
  const found = await store.findHold(work, id)
  if (!found) throw notFound({ what: 'hold' })
  const [shown] = await shownHolds(work, [found])
  return shown!
}

async function shownHolds(work: Work, found: readonly store.Hold[]): Promise<LegalHold[]> {
  const names = await namesOf(
    work,
    found.map(({ personId }) => personId),
  )
  return found.map(({ placedAt, liftedAt, ...one }) => ({
    ...one,
    personName: names.get(one.personId) ?? null,
    placedAt: placedAt.toISOString(),
    liftedAt: liftedAt?.toISOString() ?? null,
  }))
}

export const holds = async (work: Work, page: store.HoldsPage): Promise<LegalHold[]> =>
  shownHolds(work, await store.listHolds(work, page))

/** Everybody of whom a hold is open at this moment, as who they are today. */
export const everybodyHeld = async (work: Work): Promise<string[]> => [
  ...new Set((await personsBehind(work, await store.idsHeld(work))).values()),
]

/** Whether a hold is open of this person or any of their records. */
export const isHeld = async (work: Work, subject: Subject): Promise<boolean> =>
  (await store.heldAmong(work, [subject])).size > 0
