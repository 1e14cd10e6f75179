import type { PersonField } from '../../contract/people/person-fields.ts'
import { newId } from '../kernel/ids.ts'
import { recordAndLink } from '../modules/linkage/index.ts'
import { recordApplication } from '../modules/selection/index.ts'
import { dayMs, type Stage } from './stage.ts'

type Facts = Partial<Record<PersonField, string>> & { label: string; daysAgo: number }

const form = '採用サイトの応募フォーム'
const event = '会社説明会の参加者名簿'
const agency = '人材紹介会社からの推薦'

/**
 * People of whom only a human can say whether they are one: a slip in a birth date, a name without anything else three
 * times over, twins, a telephone that a whole office uses, a name that changed.
 */
const doubtful: readonly Facts[] = [
  {
    name: '九十九 透',
    nameKana: 'ツクモ トオル',
    phone: '090-5550-0141',
    birthDate: '1991-03-12',
    label: form,
    daysAgo: 3,
  },
  {
    name: '九十九 透',
    phone: '090-5550-0141',
    birthDate: '1991-03-21',
    email: 't.tsukumo@mail.example',
    label: agency,
    daysAgo: 160,
  },
  { name: '小鳥遊 千里', nameKana: 'タカナシ チサト', prefecture: '神奈川県', label: event, daysAgo: 12 },
  { name: '小鳥遊 千里', nameKana: 'タカナシ チサト', employer: '湊製作所', label: form, daysAgo: 5 },
  { name: '小鳥遊 千里', employer: '湊製作所', label: agency, daysAgo: 200 },
  {
    name: '四月一日 葵',
    phone: '045-555-0167',
    birthDate: '1998-05-30',
    city: '横浜市西区',
    prefecture: '神奈川県',
    label: form,
    daysAgo: 9,
  },
  {
    name: '四月一日 蓮',
    phone: '045-555-0167',
    birthDate: '1998-05-30',
    city: '横浜市西区',
    prefecture: '神奈川県',
    label: form,
    daysAgo: 9,
  },
  ...['伊集院 司', '勅使河原 翠', '東雲 楓', '長曽我部 樹'].map((name): Facts => ({
    name,
    phone: '03-5550-0188',
    employer: '架空人材サービス',
    label: agency,
    daysAgo: 90,
  })),
  { name: '東雲 楓', phone: '03-5550-0188', nameKana: 'シノノメ カエデ', label: event, daysAgo: 20 },
  {
    name: '水無月 結衣',
    email: 'yui.minazuki@mail.example',
    employer: '青葉電機',
    prefecture: '東京都',
    label: form,
    daysAgo: 400,
  },
  {
    name: '如月 結衣',
    email: 'yui.minazuki@mail.example',
    employer: '青葉電機',
    prefecture: '東京都',
    label: form,
    daysAgo: 6,
  },
]

/** Puts them before the first employer, oldest first. */
export async function doubt({ desks, tell }: Stage): Promise<void> {
  const [desk] = desks
  if (!desk) return
  tell({ ja: '重複かもしれない方々', en: 'People who may be one' })
  const title = desk.employer.openings[0]!
  for (const { label, daysAgo, ...facts } of doubtful.toSorted((one, other) => other.daysAgo - one.daysAgo))
    await desk.work(async (work) => {
      const at = new Date(work.now.getTime() - daysAgo * dayMs)
      const { sourceRecordId } = await recordAndLink(work, {
        id: newId(),
        kind: label === form ? 'FORM' : 'IMPORT',
        label,
        observedAt: at,
        claims: Object.entries(facts).map(([field, value]) => ({ field: field as PersonField, value })),
      })
      if (label === form)
        await recordApplication(work, {
          id: newId(),
          sourceRecordId,
          channel: 'DIRECT',
          appliedAt: at,
          live: false,
          openingTitle: title,
        })
    })
}
