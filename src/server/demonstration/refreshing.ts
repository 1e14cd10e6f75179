import { newId } from '../kernel/ids.ts'
import { recordBasis } from '../modules/consent/index.ts'
import {
  answerRefresh,
  approvePlan,
  changeAsking,
  planOfToday,
  stopAsking,
  toConfirm,
  type Statement,
} from '../modules/freshness/index.ts'
import { purposeOf } from './notice/privacy-notice-parts.ts'
import type { Stage } from './stage.ts'

const asked = 9

/** The first employer switches asking on and approves the first of its plan; answers who was asked, in order. */
export async function askToConfirm({ desks, tell, settle }: Stage): Promise<string[]> {
  const [desk] = desks
  if (!desk) return []
  tell({ ja: '登録内容の確認をお願いしています', en: 'Asking whether entries still hold' })
  await desk.work((work) =>
    recordBasis(work, {
      id: newId(),
      kind: 'REFRESH',
      purpose: purposeOf(desk.employer, 'REFRESH'),
      legalBasis: 'PUBLISHED_PURPOSE',
      mailPermission: 'ADDRESS_GIVEN',
      explanation:
        '採用サイトの「応募者の個人情報の取扱い」に利用目的として掲げ、応募時に本人からアドレスの通知を受けている(架空の記載)。',
    }),
  )
  await desk.work((work) => changeAsking(work, { isOn: true }))
  const { people } = await desk.work(planOfToday)
  const personIds = people.slice(0, asked).map(({ personId }) => personId)
  if (personIds.length > 0) await desk.work((work) => approvePlan(work, { id: newId(), personIds }))
  await settle()
  return personIds
}

/** Three confirm everything, one has changed employers, one does not want to be asked again; the others are silent. */
export async function answerQuestions({ desks, settle }: Stage, personIds: readonly string[]): Promise<void> {
  const [desk] = desks
  if (!desk) return
  for (const [at, personId] of personIds.slice(0, 5).entries())
    await desk.work(async (work) => {
      if (at === 4) return stopAsking(work, personId)
      const { fields } = await toConfirm(work, personId)
      const statements = fields.flatMap(({ field, value }): Statement[] =>
        value === null ? [] : [{ field, value, isChange: false }],
      )
      const moved: Statement[] =
        at === 3 ? [{ field: 'employer', value: '株式会社みちくさ製作所', isChange: true }] : []
      const kept = statements.filter(({ field }) => moved.every((one) => one.field !== field))
      await answerRefresh(work, { id: newId(), personId, statements: [...kept, ...moved] })
    })
  await settle()
}
