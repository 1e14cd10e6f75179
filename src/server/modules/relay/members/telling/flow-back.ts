import type { Party } from '../../../../../contract/consent/consent.ts'
import { company, operatorId } from '../../../accounts/index.ts'
import { recordProvision } from '../../../consent/index.ts'
import { person, personOf } from '../../../people/index.ts'
import type { Installation } from '../../../../kernel/installation.ts'
import { inCompany, inMember, systemActor, type MemberWork, type Work } from '../../../../kernel/work.ts'
import { planClock } from '../../clock/clock.ts'
import { reviewWritings } from '../../link-field/link-field.ts'
import { activityChanged, memberChanged, relayProfileChanged, type Activity } from '../member-announcements.ts'
import { noMember } from '../member-errors.ts'
import { shownProfile } from '../shown-profile.ts'
import { memberHeard } from '../staying.ts'
import { decideTelling, listener, type Telling } from './telling.ts'
import * as mirror from './store-mirror.ts'
import * as store from '../store-members.ts'
import { ShownWishes } from '../wishes.ts'

/**
 * Changes the member and tells it onward under one version: to each company that may know the member, and to the
 * network's index. The member's row must be held.
 */
export async function changeAndTell(work: MemberWork, change: store.MemberChange): Promise<void> {
  if (work.actor.kind === 'member') await memberHeard(work)
  const version = await store.changeMember(work, change)
  const member = await store.findMember(work)
  if (!member) throw noMember()
  await tellCompanies(work, member, version)
  await tellNetwork(work, member, version)
  await planClock(work)
}

async function tellCompanies(work: MemberWork, member: store.Member, version: number): Promise<void> {
  const companies = await store.memberCompanies(work)
  if (companies.length === 0) return
  await work.announce(memberChanged, {
    subjectId: work.memberId,
    version,
    payload: {
      memberId: work.memberId,
      standing: member.state,
      companies: companies.map(({ companyId, sourceRecordId, letterId, linkedAt }) => ({
        companyId,
        sourceRecordId,
        letterId,
        linkedAt: linkedAt.toISOString(),
      })),
    },
  })
}

async function tellNetwork(work: MemberWork, member: store.Member, version: number): Promise<void> {
  const wishes = (await store.latestWishes(work))?.wishes
  const { level } = member.search
  const { until, notTo, introducedTo, blocked, blockedIndustries } = await shownProfile(work, member)
  await work.announce(relayProfileChanged, {
    subjectId: work.memberId,
    version,
    payload: {
      memberId: work.memberId,
      profile:
        wishes && until && level !== 'CLOSED'
          ? {
              ...ShownWishes.parse(wishes),
              search: level,
              changedAt: member.changedAt.toISOString(),
              shownUntil: until.toISOString(),
            }
          : null,
      notTo,
      introducedTo,
      blocked: blocked.map(({ corporateNumber, nameKey }) => ({ corporateNumber, nameKey })),
      blockedIndustries,
    },
  })
}

/**
 * What came of the search: the pools that may know are told one of three coarse states. `by` is the company in whose
 * process or employment the member is; that company is told nothing of itself.
 */
export async function noteActivity(
  work: MemberWork,
  { activity, by }: { activity: Activity; by: string | null },
): Promise<void> {
  const member = await store.lockMember(work)
  if (!member) throw noMember()
  if (member.state !== 'ACTIVE') return
  await changeAndTell(work, { activity, activityBy: by, activityAt: work.now })
}

type Heard = { payload: ReturnType<typeof memberChanged.payload.parse> }
type Linked = Heard['payload']['companies'][number]

const actor = systemActor('relay.mirror')

/**
 * Brings each company that knows the member up to what it may know at this moment. The word that set out says whom to
 * tell; what they are told is decided as it is told (`decideTelling`), so that nothing arrives that was taken back since.
 */
export async function applyMember(installation: Installation, { payload }: Heard): Promise<void> {
  const { memberId, companies } = payload
  const provider = (await provided(installation)) ?? { id: memberId, name: '' }
  for (const linked of companies) await tellOne(installation, { memberId, linked, provider, again: false })
}

type ToTell = {
  memberId: string
  linked: Linked
  provider: Party
  /** Also where the company was told of this version, as one that was cut off then was without the activity. */
  again: boolean
}

/** Brings one company up to what it may know of one member at this moment. */
export async function tellOne(
  installation: Installation,
  { memberId, linked, provider, again }: ToTell,
): Promise<void> {
  const opening = { companyId: linked.companyId, actor }
  const to = await inCompany(installation, opening, async (work) => {
    const found = await listener(work)
    return (await isStillKnown(work, linked.sourceRecordId)) ? found : undefined
  })
  if (!to) return
  const telling = await inMember(installation, { memberId, actor }, (work) => decideTelling(work, { provider, to }))
  await inCompany(installation, opening, async (work) => {
    await company(work)
    if (await isStillKnown(work, linked.sourceRecordId)) await apply(work, { memberId, linked, telling, again })
  })
}

/** Who provides what a member registered: the operator; nobody but the member where there is none. */
export async function provided(installation: Installation): Promise<Party | undefined> {
  const companyId = await operatorId(installation)
  if (companyId === undefined) return undefined
  return (await inCompany(installation, { companyId, actor }, listener)).party
}

type Applying = Pick<ToTell, 'memberId' | 'linked' | 'again'> & { telling: Telling }

/** An older word than the one applied changes nothing. */
async function apply(work: Work, { memberId, linked, telling, again }: Applying): Promise<void> {
  const { sourceRecordId, letterId } = linked
  const { version, state, activity, asOf, provision } = telling
  const linkedAt = new Date(linked.linkedAt)
  const standing = { memberId, sourceRecordId, letterId, state, linkedAt, version }
  if (!(await mirror.putMirror(work, standing, { again }))) return
  if (state === 'LEFT') await reviewWritings(work, { sourceRecordIds: [sourceRecordId] })
  if (provision) await recordProvision(work, { ...provision, side: 'RECIPIENT', sourceRecordId })
  if (activity === undefined) return
  if (await mirror.putActivity(work, { memberId, sourceRecordId, activity, asOf, version }))
    await work.announce(activityChanged, {
      subjectId: memberId,
      version,
      payload: { sourceRecordId, activity, asOf: asOf.toISOString() },
    })
}

/** Who was erased here is not known again through the relay. */
async function isStillKnown(work: Work, sourceRecordId: string): Promise<boolean> {
  return (await person(work, await personOf(work, sourceRecordId))).state === 'ACTIVE'
}

export type KnownThroughRelay = { isMember: boolean; activity: Activity | null; asOf: Date | null }

/** What the person behind these records lets this company know; nothing about who did not open the link. */
export async function knownThroughRelay(
  work: Work,
  { sourceRecordIds }: { sourceRecordIds: readonly string[] },
): Promise<KnownThroughRelay> {
  const linked = (await mirror.mirrorsOf(work, sourceRecordIds)).filter((one) => one.state === 'LINKED')
  const latest = linked
    .filter((one) => one.activity !== null && one.asOf !== null)
    .toSorted((one, other) => (other.asOf?.getTime() ?? 0) - (one.asOf?.getTime() ?? 0))[0]
  return {
    isMember: linked.length > 0,
    activity: (latest?.activity as Activity | undefined) ?? null,
    asOf: latest?.asOf ?? null,
  }
}
