import { newId } from '../kernel/ids.ts'
import { inCompany, systemActor } from '../kernel/work.ts'
import { operatorId } from '../modules/accounts/index.ts'
import { contest } from '../modules/disputes/index.ts'
import { referrals, takeBackInNetwork } from '../modules/relay/index.ts'
import type { Stage } from './stage.ts'

/**
 * The operator takes a registration with a throw-away address for a made-up person; the first employer, who met them,
 * contests that, and the operator has yet to decide.
 */
export async function contestRefusal({ installation, desks, tell, settle }: Stage): Promise<void> {
  tell({ ja: '却下された紹介に異議を申し立てています', en: 'Contesting a referral that was refused' })
  const [desk] = desks
  const companyId = await operatorId(installation)
  if (!desk || !companyId) throw new Error('the demonstration has no operator')
  const listed = await desk.work((work) => referrals(work, { limit: 200 }))
  const doubted = listed.find(({ state, signals }) => state === 'HELD' && signals.length > 0)
  if (!doubted) return
  await inCompany(installation, { companyId, actor: systemActor('demonstration') }, (work) =>
    takeBackInNetwork(work, { id: doubted.id, reason: 'fake-person' }),
  )
  await settle()
  await desk.work((work) =>
    contest(work, {
      id: newId(),
      kind: 'REFERRAL',
      subjectId: doubted.letterId,
      text: '実在しない方の登録として却下されましたが、当社の採用サイトからご応募になり、採用担当が電話で日程のご相談をした方です。ご登録のアドレスは応募時のものと異なりますが、ご本人による登録と考えています。応募時の記録をご確認のうえ、再度のご判断をお願いいたします。',
      evidence: ['採用サイトの応募受付記録', '日程のご相談の通話記録(採用担当 佐倉)'],
    }),
  )
  await settle()
}
