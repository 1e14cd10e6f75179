import type { Role } from '../../../../contract/accounts/permissions.ts'
import { dayIn } from '../../../../engines/japanese/index.ts'
import type { Holder, Sighting } from '../../../../portal/index.ts'
import { inCompany, type Work } from '../../../kernel/work.ts'
import { company, staffMember } from '../../accounts/index.ts'
import { readsAbout } from '../../audit/index.ts'
import { personOf, recordsOf, whoToday } from '../../people/index.ts'
import { mailsOf } from '../../messages/index.ts'
import { lettersOfRecords, memberCompanies, shareReceivedHere, sharesOfMember } from '../../relay/index.ts'
import { applicationsOf } from '../../selection/index.ts'
import { personActor } from '../arrival/session.ts'
import { asMember, inOwnRealm, inVisitedCompany, type SessionVisit } from '../visit.ts'
import { named } from '../frames.ts'

/** A company that holds data of the visitor, and whom it knows them as. */
type Place = { companyId: string; personId: string; since: Date; by: Holder['by'] }

const yearMs = 365 * 86_400_000

/** The company that wrote, those whose link the member opened, and those that an introduction told who they are. */
async function places(visit: SessionVisit): Promise<Place[]> {
  const { companyId, personId } = visit.session
  const own = asMember(visit)
  if (!own)
    return [{ companyId, personId, since: await inVisitedCompany(visit, async ({ now }) => now), by: 'APPLICATION' }]
  const { companies, shares } = await inOwnRealm(own, async (work) => ({
    companies: await memberCompanies(work),
    shares: await sharesOfMember(work),
  }))
  const found: Place[] = []
  for (const one of companies) {
    const known = await inPlace(visit, one, (work) => whoToday(work, one))
    found.push({ companyId: one.companyId, personId: known, since: one.linkedAt, by: 'APPLICATION' })
  }
  for (const { id, state, purpose, recipient, committedAt } of shares) {
    if (state !== 'DELIVERED' || purpose !== 'INTRODUCTION') continue
    const known = await inPlace(visit, { companyId: recipient, personId }, (work) => receivedAs(work, id))
    if (known) found.push({ companyId: recipient, personId: known, since: committedAt, by: 'INTRODUCTION' })
  }
  return [...new Map(found.map((one) => [`${one.companyId} ${one.personId}`, one])).values()]
}

async function receivedAs(work: Work, shareId: string): Promise<string | undefined> {
  const received = await shareReceivedHere(work, shareId)
  return received && personOf(work, received.sourceRecordId)
}

const inPlace = <T>(
  { installation, requestId }: SessionVisit,
  { companyId, personId }: Pick<Place, 'companyId' | 'personId'>,
  run: (work: Work) => Promise<T>,
) => inCompany(installation, { companyId, actor: personActor({ personId }), requestId }, run)

/** What each kind of read is told as; any other is "other". */
const kinds: readonly (readonly [prefix: string, kind: Sighting['kind']])[] = [
  ['people.exported', 'EXPORTED'],
  ['insights.exported', 'EXPORTED'],
  ['consent.exported', 'DISCLOSED'],
  ['people.listed', 'LISTED'],
  ['insights.people-read', 'LISTED'],
  ['duplicates.listed', 'LISTED'],
  ['people.', 'PROFILE'],
  ['files.', 'FILE'],
  ['applications.', 'APPLICATION'],
  ['interviews.', 'APPLICATION'],
  ['selection.', 'APPLICATION'],
  ['consent.', 'CONSENTS'],
  ['relay.', 'RELAY'],
  ['messages.', 'MAILS'],
  ['introductions.', 'INTRODUCTION'],
  ['freshness.', 'FRESHNESS'],
]

const kindOf = (action: string): Sighting['kind'] => kinds.find(([prefix]) => action.startsWith(prefix))?.[1] ?? 'OTHER'

async function roleOf(work: Work, actor: { kind: string; id: string }): Promise<Role | 'key'> {
  if (actor.kind === 'key') return 'key'
  return (await staffMember(work, actor.id))?.role ?? 'recruiter'
}

/** A company that somebody applied to holds what they said then, also where they opened its link only later. */
function heldSince({ by, since }: Place, held: readonly { observedAt: Date }[]): Date {
  const moments = by === 'APPLICATION' ? held.map(({ observedAt }) => observedAt.getTime()) : []
  return new Date(Math.min(since.getTime(), ...moments))
}

/** The reads of one company, one line for each day, role and kind: who works there is not named. */
async function sightingsOf(visit: SessionVisit, place: Place): Promise<{ holder: Holder; sightings: Sighting[] }> {
  return inPlace(visit, place, async (work) => {
    const own = await company(work)
    const companyName = named(own, visit.language)
    const held = await recordsOf(work, place.personId)
    const records = held.map(({ id }) => id)
    const applications = (await applicationsOf(work, place.personId)).map(({ id }) => id)
    const letters = (await lettersOfRecords(work, records)).map(({ id }) => id)
    const mails = (await mailsOf(work, place.personId)).map(({ id }) => id)
    const ids = [place.personId, ...records, ...applications, ...letters, ...mails]
    const roles = new Map<string, Role | 'key'>()
    const lines = new Map<string, Sighting>()
    for (const { actor, action, recordedAt } of await readsAbout(work, {
      ids,
      since: new Date(work.now.getTime() - yearMs),
    })) {
      const role = roles.get(actor.id) ?? (await roleOf(work, actor))
      roles.set(actor.id, role)
      const kind = kindOf(action)
      const day = dayIn(recordedAt, own.timeZone)
      const key = `${day} ${role} ${kind}`
      const before = lines.get(key)
      lines.set(key, { day, companyName, role, kind, times: (before?.times ?? 0) + 1 })
    }
    const since = heldSince(place, held)
    return { holder: { companyName, since: since.toISOString(), by: place.by }, sightings: [...lines.values()] }
  })
}

/** Who holds data of the visitor, and who read it within a year, newest first. */
export async function whoSaw(visit: SessionVisit): Promise<{ holders: Holder[]; sightings: Sighting[] }> {
  const all = []
  for (const place of await places(visit)) all.push(await sightingsOf(visit, place))
  return {
    holders: all.map(({ holder }) => holder),
    sightings: all.flatMap(({ sightings }) => sightings).toSorted((one, other) => (one.day < other.day ? 1 : -1)),
  }
}
