import { paths, visitsPage } from '../../../../portal/index.ts'
import { record } from '../../audit/index.ts'
import { sessionFrame } from '../frames.ts'
import { isMember } from '../membership/leaving.ts'
import { ownPasskeys } from '../passkeys/pages.ts'
import { longestMs } from './session.ts'
import * as store from '../store.ts'
import { asMember, inVisitedCompany, type Answer, type SessionVisit } from '../visit.ts'

/** Where this person's pages of the company that wrote are open. */
export async function visits(visit: SessionVisit): Promise<Answer> {
  const open = await inVisitedCompany(visit, (work) => store.openSessions(work, visit.session.personId))
  return visitsPage(await sessionFrame(visit, 'visits'), {
    visits: open.map(({ id, seenAt, expiresAt, verifiedAt }) => ({
      visitId: id,
      startedAt: new Date(expiresAt.getTime() - longestMs).toISOString(),
      seenAt: seenAt.toISOString(),
      verified: verifiedAt !== null,
      own: id === visit.session.id,
    })),
    saved: visit.query.has('saved'),
    passkeys: await shownPasskeys(visit),
  })
}

const outcomes = ['added', 'removed', 'refused', 'tooMany'] as const

async function shownPasskeys(visit: SessionVisit) {
  const member = asMember(visit)
  if (!member || !(await isMember(member))) return null
  const done = outcomes.find((one) => one === visit.query.get('passkey')) ?? null
  return { ...(await ownPasskeys(member)), done }
}

/** Closes a visit of the same person, and no other. */
export async function end(visit: SessionVisit): Promise<Answer> {
  const id = visit.params['visit'] ?? ''
  await inVisitedCompany(visit, async (work) => {
    const open = await store.openSessions(work, visit.session.personId)
    if (!open.some((one) => one.id === id)) return
    await store.endSession(work, id)
    await record(work, { action: 'portal.session-ended', subject: { kind: 'person', id: visit.session.personId } })
  })
  return { to: `${paths.visits()}?saved=1` }
}
