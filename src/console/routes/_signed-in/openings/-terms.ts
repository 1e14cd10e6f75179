import { messages } from '../../../../ui/text/messages.ts'

/** What matching knows under one name each; anything else may be typed and meets only the same spelling. */
export const employmentTypes = [
  '正社員',
  '契約社員',
  '派遣社員',
  'パート・アルバイト',
  '業務委託',
  'インターン',
] as const
export const occupations = [
  'ITエンジニア',
  'プロジェクト管理',
  'データ分析',
  'デザイン',
  '営業',
  'マーケティング・広報',
  '経理・財務',
  '人事・総務',
  '事務・管理',
  '企画・経営',
  '販売・接客',
  '物流・運輸',
  '製造・技能',
  '建築・土木',
  '介護・福祉',
  '医療',
  '教育',
] as const
export const prefectures =
  '北海道,青森県,岩手県,宮城県,秋田県,山形県,福島県,茨城県,栃木県,群馬県,埼玉県,千葉県,東京都,神奈川県,新潟県,富山県,石川県,福井県,山梨県,長野県,岐阜県,静岡県,愛知県,三重県,滋賀県,京都府,大阪府,兵庫県,奈良県,和歌山県,鳥取県,島根県,岡山県,広島県,山口県,徳島県,香川県,愛媛県,高知県,福岡県,佐賀県,長崎県,熊本県,大分県,宮崎県,鹿児島県,沖縄県'.split(
    ',',
  )
const romaji =
  'Hokkaido,Aomori,Iwate,Miyagi,Akita,Yamagata,Fukushima,Ibaraki,Tochigi,Gunma,Saitama,Chiba,Tokyo,Kanagawa,Niigata,Toyama,Ishikawa,Fukui,Yamanashi,Nagano,Gifu,Shizuoka,Aichi,Mie,Shiga,Kyoto,Osaka,Hyogo,Nara,Wakayama,Tottori,Shimane,Okayama,Hiroshima,Yamaguchi,Tokushima,Kagawa,Ehime,Kochi,Fukuoka,Saga,Nagasaki,Kumamoto,Oita,Miyazaki,Kagoshima,Okinawa'.split(
    ',',
  )
export const languageCodes = ['en', 'zh', 'ko', 'ja', 'fr', 'de', 'es', 'vi', 'pt'] as const
export const languageLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'] as const

/** The names of what an opening asks, in the reader's language; what is kept is the Japanese name. */
export const termWords = messages({
  ja: {
    named: {} as Record<string, string>,
    language: {
      en: '英語',
      zh: '中国語',
      ko: '韓国語',
      ja: '日本語',
      fr: 'フランス語',
      de: 'ドイツ語',
      es: 'スペイン語',
      vi: 'ベトナム語',
      pt: 'ポルトガル語',
    } as Record<string, string>,
    level: {
      A1: 'A1(あいさつ程度)',
      A2: 'A2(簡単な会話)',
      B1: 'B1(日常会話)',
      B2: 'B2(業務で使える)',
      C1: 'C1(自在に使える)',
      C2: 'C2(極めて高度)',
      NATIVE: '母語',
    } satisfies Record<(typeof languageLevels)[number], string> as Record<string, string>,
  },
  en: {
    named: {
      ...Object.fromEntries(prefectures.map((name, at) => [name, romaji[at] ?? name])),
      正社員: 'Permanent',
      契約社員: 'Fixed term',
      派遣社員: 'Dispatched',
      'パート・アルバイト': 'Part time',
      業務委託: 'Freelance',
      インターン: 'Internship',
      ITエンジニア: 'IT engineer',
      プロジェクト管理: 'Project management',
      データ分析: 'Data analysis',
      デザイン: 'Design',
      営業: 'Sales',
      'マーケティング・広報': 'Marketing',
      '経理・財務': 'Accounting and finance',
      '人事・総務': 'Human resources',
      '事務・管理': 'Administration',
      '企画・経営': 'Planning and management',
      '販売・接客': 'Retail and service',
      '物流・運輸': 'Logistics',
      '製造・技能': 'Manufacturing',
      '建築・土木': 'Construction',
      '介護・福祉': 'Care',
      医療: 'Medical',
      教育: 'Education',
    } as Record<string, string>,
    language: {
      en: 'English',
      zh: 'Chinese',
      ko: 'Korean',
      ja: 'Japanese',
      fr: 'French',
      de: 'German',
      es: 'Spanish',
      vi: 'Vietnamese',
      pt: 'Portuguese',
    },
    level: {
      A1: 'A1 (greetings)',
      A2: 'A2 (simple talk)',
      B1: 'B1 (everyday)',
      B2: 'B2 (at work)',
      C1: 'C1 (fluent)',
      C2: 'C2 (mastery)',
      NATIVE: 'Mother tongue',
    },
  },
})
