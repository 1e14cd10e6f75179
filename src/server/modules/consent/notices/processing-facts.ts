import type { ProcessingActivity, ProcessingField } from '../../../../contract/consent/processing.ts'
import { retentionWords } from '../../../../contract/retention/retention-words.ts'
import type { ProcessingFact } from '../../../kernel/module.ts'
import type { Work } from '../../../kernel/work.ts'
import { company, operatingMode, staff, type OperatingMode } from '../../accounts/index.ts'
import { bases } from './basis.ts'
import { rules } from '../retention/retention-rules.ts'
import { recipientNames } from './store-processing.ts'

export type Language = 'ja' | 'en'
export type FilledIn = Record<ProcessingField, string>

/** What the installation really does, read once for all entries. */
export type Circumstances = {
  mode: OperatingMode
  purposes: ReadonlyMap<string, string>
  facts: readonly ProcessingFact[]
  recipients: readonly string[]
  retention: readonly string[]
  safeguards: readonly string[]
  staffCount: number
}

export async function circumstances(work: Work, language: Language): Promise<Circumstances> {
  const facts: ProcessingFact[] = []
  for (const { contributions } of work.installation.modules)
    facts.push(...((await contributions.processing?.(work)) ?? []))
  const { starts, classes } = retentionWords[language]
  const kept = (await rules(work)).filter(({ isOn }) => isOn)
  const months = (rule: (typeof kept)[number]) =>
    language === 'ja'
      ? `${classes[rule.class]}: ${starts[rule.startsAt]}から${rule.months}か月`
      : `${classes[rule.class]}: ${rule.months} months from ${starts[rule.startsAt]}`
  return {
    mode: await operatingMode(work),
    purposes: new Map((await bases(work)).toReversed().map((one) => [one.kind, one.purpose])),
    facts,
    recipients: await recipientNames(work),
    retention: kept.map(months),
    safeguards: await safeguards(work, language),
    staffCount: (await staff(work)).length,
  }
}

/** What guards the data, said as it is set here and now. */
async function safeguards(work: Work, language: Language): Promise<string[]> {
  const { config } = work.installation
  const isTwoFactor = config.production || (await company(work)).settings.requireTwoFactor === true
  const mailHost = config.SMTP_URL ? new URL(config.SMTP_URL).hostname : null
  const said: readonly (readonly [ja: string, en: string])[] = [
    [
      '役割ごとの権限(所有者・管理者・採用担当・面接官・分析・監査)',
      'Rights by role (owner, admin, recruiter, interviewer, analyst, auditor)',
    ],
    isTwoFactor
      ? ['二段階認証を必須としている', 'A second factor is required']
      : ['二段階認証は任意', 'A second factor is optional'],
    [
      '会社ごとのデータの区切り(データベースの行単位の制限)',
      'Each company’s rows are fenced in the database (row security)',
    ],
    config.FILE_KEY
      ? ['履歴書などのファイルを暗号化(ファイル専用の鍵)', 'Files are encrypted (key kept for files alone)']
      : [
          '履歴書などのファイルを暗号化(鍵はシステムの秘密から生成)',
          'Files are encrypted (key derived from the installation’s secret)',
        ],
    ['閲覧・変更の記録(改ざんを検知できる監査ログ)', 'Reads and changes are in an audit log that shows tampering'],
    ['職業安定法5条の5などにより収集できない情報の検知と伏せ字', 'What may not be collected is detected and masked'],
    mailHost
      ? [`メール送信: ${mailHost}`, `Mail leaves by ${mailHost}`]
      : ['メール送信: 外部に送らない設定', 'Mail is not sent outside'],
  ]
  return said.map(([ja, en]) => (language === 'ja' ? ja : en))
}

type Prefill = Record<ProcessingActivity, Record<Language, Pick<FilledIn, 'purpose' | 'people' | 'data'>>>

