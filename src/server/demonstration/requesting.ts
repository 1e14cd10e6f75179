import { newId } from '../kernel/ids.ts'
import { inCompany } from '../kernel/work.ts'
import { answerRequest, checkIdentity, openRequest } from '../modules/consent/index.ts'
import { keepCorrected, personActor } from '../modules/portal/index.ts'
import { application } from '../modules/selection/index.ts'
import { mailOf, type Applying } from './applying.ts'
import { unregistered } from './people/cast.ts'
import type { Stage } from './stage.ts'

/** Among the first employer's applicants with this fate, the first who is nobody's example of something else. */
function applicantOf(stage: Stage, applying: readonly Applying[], fate: Applying['fate']): Applying {
  const [desk] = stage.desks
  const found = applying.find((one) => one.desk === desk && one.fate === fate && mailOf(one.person) !== unregistered)
  if (!found) throw new Error(`nobody in the demonstration has the fate ${fate}`)
  return found
}

const personOf = ({ desk, applicationId }: Applying): Promise<string> =>
  desk.work(async (work) => (await application(work, applicationId)).personId)

/** Somebody asks by letter what is held of them; the employer makes sure who writes, and answers by mail. */
export async function disclose(stage: Stage, applying: readonly Applying[]): Promise<void> {
  stage.tell({ ja: 'ご本人からの開示のご請求に回答しています', en: 'Answering a request for disclosure' })
  const asker = applicantOf(stage, applying, 'REJECT_AFTER_INTERVIEW')
  const personId = await personOf(asker)
  const id = newId()
  const said = '貴社が保有している私の個人データと、選考での評価の開示を求めます。'
  const wish = 'ELECTRONIC' as const
  await asker.desk.work((work) => openRequest(work, { id, kind: 'DISCLOSURE', via: 'MAIL', personId, said, wish }))
  await stage.pass(2)
  const checked = { id, personId, how: 'DOCUMENT', note: '運転免許証の写しで、氏名・住所・生年月日を確認' }
  await asker.desk.work((work) => checkIdentity(work, checked))
  await asker.desk.work((work) =>
    answerRequest(work, {
      id,
      state: 'PARTIAL',
      answer:
        'お申し出のあった個人データは、メニューの「応募の記録と登録情報」ですべてご覧いただけます。電子データでの写しは、「開示・利用停止などのご請求」からお受け取りいただけます。',
      grounds: ['HINDRANCE'],
      refused: '面接官ごとの評価と所見。開示により、今後の選考の適正な実施に著しい支障を及ぼすおそれがあるためです。',
      told: 'MAIL',
      erase: false,
    }),
  )
  await stage.settle()
}

/** Somebody corrects two entries on their page; the employer has not answered yet. */
export async function correct(stage: Stage, applying: readonly Applying[]): Promise<void> {
  const asker = applicantOf(stage, applying, 'WITHDRAW')
  const personId = await personOf(asker)
  const requestId = newId()
  const { employer, phones } = asker.person
  const corrections = [
    { field: 'employer' as const, from: employer, value: '株式会社みらい設計', note: '今年の春に転職しました。' },
    { field: 'phone' as const, from: phones[0] ?? '', value: '090-5550-0163', note: '' },
  ]
  const opening = { companyId: asker.desk.companyId, actor: personActor({ personId }) }
  await inCompany(stage.installation, opening, async (work) => {
    for (const said of corrections) await keepCorrected(work, { requestId, personId, said })
    await openRequest(work, {
      id: requestId,
      kind: 'CORRECTION',
      via: 'PORTAL',
      identity: 'CODE_BY_MAIL',
      personId,
      said: '',
      corrections,
    })
  })
  await stage.settle()
}
