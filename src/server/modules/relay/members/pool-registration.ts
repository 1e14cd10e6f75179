import type { PersonField } from '../../../../contract/people/person-fields.ts'
import { decide, showText } from '../../consent/index.ts'
import { recordAndLink } from '../../linkage/index.ts'
import type { Saying } from '../../people/index.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Coming, Registration } from './members.ts'
import { insertPoolRegistration } from '../letters/store-steps.ts'
import type { Wishes } from './wishes.ts'

/** What a person wishes, as claims of the person about themselves. */
export function wishClaims(wishes: Wishes): Saying[] {
  const stated: Partial<Record<PersonField, unknown>> = {
    desiredOccupations: wishes.occupations,
    desiredPrefectures: wishes.prefectures,
    remoteWish: wishes.remote === 'NO_WISH' ? null : wishes.remote,
    desiredSalaryMin: wishes.salaryMin,
    availableFrom: wishes.startFrom,
    skills: wishes.skills,
    note: wishes.workHistory === '' ? null : wishes.workHistory,
  }
  return Object.entries(stated)
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map(([field, value]) => ({ field: field as PersonField, value }))
}

/** Keeps the answer about the company's own pool, in the company's realm. */
export async function decideAboutPool(
  work: Work,
  coming: Coming,
  how: 'PORTAL' | 'LETTER' = 'LETTER',
): Promise<boolean> {
  const { personId, sourceRecordId } = coming
  const answer = coming.answers.find(({ offer }) => offer.purpose === 'POOL')
  if (!answer) return false
  const { hash: textHash } = await showText(work, answer.offer.shown)
  const { purpose, recipient, items } = answer.offer
  const { id, decision } = answer
  await decide(work, { id, purpose, recipient, items, decision, textHash, how, personId, sourceRecordId })
  return decision === 'GIVEN'
}

/**
 * Registers a person with the one company that wrote: no member, no referral, nothing outside. Without consent to stay
 * in the pool only the answer is kept.
 */
export async function registerInPool(work: Work, registration: Registration): Promise<void> {
  const stays = await decideAboutPool(work, registration)
  if (!stays) return
  const { personId, letterId, wishes } = registration
  await insertPoolRegistration(work, letterId)
  await recordAndLink(work, {
    id: idFrom('pool-registration', letterId),
    kind: 'PERSON',
    label: 'ご本人',
    observedAt: work.now,
    personId,
    claims: wishClaims(wishes),
  })
}
