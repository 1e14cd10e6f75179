import type { z } from 'zod'
import type { NetworkOverview } from '../../../../contract/network/network.ts'
import type { tryNetworkTerms } from '../../../../contract/network/network-terms.ts'
import { suppressCounts } from '../../../../engines/anonymity/index.ts'
import { dayIn, instantAt } from '../../../../engines/japanese/index.ts'
import { medianWithInterval, wilsonInterval } from '../../../../engines/statistics/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { company, networkCompanies } from '../../accounts/index.ts'
import { networkBalances } from '../../credits/index.ts'
import { countOpenCases } from '../../disputes/index.ts'
import {
  answerTimes,
  countGated,
  countLapsing,
  countObjected,
  countStandings,
  spentByDay,
} from '../../introductions/index.ts'
import { networkIndex, networkK } from '../../matching/index.ts'
import {
  countedByDay,
  countNetworkMembers,
  countNetworkReferrals,
  networkTerms,
  registrationDays,
  reversedByDay,
  waitingReferrals,
} from '../../relay/index.ts'
import { replay, scaled, type Happened } from './what-if.ts'

const dayMs = 86_400_000
const shownDays = 30
const lapsingDays = 3

/** The network in counts, from the operator's own realm: what companies and members announced, never their rows. */
export async function networkOverview(work: Work): Promise<NetworkOverview> {
  const { timeZone: zone, settings } = await company(work)
  const members = await countNetworkMembers(work)
  const { releasedAt, k, shown, withheld, waiting } = await networkIndex(work)
  const since = instantAt(dayIn(new Date(work.now.getTime() - (shownDays - 1) * dayMs), zone), 0, zone)
  return {
    isStopped: settings['networkStopped'] === true,
    ...(await companiesAndWaiting(work)),
    members: safely({ active: members.ACTIVE, withdrawn: members.WITHDRAWN, erased: members.ERASED }),
    profiles: { ...safely({ shown, withheld, waiting }), k, releasedAt: releasedAt?.toISOString() ?? null },
    referrals: await countNetworkReferrals(work),
    slots: await slotsOwed(work),
    introductions: await introductions(work),
    days: await registrationDays(work, { since, zone }),
  }
}

/**
 * Counts of people whose list the operator may not open, as far as each stands for k and none can be subtracted out of
 * the others and their sum. Referrals and introductions are exact: the operator opens those lists to decide about them.
 */
function safely<Key extends string>(counts: Record<Key, number>): Record<Key, number | null> {
  const keys = Object.keys(counts) as Key[]
  const [row = []] = suppressCounts([keys.map((key) => counts[key])], networkK).cells
  return Object.fromEntries(
    keys.map((key, at) => [key, row[at] && 'count' in row[at] ? row[at].count : null]),
  ) as Record<Key, number | null>
}

async function companiesAndWaiting(work: Work): Promise<Pick<NetworkOverview, 'companies' | 'waiting'>> {
  const known = await networkCompanies(work)
  const referrals = await waitingReferrals(work)
  const disputes = await countOpenCases(work)
  const gate = await countGated(work)
  const by = <K extends string>(keys: readonly K[]) =>
    keys.reduce<Partial<Record<K, number>>>((counts, key) => ({ ...counts, [key]: (counts[key] ?? 0) + 1 }), {})
  return {
    companies: {
      all: known.length,
      byMode: by(known.map(({ operatingMode }) => operatingMode)),
      byStanding: by(known.map(({ standing }) => standing)),
    },
    waiting: {
      review: referrals.review,
      reviewSince: referrals.since?.toISOString() ?? null,
      verification: known.filter(({ standing }) => standing === 'UNVERIFIED').length,
      heldForVerification: referrals.unverified,
      papers: known.filter(({ standing, alerts }) => standing === 'VERIFIED' && alerts.length > 0).length,
      disputes: disputes.open,
      disputesLate: disputes.overdue,
      promises: await countObjected(work),
      gate: gate.waiting,
      gateSince: gate.since?.toISOString() ?? null,
      lapsing: await countLapsing(work, new Date(work.now.getTime() + lapsingDays * dayMs)),
    },
  }
}

async function slotsOwed(work: Work): Promise<NetworkOverview['slots']> {
  const all = await networkBalances(work)
  const sum = (of: (one: (typeof all)[number]) => number) => all.reduce((total, one) => total + of(one), 0)
  const expiries = all.flatMap(({ nextExpiry }) => (nextExpiry ? [nextExpiry.getTime()] : []))
  const slots = {
    available: sum((one) => one.slots.available),
    reserved: sum((one) => one.slots.reserved),
    spent: sum((one) => one.slots.spent),
    expired: sum((one) => one.slots.expired),
  }
  const { available, reserved, spent, expired } = slots
  return {
    ...slots,
    debt: sum((one) => one.debt),
    nextExpiry: expiries.length > 0 ? new Date(Math.min(...expiries)).toISOString() : null,
    used: shareOf(spent, available + reserved + spent + expired),
  }
}

async function introductions(work: Work): Promise<NetworkOverview['introductions']> {
  const { byState, byProgress } = await countStandings(work)
  const { ACCEPTED = 0, DECLINED = 0, LAPSED = 0 } = byState
  const hours = await answerTimes(work)
  return {
    byState,
    byProgress,
    accepted: shareOf(ACCEPTED, ACCEPTED + DECLINED + LAPSED),
    medianHours: medianWithInterval(hours)?.median ?? null,
    answered: hours.length,
  }
}

export function shareOf(hits: number, of: number) {
  if (of === 0) return null
  const { low, high } = wilsonInterval({ successes: hits, trials: of })
  return { share: hits / of, low, high, of }
}

type Question = z.output<typeof tryNetworkTerms.query>
type Answer = z.output<typeof tryNetworkTerms.response>

/**
 * What slots there would be had other rules held since the beginning, beside the rules as they are. Nothing changes.
 * For `HIRED_ELSEWHERE` the registrations are scaled by the share of counted members hired through the network.
 */
export async function tryTerms(work: Work, { trigger, ...asked }: Question): Promise<Answer> {
  const [counted, spent, reversed] = [await countedByDay(work), await spentByDay(work), await reversedByDay(work)]
  const { referralsPerSlot, slotExpiryMonths } = await networkTerms(work)
  const total = counted.reduce((sum, { count }) => sum + count, 0)
  const { HIRED: hired = 0 } = (await countStandings(work)).byProgress
  const hiredShare = trigger === 'HIRED_ELSEWHERE' ? shareOf(Math.min(hired, total), total) : null
  const ofTrigger = (happened: readonly Happened[]) => (hiredShare ? scaled(happened, hiredShare.share) : happened)
  const today = dayIn(work.now, (await company(work)).timeZone)
  const first = counted[0]?.day
  return {
    asItIs: replay({ counted, reversed, spent, referralsPerSlot, slotExpiryMonths, today }),
    ifSo: replay({ ...asked, counted: ofTrigger(counted), reversed: ofTrigger(reversed), spent, today }),
    hiredShare,
    counted: total,
    since: first ? new Date(`${first}T00:00:00Z`).toISOString() : null,
  }
}
