import * as portal from './index.ts'
import { chosenInSettings, frames, type Sample } from './sample-content.ts'

const auditor = (ja: boolean) => (ja ? 'たすき運営機構' : 'Tasuki Operations')

const auditOffer = (ja: boolean): portal.ConsentOffer => ({
  id: 'impact',
  purposeTitle: ja
    ? `${auditor(ja)}が、順位付けに偏りがないかを確かめるために、任意の回答を集計すること`
    : `${auditor(ja)} counts your voluntary answers to check that ranking disadvantages nobody`,
  purposeText: ja
    ? '集計にのみ使用します。参加企業には提供せず、募集の検索・順位付け・選考には使用しません。'
    : 'They are used for counting alone. No employer receives them, and no search, ranking or selection uses them.',
  textVersion: '1',
  recipientName: auditor(ja),
  items: ja ? ['性別', '人種・民族'] : ['sex', 'race and ethnicity'],
  identified: true,
  until: '2027-11-03T05:12:00Z',
  isRenewed: false,
})

export function settingSamples({ session, ja }: ReturnType<typeof frames>): Sample[] {
  return [
    {
      name: 'impact',
      page: portal.impactPage(session('settings'), {
        audit: { operatorName: auditor(ja), jurisdiction: 'US_NEW_YORK_CITY', offer: auditOffer(ja) },
        answers: null,
        chosen: { sex: null, race: null },
        justDone: null,
        problems: [],
      }),
    },
    {
      name: 'settings',
      page: portal.settingsPage(session('settings'), {
        askedFrom: '2028-06-03T05:12:00Z',
        search: { level: 'OPEN', until: '2026-12-31', earliest: '2026-10-01' },
        budget: { limit: 4, used: 1, choices: [0, 2, 4, 8, 12] },
        mailLanguage: ja ? 'ja' : 'en',
        blocks: [
          {
            blockId: 'b1',
            companyName: ja ? '東洋港湾倉庫株式会社' : 'Toyo Harbour Warehouses',
            since: '2026-07-03T05:12:00Z',
            meant: [],
          },
          {
            blockId: 'b2',
            companyName: ja ? 'みなと物流' : 'Minato Logistics',
            since: '2026-07-04T05:12:00Z',
            meant: ['みなと物流株式会社'],
          },
        ],
        employer: '',
        ...chosenInSettings,
        justBlocked: 'b1',
        problems: [],
      }),
    },
  ]
}
