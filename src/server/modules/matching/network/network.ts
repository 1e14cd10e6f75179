import { check, explain } from '../../../../engines/anonymity/index.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Claimed, IntentTable } from '../../../kernel/intents.ts'
import { job, nothing } from '../../../kernel/jobs.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { groupOf, operatorId, type GroupMember } from '../../accounts/index.ts'
import { profileShown, type Shown } from '../announcements.ts'
import { isAssessing } from '../assessed/assessed.ts'
import { heldNetwork, type NetworkNow } from './held-network.ts'
import { overdueSince, releaseTogether } from './joining.ts'
import { shownTo, type Asker } from './network-classes.ts'
import { pseudonymsIn, type Place } from './pseudonyms.ts'
import { networkGate, networkK } from '../release/recoding.ts'
import { leastStrangers, publishedColumns, type AnonymousFacts, type Published } from '../release/release.ts'
import * as store from './store-network.ts'
import { hasOverdue, planRelease, releaseStanding, settleRelease } from '../release/store-releases.ts'
import { employmentTypeCode, occupationCode, prefectureCodes } from '../terms.ts'

const actor = systemActor('matching.network')

/**
 * Changes go out together after this, so that nobody can tell from the list who registered or changed something a
 * moment ago (engines/anonymity: republish on a schedule, not per change).
 */
const releaseDelayMinutes = 10

/** The member's side of a profile, as it is announced. */
export type Heard = {
  realmId: string
  version: number
  payload: {
    profile: {
      occupations: readonly string[]
      prefectures: readonly string[]
      remote: string
      salaryMin: number | null
      startFrom: string | null
      employmentTypes: readonly string[]
      skills: readonly string[]
      search: 'ACTIVE' | 'OPEN' | 'LATER'
      shownUntil: string
    } | null
    notTo: readonly string[]
    introducedTo?: readonly string[]
    blocked: readonly { corporateNumber: string | null; nameKey: string }[]
    blockedIndustries?: readonly string[]
  }
}

/**
 * Takes into the operator's index what a member's side announced: a profile, or that it must leave at once. Nothing
 * happens in an installation without an operator, which has no network.
 */
export async function applyProfile(installation: Installation, { realmId, version, payload }: Heard): Promise<void> {
  const companyId = await operatorId(installation)
  if (!companyId) return
  const { profile, notTo, introducedTo = [], blocked, blockedIndustries = [] } = payload
  await inCompany(installation, { companyId, actor }, async (work) => {
    const id = realmId
    // Who looks later on is not shown to anyone meanwhile.
    if (!profile || profile.search === 'LATER') {
      const wasShown = await store.removeProfile(work, { id, memberId: realmId, version })
      if (wasShown)
        await work.announce(profileShown, shownSince(work, { memberId: realmId, published: null, report: null }))
    } else {
      const blockedNumbers = blocked.flatMap(({ corporateNumber }) => corporateNumber ?? [])
      await store.keepProfile(work, {
        id,
        memberId: realmId,
        version,
        facts: anonymousFactsOf(profile),
        shownUntil: new Date(profile.shownUntil),
        notTo: [...notTo],
        introducedTo,
        blockedNumbers,
        blockedNames: blocked.map(({ nameKey }) => nameKey),
        blockedIndustries: [...blockedIndustries],
      })
    }
    await planRelease(work, new Date(work.now.getTime() + releaseDelayMinutes * 60_000))
  })
}

type Stated = Omit<NonNullable<Heard['payload']['profile']>, 'search' | 'shownUntil'>

/** In codes that several members can share; spellings of their own would single people out. */
export const anonymousFactsOf = (profile: Stated): AnonymousFacts => ({
  occupation: profile.occupations[0] === undefined ? null : occupationCode(profile.occupations[0]),
  places: [...new Set(profile.prefectures.flatMap(prefectureCodes))].toSorted(),
  remote: profile.remote === 'NO_WISH' ? null : profile.remote,
  salaryMin: profile.salaryMin,
  startFrom: profile.startFrom,
  terms: [...new Set(profile.employmentTypes.map(employmentTypeCode))].toSorted(),
  skills: [...profile.skills],
})

async function runRelease(installation: Installation, { realmId: companyId, id }: Claimed): Promise<void> {
  await inCompany(installation, { companyId, actor }, async (work) => {
    const network = await store.readNetwork(work)
    const { shown, held } = await releaseTogether(network, work.now)
    const facts = shown.map(({ row }) => row.facts)
    const published = shown.map((one) => one.published)
    const checked = check(facts, published, networkGate)
    if (checked.violations > 0) throw new Error('the anonymity gate let a class through that breaks its own rules')
    const reports = explain(facts, published, networkGate)
    const rows = [
      ...shown.map(({ row: { id: memberId, version }, published: told }, at) => ({
        id: memberId,
        version,
        published: told,
        report: reports[at]!,
      })),
      ...held.map(({ id: memberId, version }) => ({ id: memberId, version, published: null, report: null })),
    ]
    await store.leaveOutOf(work, knownInBatches(network))
    const put = new Set(await store.putPublished(work, rows))
    const before = new Map(network.map((one) => [one.id, one.published]))
    const changed = rows.filter((row) => put.has(row.id) && !isSame(row.published, before.get(row.id) ?? null))
    await work.announceAll(
      profileShown,
      changed.map((row) => shownSince(work, { ...row, memberId: row.id })),
    )
    const withheld = rows.filter((row) => row.published === null).length
    await settleRelease(work, { id, people: network.length, withheld, ...checked })
  })
}

