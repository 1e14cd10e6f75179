import type { z } from 'zod'
import type { answerDataRequest, DataRequest } from '../../../../contract/requests/data-requests.ts'
import { isDisclosure, meetsWish } from '../../../../contract/requests/disclosure-forms.ts'
import { dayIn } from '../../../../engines/japanese/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import { handoverMissing, handoverUnfit, wishUnmet } from '../errors.ts'

export type HandingOver = z.input<typeof answerDataRequest.body>['handover']

type Answered = Pick<DataRequest, 'kind' | 'wish'> & {
  state: DataRequest['state']
  told: 'MAIL' | 'ELSEWHERE'
  handover?: HandingOver
}

/**
 * How what is disclosed reaches the person: behind the code of their own page where they are told by mail and nothing
 * else is said. Refused where nothing is disclosed or on a day to come (`consent.handover-unfit`), where it is not said
 * (`consent.handover-missing`), and where the person named another form and is not told why they do not get it
 * (`consent.wish-unmet`; 個人情報保護法 33条2項・3項).
 */
export async function handoverOf(
  work: Work,
  { kind, wish, state, told, handover }: Answered,
): Promise<DataRequest['handover']> {
  if (!isDisclosure(kind) || state === 'DECLINED') {
    if (handover) throw handoverUnfit({})
    return null
  }
  const how = handover?.how ?? (told === 'MAIL' ? 'PORTAL' : undefined)
  if (!how) throw handoverMissing({})
  const today = dayIn(work.now, (await company(work)).timeZone)
  const { on = today, note = '' } = handover ?? {}
  if (on > today) throw handoverUnfit({})
  if (!meetsWish(how, wish) && note === '') throw wishUnmet({})
  return { how, on, note }
}
