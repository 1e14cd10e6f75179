import { isLeftOut, type GroupKeys } from '../../accounts/index.ts'
import { isStanding, memberConsents } from '../../consent/index.ts'
import type { MemberWork } from '../../../kernel/work.ts'
import { network } from './offers.ts'
import { sharesOf } from '../shares/store-shares.ts'
import * as store from './store-members.ts'
import * as hiding from './store-member-blocks.ts'

type ShownProfile = {
  /** Until when the network may show the member; null where it may not at this moment. */
  until: Date | null
  /** Companies that know the member, to whom nobody is anonymous. */
  notTo: string[]
  /** Those of them that came to know by an introduction who is behind the reference they asked. */
  introducedTo: string[]
  blocked: hiding.Block[]
  blockedIndustries: string[]
}

/** Whether, until when and to whom the network may show the member: what the index is told, and what a request is held against. */
export async function shownProfile(work: MemberWork, member: store.Member): Promise<ShownProfile> {
  const consent = (await memberConsents(work)).find(
    ({ purpose, recipient }) => purpose === 'RELAY_PROFILE' && recipient === network,
  )
  // Nothing is announced when a consent runs out, so the network is told beforehand how long it may show the profile.
  const until = earlier(member.shownUntil, consent?.expiresAt ?? null)
  const isShown =
    member.state === 'ACTIVE' && isStanding(consent, work.now) && member.search.level !== 'CLOSED' && until > work.now
  // Who was introduced to a company by name is anonymous to it no more.
  const introducedTo = (await sharesOf(work))
    .filter(({ purpose, state }) => purpose === 'INTRODUCTION' && state !== 'VOIDED')
    .map(({ recipient }) => recipient)
  const known = [...(await store.memberCompanies(work)).map(({ companyId }) => companyId), ...introducedTo]
  return {
    until: isShown ? until : null,
    notTo: [...new Set(known)],
    introducedTo: [...new Set(introducedTo)],
    blocked: await hiding.blocks(work),
    blockedIndustries: await hiding.hiddenIndustries(work),
  }
}

const earlier = (one: Date, other: Date | null): Date => (other !== null && other < one ? other : one)

/** By what a member may have left a company out: what it and its group are called, and its line of business. */
export type Employer = GroupKeys & { id: string; industry: string | null }

/** Whether the network may show the member to this company at this moment. Whoever looks later on is shown to nobody meanwhile. */
export async function isShownTo(work: MemberWork, employer: Employer): Promise<boolean> {
  const member = await store.findMember(work)
  if (!member || member.search.level === 'LATER') return false
  const { until, notTo, blocked, blockedIndustries } = await shownProfile(work, member)
  if (until === null || notTo.includes(employer.id)) return false
  return !isLeftOut(employer, {
    numbers: blocked.flatMap(({ corporateNumber }) => corporateNumber ?? []),
    names: blocked.map(({ nameKey }) => nameKey),
    industries: blockedIndustries,
  })
}
