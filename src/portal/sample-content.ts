import type { Language, MenuEntry, PublicFrame, SessionFrame } from './frame.ts'
import type { Html } from './html.ts'
import type { ConsentOffer, KnownField, Receipt, Share, Wishes } from './index.ts'

const assets = { stylesheet: { href: '/assets/portal.css', integrity: 'sha384-x' }, script: null }

/** A page with made-up content, for pictures and for the checks that every page must pass. */
export interface Sample {
  name: string
  page: Html
}

export interface SampleSettings {
  language: Language
  assets?: PublicFrame['assets']
}

export function frames({ language, assets: files = assets }: SampleSettings) {
  const ja = language === 'ja'
  const open: PublicFrame = {
    language,
    path: '/home',
    timeZone: 'Asia/Tokyo',
    assets: files,
    service: {
      name: ja ? 'キャリアリレー 襷' : 'Career Relay Tasuki',
      operatorName: ja ? '一般社団法人たすき運営機構' : 'Tasuki Operations Association',
      contactEmail: 'support@tasuki.example',
      contactHours: ja
        ? '平日 10時～17時（翌営業日までにお返事します）'
        : 'Weekdays 10:00 to 17:00, answered by the next business day',
      privacyUrl: 'https://tasuki.example/privacy',
    },
    guard: { csrf: 'csrf-sample', idempotencyId: '0198f3a0-0000-7000-8000-000000000001' },
  }
  const session = (current: MenuEntry | null, member = true): SessionFrame => ({
    ...open,
    writer: {
      companyName: ja ? '株式会社みなとシステムズ' : 'Minato Systems Inc.',
      contactName: ja ? '森田' : 'Ms Morita',
      contactEmail: 'saiyo@minato-systems.example',
    },
    menu: { current, member, openIntroductions: member ? 1 : 0 },
  })
  return { open, session, ja }
}

export function fields(ja: boolean): KnownField[] {
  const form = ja ? '応募フォーム' : 'Application form'
  const board = ja ? '求人媒体「しごとの港」' : 'Job board “Shigoto no Minato”'
  return [
    {
      claimId: 'c1',
      field: 'name',
      value: ja ? '髙橋 遥' : 'Haruka Takahashi',
      source: form,
      observedAt: '2026-05-11T03:00:00Z',
      confirmed: true,
    },
    {
      claimId: 'c2',
      field: 'email',
      value: 'haruka@mail.example',
      source: form,
      observedAt: '2026-05-11T03:00:00Z',
      confirmed: true,
    },
    {
      claimId: 'c3',
      field: 'prefecture',
      value: ja ? '神奈川県' : 'Kanagawa',
      source: board,
      observedAt: '2026-04-02T03:00:00Z',
      confirmed: false,
      correction: { number: '5F0C2B9A1D3E', dueAt: '2026-07-17T03:00:00Z' },
    },
    {
      claimId: 'c4',
      field: 'workHistory',
      value: ja
        ? '2019年4月～ 物流会社の情報システム部\n在庫管理システムの開発と保守を担当'
        : 'Since April 2019: IT department of a logistics company\nDeveloped and maintained the stock system',
      source: board,
      observedAt: '2026-04-02T03:00:00Z',
      confirmed: false,
      correction: { number: '8B1C7D20E4F6', dueAt: null },
    },
    {
      claimId: 'c5',
      field: { label: ja ? 'ポートフォリオ' : 'Portfolio' },
      value: 'https://haruka-takahashi-works.example/portfolio/2026/inventory-management-system',
      source: form,
      observedAt: '2026-05-11T03:00:00Z',
      confirmed: true,
    },
  ]
}

export function offers(ja: boolean): ConsentOffer[] {
  const items = ja
    ? ['希望職種', '希望勤務地', '年収の幅', 'スキル', '経験年数の幅']
    : ['occupations', 'places', 'salary range', 'skills', 'range of years of experience']
  return [
    {
      id: 'network',
      purposeTitle: ja ? '匿名プロフィールの掲載' : 'Show an anonymous profile',
      purposeText: ja
        ? '参加企業が、ご希望に合う募集があるかを探すために、お名前のわからない形で掲載します。'
        : 'Member companies may look for people whose wishes fit an opening. They do not see who you are.',
      textVersion: '2026-06-01',
      recipientName: ja ? 'キャリアリレー参加企業（現在38社）' : 'Member companies (38 at present)',
      items,
      identified: false,
      until: '2027-01-03',
      isRenewed: true,
    },
    {
      id: 'flowback',
      purposeTitle: ja ? 'その後の状況のお知らせ' : 'Let them know how you are doing',
      purposeText: ja
        ? '再びご案内する時期の参考にするため、「活動中」「選考中」「決定」のいずれかだけをお伝えします。企業名はお伝えしません。'
        : 'So that they approach you at the right time, they learn only “looking”, “in process” or “placed”, never the employer.',
      textVersion: '2026-06-01',
      recipientName: ja ? '株式会社みなとシステムズ' : 'Minato Systems Inc.',
      items: ja ? ['活動の状況（3段階）'] : ['your situation (one of three)'],
      identified: true,
      until: '2027-01-03',
      isRenewed: true,
    },
  ]
}

