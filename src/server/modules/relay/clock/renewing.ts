import { memberConsents } from '../../consent/index.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { MemberWork } from '../../../kernel/work.ts'
import { changeAndTell } from '../members/telling/flow-back.ts'
import { keepAnswer, withdrawMemberConsent } from '../members/member-consents.ts'
import { memberLeft, noMember } from '../members/member-errors.ts'
import { shownUntilFrom } from '../members/member-settings.ts'
import type { Offer } from '../members/offers.ts'
import { endingSoon, renewables, type Renewable } from './renewals.ts'
import { lockMember } from '../members/store-members.ts'

/** What the member is asked about at this moment: it ends soon, or ended without a word from them. */
export async function toRenew(work: MemberWork): Promise<Renewable[]> {
  const member = await lockMember(work)
  if (member?.state !== 'ACTIVE') return []
  return endingSoon(renewables(member, await memberConsents(work)), work.now)
}

type Renewing = {
  /** The caller's own id: repeating it changes nothing. */
  id: string
  /** The offers as the page showed them; those among them that end soon are answered. */
  offers: readonly Offer[]
}

const about = (all: readonly Renewable[], offers: readonly Offer[]) =>
  offers.filter((offer) => all.some((one) => one.purpose === offer.purpose && one.recipient === offer.recipient))

/** "Go on": each is agreed to again on the words as they stand, for another term; the profile's shelf-life too. */
export async function goOn(work: MemberWork, { id, offers }: Renewing): Promise<void> {
  const member = await lockMember(work)
  if (!member) throw noMember()
  if (member.state !== 'ACTIVE') throw memberLeft({ state: member.state })
  const renewed = about(await toRenew(work), offers)
  for (const offer of renewed)
    await keepAnswer(work, { id: idFrom(id, offer.purpose, offer.recipient), offer, decision: 'GIVEN' })
  const isShown = renewed.some(({ purpose }) => purpose === 'RELAY_PROFILE')
  await changeAndTell(work, isShown ? { shownUntil: shownUntilFrom(work.now) } : {})
}

/** "That is enough": each is taken back, as from the page of consents. */
export async function stopHere(work: MemberWork, { id, offers }: Renewing): Promise<void> {
  for (const { purpose, recipient } of about(await toRenew(work), offers))
    await withdrawMemberConsent(work, { id: idFrom(id, purpose, recipient), purpose, recipient })
}
