import { localTime } from '../../../../engines/japanese/index.ts'
import { derivedKey, hmac } from '../../../kernel/crypto.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import type { Place } from '../network/pseudonyms.ts'
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
export const placeKeyOf = (keys: Keys, { companyId, openingId }: Place): string =>
  keyed(keys, 'place', `${companyId}/${openingId}`)

/** The day where the operator is. */
export async function today(work: Work): Promise<string> {
  const { timeZone } = await company(work)
  return localTime(work.now, timeZone).day
}

/** In the operator's realm, as an introduction is asked for: nothing where the audit is off. */
export async function noteAsked(
  work: Work,
  installation: Keys,
  { memberId, introductionId, ...place }: Place & { memberId: string; introductionId: string },
): Promise<void> {
  if (!(await isAssessing(work))) return
  await store.markAsked(work, {
    day: await today(work),
    placeKey: placeKeyOf(installation, place),
    subjectKey: subjectKeyOf(installation, memberId),
    introductionKey: introductionKeyOf(installation, introductionId),
  })
}
