import type { NewCompany } from '../../modules/accounts/index.ts'

/** Nobody and nothing here exists; every address ends in `.example`. */
export const password = 'tasuki-demo-2026'

/** Who got the first employer's letter and leaves its link to whoever looks at the demonstration (README, step 3). */
export const unregistered = 'shinobu.hira566@docomo.example'

export type Employer = {
  company: NewCompany
  /** Who stands in the employer's privacy notice: its head, and who answers for personal data. */
  representative: { ja: string; en: string }
  privacyOfficer: { ja: string; en: string }
  owner: { name: string; email: string }
  interviewers: readonly { name: string; email: string }[]
  /** Titles of the openings people apply for in turn, by `openings` of selection.ts. */
  openings: readonly string[]
  /** Rows of the exports that it imports as history. */
  history: number
  /** People who apply at the beginning of the story and are all decided, and people of the last three weeks. */
  applicants: number
  recent: number
  seed: number
}

const licensed = { operatingMode: 'PLACEMENT', licenceNumber: '13-ユ-000000(架空)' } as const

export const operator: NewCompany = {
  name: '襷ネットワーク運営事務局(架空)',
  nameEn: 'Tasuki Network Office (fictitious)',
  address: '東京都千代田区架空町1-1-1',
  representative: '代表理事 襷田 結(架空)',
  contactMail: 'office@network.example',
  ...licensed,
}

export const employers: readonly Employer[] = [
  {
    company: {
      name: 'さくらテクノロジー株式会社',
      nameEn: 'Sakura Technology',
      corporateNumber: '8000000000001',
      address: '東京都渋谷区架空台2-3-4',
      contactMail: 'saiyo@sakura.example',
      industry: 'G',
      employees: 'UNDER_300',
      ...licensed,
    },
    representative: { ja: '代表取締役社長 佐倉 恒一', en: 'Koichi Sakura, President' },
    privacyOfficer: { ja: '人事部長 佐倉 美咲', en: 'Misaki Sakura, Head of Human Resources' },
    owner: { name: '佐倉 美咲', email: 'misaki@sakura.example' },
    interviewers: [
      { name: '面川 亮', email: 'ryo@sakura.example' },
      { name: '葉山 千尋', email: 'chihiro@sakura.example' },
    ],
    openings: ['バックエンドエンジニア', 'フロントエンドエンジニア', '法人営業'],
    history: 150,
    applicants: 48,
    recent: 18,
    seed: 11,
  },
  {
    company: {
      name: 'みなと物流株式会社',
      nameEn: 'Minato Logistics',
      corporateNumber: '7000000000002',
      address: '神奈川県横浜市西区架空浜5-6',
      contactMail: 'saiyo@minato.example',
      industry: 'H',
      employees: 'UNDER_1000',
      ...licensed,
    },
    representative: { ja: '代表取締役社長 湊 修三', en: 'Shuzo Minato, President' },
    privacyOfficer: { ja: '管理本部長 湊 大輔', en: 'Daisuke Minato, Head of Administration' },
    owner: { name: '湊 大輔', email: 'daisuke@minato.example' },
    interviewers: [{ name: '浜田 恵', email: 'megumi@minato.example' }],
    openings: ['法人営業', '法人営業', 'カスタマーサクセス'],
    history: 60,
    applicants: 30,
    recent: 11,
    seed: 22,
  },
  {
    company: {
      name: 'あおば精機株式会社',
      nameEn: 'Aoba Precision',
      corporateNumber: '6000000000003',
      address: '愛知県名古屋市中村区架空町7-8',
      contactMail: 'saiyo@aoba.example',
      industry: 'E',
      employees: 'UNDER_300',
      ...licensed,
    },
    representative: { ja: '代表取締役社長 青葉 義彦', en: 'Yoshihiko Aoba, President' },
    privacyOfficer: { ja: '総務部長 青葉 直樹', en: 'Naoki Aoba, Head of General Affairs' },
    owner: { name: '青葉 直樹', email: 'naoki@aoba.example' },
    interviewers: [{ name: '若林 誠', email: 'makoto@aoba.example' }],
    openings: ['バックエンドエンジニア', '生産技術'],
    history: 0,
    applicants: 15,
    recent: 6,
    seed: 33,
  },
]

/** Joined the network a moment ago: the operator has not looked at its papers yet. */
export const newcomer: Pick<Employer, 'company' | 'owner'> = {
  company: {
    name: 'こだま食品株式会社',
    nameEn: 'Kodama Foods',
    corporateNumber: '5000000000004',
    address: '大阪府大阪市北区架空島9-10',
    contactMail: 'saiyo@kodama.example',
    industry: 'E',
    employees: 'UNDER_300',
    operatingMode: 'INFO_PROVISION',
  },
  owner: { name: '児玉 真由', email: 'mayu@kodama.example' },
}