const prefill: Prefill = {
  SELECTION: {
    ja: {
      purpose: '応募の受付、選考、その結果のご連絡',
      people: '応募者',
      data: '氏名、連絡先、学歴・職歴、資格・技能、応募書類、選考の経過、評価',
    },
    en: {
      purpose: 'Receiving applications, selecting, telling the result',
      people: 'Applicants',
      data: 'Name, contacts, education and career, skills, papers, course of the selection, evaluations',
    },
  },
  POOL: {
    ja: {
      purpose: '今後の募集のご案内のための保管',
      people: '応募者、イベント参加者、同意により登録された方',
      data: '氏名、連絡先、職歴・技能、希望条件、タグ、過去の選考の経過',
    },
    en: {
      purpose: 'Keeping to tell of later openings',
      people: 'Applicants, attendees of events, people who registered by consent',
      data: 'Name, contacts, career and skills, wishes, tags, earlier selections',
    },
  },
  LETTER: {
    ja: {
      purpose: '選考結果のご連絡と、希望される方への今後のご案内',
      people: '不採用となった応募者',
      data: '氏名、メールアドレス、応募先、選考の結果',
    },
    en: {
      purpose: 'Telling the result, and what is next for those who want it',
      people: 'Applicants who were not selected',
      data: 'Name, mail address, opening, result',
    },
  },
  RELAY: {
    ja: {
      purpose: '本人の同意に基づく、他社の求人とのお引き合わせ',
      people: 'リレーに登録した本人',
      data: '匿名化したプロフィール、同意された場合の氏名・連絡先・経歴、到達した選考段階、登録時の端末と接続元を照合する符号(不正な登録の防止、30日)',
    },
    en: {
      purpose: 'Bringing people together with other employers, by their consent',
      people: 'Members of the relay',
      data: 'An anonymous profile; name, contacts and career where agreed; the stage reached; marks that compare device and network of a registration (against fraud, 30 days)',
    },
  },
  REQUESTS: {
    ja: {
      purpose: '開示・訂正・利用停止・消去などの請求への対応と記録',
      people: '請求された本人・代理人',
      data: '請求の内容、本人確認の方法、回答',
    },
    en: {
      purpose: 'Answering and recording requests for disclosure, correction, a stop, erasure',
      people: 'Who asked, and their agents',
      data: 'What was asked, how the identity was checked, the answer',
    },
  },
  STAFF: {
    ja: {
      purpose: '利用者の認証と権限の管理、操作の記録',
      people: '自社の担当者',
      data: '氏名、メールアドレス、役割、操作の記録',
    },
    en: {
      purpose: 'Signing staff in, their rights, and a record of what they did',
      people: 'Own staff',
      data: 'Name, mail address, role, what was done',
    },
  },
}

const isRelay = (mode: OperatingMode) => mode === 'PLACEMENT' || mode === 'INFO_PROVISION'

/** The entries that apply here: without relay there is none of it, unless something was provided before. */
export const activitiesHere = ({ mode, recipients }: Circumstances, all: readonly ProcessingActivity[]) =>
  all.filter((activity) => activity !== 'RELAY' || isRelay(mode) || recipients.length > 0)

/** What records and settings say of one entry. */
export function filledIn(activity: ProcessingActivity, language: Language, given: Circumstances): FilledIn {
  const words = prefill[activity][language]
  const none = language === 'ja' ? 'なし' : 'None'
  const listed = (lines: readonly string[]) => (lines.length > 0 ? lines.join('\n') : none)
  const of = (kind: ProcessingFact['kind']) =>
    given.facts.filter((fact) => fact.kind === kind && fact.activity === activity).map((fact) => fact[language])
  const long: Partial<Record<ProcessingActivity, string>> = {
    REQUESTS:
      language === 'ja'
        ? '対応の記録は、本人の消去後も識別情報を除いて保存'
        : 'Kept without the identity after an erasure',
    STAFF:
      language === 'ja' ? '在籍中と、操作の記録が必要な期間' : 'While employed, and as long as the record is needed',
    RELAY:
      language === 'ja'
        ? '同意の期間。提供の記録は3年'
        : 'As long as the consent; records of provisions for three years',
  }
  const unset =
    language === 'ja'
      ? '保存期間のルールは未設定(利用目的に必要な期間)'
      : 'No rule is set (as long as the purpose needs it)'
  return {
    ...words,
    purpose: given.purposes.get(activity) ?? words.purpose,
    sources: listed([
      ...of('SOURCE'),
      ...(activity === 'STAFF'
        ? []
        : [language === 'ja' ? '本人(応募・ポータル)' : 'The person (application, portal)']),
    ]),
    recipients: listed([...of('RECIPIENT'), ...(activity === 'RELAY' ? given.recipients : [])]),
    retention: long[activity] ?? (given.retention.length > 0 ? given.retention.join('\n') : unset),
    safeguards: given.safeguards.join('\n'),
  }
}
