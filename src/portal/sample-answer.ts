import type { IntroductionAnswer } from './index.ts'

const yes = (ja: boolean): IntroductionAnswer['consent'] =>
  ja
    ? {
        purpose:
          '求人「倉庫管理システムの開発エンジニア」のご紹介のため、ご本人の氏名・連絡先・経歴を合同会社あおば物流テックに提供すること',
        uses: '合同会社あおば物流テックが、求人「倉庫管理システムの開発エンジニア」の内容のご説明と、その選考についてのご連絡のためにのみ使用します。',
        stop: 'いつでも「同意の確認と撤回」から撤回できます。',
        until: '2027-01-08T02:00:00Z',
      }
    : {
        purpose:
          'Your name, contacts and career are given to Aoba Logistics Tech LLC for the opening “Engineer, warehouse system”',
        uses: 'Aoba Logistics Tech LLC uses them only to explain the opening “Engineer, warehouse system” to you and to contact you about its selection.',
        stop: 'You can withdraw at any time under “Consents”.',
        until: '2027-01-08T02:00:00Z',
      }

export function answer(ja: boolean): IntroductionAnswer {
  return {
    id: 'i1',
    state: 'OPEN',
    answerBy: '2026-07-17T09:00:00Z',
    answeredAt: null,
    job: {
      companyName: ja ? '合同会社あおば物流テック' : 'Aoba Logistics Tech LLC',
      companyAddress: ja ? '神奈川県横浜市西区港町1-2-3' : '1-2-3 Minatocho, Nishi-ku, Yokohama',
      openingTitle: ja ? '倉庫管理システムの開発エンジニア' : 'Engineer, warehouse system',
      occupation: ja ? 'ITエンジニア' : 'IT engineer',
      places: ja ? '横浜市（最寄り駅から徒歩5分）' : 'Yokohama',
      employmentType: ja
        ? '正社員（試用期間3か月、条件の変更なし）'
        : 'Permanent (3 months of probation on the same terms)',
      salary: ja ? '520万円～680万円' : '¥5.2 to 6.8 million',
      remote: ja ? '週3日まで' : 'Up to 3 days a week',
      description: ja
        ? '全国12か所の倉庫で使う在庫管理システムの設計と開発をお任せします。\n6名のチームで、現場の方と話しながら進めます。'
        : 'Design and build the stock system used in 12 warehouses.\nA team of 6, close to the people on the floor.',
      reasons: ja
        ? ['在庫管理システムの開発経験', '希望勤務地と一部リモートの希望が合うこと']
        : ['Experience with stock systems', 'Your wishes for place and partly remote work fit'],
    },
    consent: yes(ja),
    shown: 'sample',
    disclosed: [
      { label: ja ? 'お名前' : 'Name', value: ja ? '髙橋 遥' : 'Haruka Takahashi' },
      { label: ja ? 'メールアドレス' : 'Mail address', value: 'haruka@mail.example' },
      {
        label: ja ? '職務経歴の概要' : 'Work history in short',
        value: ja ? '2019年4月～ 物流会社の情報システム部' : 'Since April 2019: IT department of a logistics company',
      },
    ],
    questions: [
      {
        from: 'PERSON',
        text: ja ? '出社日は選べますか。' : 'May I choose the days on site?',
        at: '2026-07-06T05:00:00Z',
      },
      {
        from: 'COMPANY',
        text: ja ? '火曜日のほかは、ご自身で選んでいただけます。' : 'Apart from Tuesdays, yes.',
        at: '2026-07-07T01:30:00Z',
      },
    ],
    promises: [
      { ...samplePromise, id: 'p1', kind: 'GUARANTEED_INTERVIEW', steps: [], days: 10 },
      { ...samplePromise, id: 'p2', kind: 'STEP_WAIVER', steps: ['DOCUMENT_SCREENING', 'APTITUDE_TEST'], days: 10 },
      { ...samplePromise, id: 'p3', kind: 'ANSWER', steps: [], days: 3 },
    ],
    steps: [],
    employerRecord: { kept: 22, broken: 2, introductions: 13 },
    asked: false,
    problems: [],
    entered: {},
  }
}

const samplePromise = {
  state: null,
  settledBy: null,
  dueAt: null,
  settledAt: null,
  mayRelease: false,
  mayObject: false,
  said: null,
  objection: null,
} as const

/** The same promises after a yes: one open, one kept as the employer says, one broken. */
export function promisesInForce({ promises }: IntroductionAnswer): IntroductionAnswer['promises'] {
  const dueAt = '2026-07-23T14:59:59Z'
  const stands = [
    { state: 'PENDING', mayRelease: true },
    { state: 'KEPT', settledBy: 'STAFF', settledAt: '2026-07-14T03:00:00Z', mayObject: true },
    { state: 'BROKEN', settledBy: 'CLOCK', settledAt: '2026-07-13T14:59:59Z' },
  ] as const
  return promises.map((one, at) => ({ ...one, dueAt, ...stands[at] }))
}