/**
 * Whom companies that know them by name are to see no more: five of one company at least, so that nobody can tell which of the
 * anonymous people who left its list bears which of the names it learnt. Who is shown to nobody leaves alone.
 */
export function knownInBatches<Row extends Pick<store.Indexed, 'published' | 'notTo' | 'soonNotTo'>>(
  network: readonly Row[],
): Row[] {
  const waiting = Map.groupBy(
    network.flatMap((one) => (one.published ? one.soonNotTo : [])),
    (companyId) => companyId,
  )
  const isDue = (one: Row) => (companyId: string) =>
    !one.published || (waiting.get(companyId)?.length ?? 0) >= leastStrangers
  return network.flatMap((one) => {
    const due = one.soonNotTo.filter(isDue(one))
    if (due.length === 0) return []
    return [{ ...one, notTo: [...one.notTo, ...due], soonNotTo: one.soonNotTo.filter((id) => !due.includes(id)) }]
  })
}

const shownSince = (work: Work, { memberId, published, report }: Omit<Shown, 'shownAt'>) => ({
  subjectId: memberId,
  version: work.now.getTime(),
  payload: { memberId, published, report, shownAt: work.now.toISOString() },
})

const isSame = (one: Published | null, other: Published | null): boolean =>
  publishedColumns.every((column) => one?.[column] === other?.[column]) && (one === null) === (other === null)

export const releases: IntentTable = { table: 'matching_release', realm: 'company', attempts: 20, run: runRelease }

/** Nobody else joining, nothing makes a release: whoever waited for the longest time gets one. */
export const releaseOverdue = job({
  name: 'matching.release-overdue',
  payload: nothing,
  schedule: '23 * * * *',
  run: async (installation) => {
    await inNetwork(installation, async (work) => {
      if (await hasOverdue(work, overdueSince(work.now))) await planRelease(work, work.now)
    })
  },
})

/** A company as it asks for an opening. */
export type Asking = Place & { company: GroupMember }

/** The network as it is for one asking company: by what it is called, and whether the operator audits the ranking. */
export type NetworkFor = NetworkNow & { asker: Asker; isAssessing: boolean }

/** Nothing where the installation has no operator. The classes are read from it by `shownTo`, in one step with what is made of them. */
export async function networkFor(
  installation: Installation,
  asking: Omit<Asking, 'openingId'>,
): Promise<NetworkFor | undefined> {
  const { companyId, company } = asking
  const known = await inNetwork(installation, async (work) => ({
    group: await groupOf(work, company),
    isAssessing: await isAssessing(work),
  }))
  const held = await heldNetwork(installation)
  if (!known || !held) return undefined
  const { keys, ids: groupIds } = known.group
  return { ...held, asker: { companyId, keys, groupIds }, isAssessing: known.isAssessing }
}

/** Who is behind a reference, for the side of the network alone; nothing once the person is no longer shown. */
export async function resolveRef(
  installation: Installation,
  { ref, ...asking }: Asking & { ref: string },
): Promise<{ memberId: string; published: Published } | undefined> {
  const found = await networkFor(installation, asking)
  const memberId = pseudonymsIn(installation, asking).idBehind(ref)
  if (!found || memberId === undefined) return undefined
  const of = found.network.people.get(memberId)?.of
  const shown = shownTo(found.network, found.asker, found.now).classes.find(({ digest }) => digest === of?.digest)
  return shown?.ids().includes(memberId) ? { memberId, published: shown.published } : undefined
}

export async function inNetwork<T>(
  installation: Installation,
  run: (work: Work) => Promise<T>,
): Promise<T | undefined> {
  const companyId = await operatorId(installation)
  return companyId === undefined ? undefined : inCompany(installation, { companyId, actor }, run)
}

export type NetworkIndex = { shown: number; withheld: number; waiting: number; k: number; releasedAt: Date | null }

/**
 * The index in counts, in the operator's realm: what companies may see after classes that became too small are left
 * out, what the anonymity gate keeps back, and what changed since its last release.
 */
export async function networkIndex(work: Work): Promise<NetworkIndex> {
  const { isWaiting, releasedAt } = await releaseStanding(work)
  const { standing: shown, tooFew, unreleased, joining } = await store.countClasses(work, networkK)
  // Before a release nobody can say whether a changed profile will be shown or kept back.
  const waiting = isWaiting ? unreleased : joining
  return { shown, withheld: tooFew + unreleased - waiting, waiting, k: networkK, releasedAt }
}