export function wishes(ja: boolean): Wishes {
  return {
    displayName: ja ? '髙橋' : 'Haruka',
    occupations: ['it'],
    prefectures: ['14'],
    remote: 'PARTLY',
    salary: '520',
    startFrom: '',
    skills: ja ? 'Java、SQL、基本情報技術者' : 'Java, SQL',
    workHistory: '',
  }
}

export function options(ja: boolean) {
  const of = (pairs: [string, string, string][]) =>
    pairs.map(([value, japanese, english]) => ({ value, label: ja ? japanese : english }))
  return {
    occupations: of([
      ['it', 'ITエンジニア', 'IT engineer'],
      ['pm', 'プロジェクト管理', 'Project management'],
      ['sales', '営業', 'Sales'],
      ['office', '事務・管理', 'Administration'],
      ['design', 'デザイン', 'Design'],
    ]),
    prefectures: {
      near: of([['14', '神奈川県', 'Kanagawa']]),
      regions: [
        {
          label: ja ? '関東' : 'Kanto',
          options: of([
            ['13', '東京都', 'Tokyo'],
            ['12', '千葉県', 'Chiba'],
            ['11', '埼玉県', 'Saitama'],
          ]),
        },
        ...(ja
          ? ['北海道・東北', '中部', '近畿', '中国・四国', '九州・沖縄']
          : ['Hokkaido, Tohoku', 'Chubu', 'Kinki', 'Chugoku, Shikoku', 'Kyushu and Okinawa']
        ).map((label, at) => ({ label, options: of([[`r${at}`, '例', 'Example']]) })),
      ],
    },
  }
}

export function receipt(ja: boolean): Receipt {
  const offer = offers(ja)[0]!
  return {
    receiptId: 'r1',
    number: 'R-2026-000184',
    event: 'GIVEN',
    purposeTitle: offer.purposeTitle,
    recipientName: offer.recipientName,
    at: '2026-07-03T05:12:00Z',
    textVersion: '2026-06-01',
    textHash: '9f2c1e7bd04a55c8e1b3f60792ad41c39f2c1e7bd04a55c8e1b3f60792ad41c3',
    notice: { version: 3, href: '/privacy/0198f3a0-0000-7000-8000-000000000001/versions/3' },
    controllerName: ja ? '一般社団法人たすき運営機構' : 'Tasuki Operations Association',
    offer,
    fullText: offer.purposeText,
    jsonHref: '/receipts/r1.jsonld',
  }
}

export function share(ja: boolean): Share {
  return {
    id: 's1',
    recipientName: ja ? '合同会社あおば物流テック' : 'Aoba Logistics Tech LLC',
    recipientAddress: ja ? '神奈川県横浜市西区港町1-2-3' : '1-2-3 Minatocho, Nishi-ku, Yokohama',
    recipientRepresentative: ja ? '青葉 直樹' : 'Naoki Aoba',
    at: '2026-07-08T02:00:00Z',
    items: ja ? ['お名前', 'メールアドレス', '職務経歴の概要'] : ['name', 'mail address', 'work history'],
    purposeTitle: ja
      ? '求人「倉庫管理システムの開発エンジニア」のご紹介のため、ご本人の氏名・連絡先・経歴を合同会社あおば物流テックに提供すること'
      : 'Your name, contacts and career are given to Aoba Logistics Tech LLC for the opening “Engineer, warehouse system”',
    receiptNumber: 'R-2026-000191',
    receiptId: 'r2',
    obtainedHow: ja ? 'ご本人がリレーへの登録の際に入力' : 'Entered by you when you registered',
    state: 'DELIVERED',
  }
}

/** What somebody chose among the settings: quiet hours, hidden from one line of business, asked to volunteer. */
export const chosenInSettings = {
  quiet: { from: 21, until: 8 },
  hiddenIndustries: ['G'],
  isAskedForAudit: true,
  saved: false,
}
