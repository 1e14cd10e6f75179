import { aboveMedian } from '../../../engines/statistics/index.ts'
import { derivedKey, hmac } from '../../kernel/crypto.ts'
import type { Installation } from '../../kernel/installation.ts'
import type { Work } from '../../kernel/work.ts'
import { company } from '../accounts/index.ts'
import { inNetwork, maskedRefs, type Place } from './network.ts'
import { shownIds } from './store-network.ts'
import * as store from './store-assessed.ts'

/**
 * The operator's setting under which it is put down who was ranked (module `impact` switches it). Matching writes for the
 * audit and reads nothing of it: what people volunteered is not known here, so that no rank can depend on it.
 */
export const assessmentSetting = 'impactAudit'
export const isAssessing = async (work: Work): Promise<boolean> =>
  (await company(work)).settings[assessmentSetting] === true

type Keys = Pick<Installation, 'config'>
const keyed = ({ config }: Keys, purpose: string, text: string): string =>
  hmac(derivedKey(config.secret, `impact.${purpose}`), text)
    .toString('hex')
    .slice(0, 32)

/** Under which a person, and an introduction, stand in the audit and nowhere else. */
export const subjectKeyOf = (keys: Keys, memberId: string): string => keyed(keys, 'subject', memberId)
export const introductionKeyOf = (keys: Keys, id: string): string => keyed(keys, 'introduction', id)
const placeKeyOf = (keys: Keys, { companyId, openingId }: Place): string =>
  keyed(keys, 'place', `${companyId}/${openingId}`)

export type Outcome = { ref: string; score: number; isShown: boolean }

/**
 * Puts down a list that was ranked: each person once for each opening, whether their score lay above the median of the
 * list, and whether anybody saw them. Scores are of one opening and compare with no other, so the median is the list's.
 */
export async function noteAssessed(
  installation: Installation,
  place: Place,
  outcomes: readonly Outcome[],
): Promise<void> {
  if (outcomes.length === 0) return
  const above = aboveMedian(outcomes.map(({ score }) => score))
  const byRef = new Map(outcomes.map((one, at) => [one.ref, { isShown: one.isShown, isAbove: above[at]! }]))
  const placeKey = placeKeyOf(installation, place)
  await inNetwork(installation, async (work) => {
    if (!(await isAssessing(work))) return
    const refOf = maskedRefs(installation, place)
    const assessed = (await shownIds(work)).flatMap((id) => {
      const found = byRef.get(refOf(id))
      return found ? [{ placeKey, subjectKey: subjectKeyOf(installation, id), ...found }] : []
    })
    await store.putAssessed(work, assessed)
  })
}

/** In the operator's realm, as an introduction is asked for: nothing where the audit is off. */
export async function noteAsked(
  work: Work,
  installation: Keys,
  { memberId, introductionId, ...place }: Place & { memberId: string; introductionId: string },
): Promise<void> {
  if (!(await isAssessing(work))) return
  await store.markAsked(work, {
    placeKey: placeKeyOf(installation, place),
    subjectKey: subjectKeyOf(installation, memberId),
    introductionKey: introductionKeyOf(installation, introductionId),
  })
}
