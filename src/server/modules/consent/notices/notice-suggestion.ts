import { retentionWords } from '../../../../contract/retention/retention-words.ts'
import type { RetentionRule } from '../../../../contract/retention/retention.ts'
import type { Work } from '../../../kernel/work.ts'
import { company, operatingMode, type Company, type OperatingMode } from '../../accounts/index.ts'
import { bases } from './basis.ts'
import { rules } from '../retention/retention-rules.ts'

type Facts = { own: Company; mode: OperatingMode; purposes: readonly string[]; rules: readonly RetentionRule[] }

/** Whom it is about: who runs the network tells its members, an employer its applicants. */
const matterOf = ({ kind }: Company) => (kind === 'OPERATOR' ? 'network' : 'employer')

/**
 * A notice to begin with: what the company recorded (purposes, rules of retention, mode) and what this product does
 * (masking, encryption, records). Lines that begin with `# ` are headings, with `- ` points. A human reads it over.
 */
export async function suggestNotice(work: Work): Promise<{ bodyJa: string; bodyEn: string }> {
  const newest = new Map((await bases(work)).toReversed().map((one) => [one.kind, one.purpose]))
  const own = await company(work)
  const facts = {
    own,
    mode: await operatingMode(work),
    purposes: [...newest.values()],
    rules: (await rules(work)).filter((rule) => rule.isOn && (rule.class === 'MEMBER') === (own.kind === 'OPERATOR')),
  }
  return { bodyJa: japanese(facts), bodyEn: english(facts) }
}

const isRelay = (mode: OperatingMode) => mode === 'PLACEMENT' || mode === 'INFO_PROVISION'
const points = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')

const matters = {
  ja: {
    employer: {
      usual: ['応募の受付、選考、その結果のご連絡のため'],
      collected: '氏名、連絡先、学歴・職歴、資格・技能、希望条件、応募書類、選考の経過と評価',
    },
    network: {
      usual: [
        'キャリアリレーのご登録の受付と管理、本人確認、ご連絡のため',
        '同意された範囲で、ご希望に合う企業をご紹介し、その経過を関係する企業にお知らせするため',
        '不正なご登録の防止と、法令で定められた記録の作成・保存のため',
      ],
      collected: '氏名、メールアドレス、職歴、資格・技能、希望条件、同意と撤回の記録、紹介の経過',
    },
  },
  en: {
    employer: {
      usual: ['To receive applications, select, and tell the result.'],
      collected:
        'Name, contacts, education and career, skills, wishes, application papers, the course of the selection and its evaluations.',
    },
    network: {
      usual: [
        'To keep registrations in the career relay, to confirm who registers, and to write to them.',
        'To introduce you to employers that fit your wishes, and to tell the employers concerned what came of it, as far as you agreed.',
        'To prevent false registrations, and to keep the records that the law demands.',
      ],
      collected:
        'Name, mail address, career, skills, wishes, what you agreed to and took back, and the course of introductions.',
    },
  },
} as const

function japanese({ own, mode, purposes, rules: kept }: Facts): string {
  const words = retentionWords.ja
  const { usual, collected } = matters.ja[matterOf(own)]
  const uses = purposes.length > 0 ? purposes : usual
  const months = kept.map(
    (rule) => `${words.classes[rule.class]}: ${words.starts[rule.startsAt]}から${rule.months}か月`,
  )
  const third = isRelay(mode)
    ? 'ご本人が提供先・目的・項目ごとに同意された場合に限り、キャリアリレーに参加する企業へ提供します。提供の記録は3年間保存し、ご本人はいつでもご覧いただけます。同意は、いつでも、不利益なく撤回いただけます。'
    : 'ご本人の同意がある場合と法令に基づく場合を除き、第三者に提供しません。'
  return [
    '# 取り扱う事業者',
    `${own.name}${own.address ? `(${own.address})` : ''}`,
    '# 利用目的',
    points(uses),
    '# 取得する情報',
    points([
      collected,
      '本籍・出生地、家族、資産、思想・信条など、採用に関係のない情報は収集しません。書類に書かれていた場合は伏せて取り扱います。',
    ]),
    '# 第三者への提供',
    third,
    '# 保存期間',
    months.length > 0 ? points(months) : '利用目的に必要な期間に限って保存し、不要になった情報は遅滞なく消去します。',
    '# 安全管理のための措置',
    points([
      '権限のある担当者だけが閲覧でき、閲覧は記録されます。',
      '履歴書などのファイルは暗号化して保存します。',
      '会社ごとにデータを区切り、他社のデータと混ざらないようにしています。',
    ]),
    '# ご本人ができること',
    points([
      '開示、訂正・追加・削除、利用の停止、消去、第三者提供の記録の開示を求めることができます。14日以内にお答えします。',
      '16歳未満の方のご登録は、お受けしていません。',
    ]),
    '# お問い合わせ先',
    own.contactMail ?? '(お問い合わせ先を記入してください)',
  ].join('\n\n')
}

function english({ own, mode, purposes, rules: kept }: Facts): string {
  const words = retentionWords.en
  const { usual, collected } = matters.en[matterOf(own)]
  const uses = purposes.length > 0 ? purposes : usual
  const months = kept.map(
    (rule) => `${words.classes[rule.class]}: ${rule.months} months from ${words.starts[rule.startsAt]}`,
  )
  const third = isRelay(mode)
    ? 'Only where you agreed, separately for each recipient, purpose and item, is it given to employers that take part in the career relay. Each provision is on record for three years, and you can see the records at any time. You can withdraw your consent at any time, without any disadvantage.'
    : 'It is given to nobody else but with your consent or where the law demands it.'
  return [
    '# Who is responsible',
    `${own.nameEn ?? own.name}${own.address ? ` (${own.address})` : ''}`,
    '# Purposes',
    points(uses),
    '# What is collected',
    points([
      collected,
      'What does not concern the work (origin, family, assets, creed) is not collected; where papers hold it, it is masked.',
    ]),
    '# Recipients',
    third,
    '# How long it is kept',
    months.length > 0
      ? points(months)
      : 'As long as the purposes need it; what is not needed any more is erased without delay.',
    '# How it is protected',
    points([
      'Only staff with the right to do so can read it, and reading is recorded.',
      'Files such as résumés are kept encrypted.',
      'The data of each company is fenced from that of others.',
    ]),
    '# Your rights',
    points([
      'You can ask for disclosure, correction, a stop, erasure, and the records of provisions. You are answered within 14 days.',
      'People under 16 cannot register.',
    ]),
    '# Contact',
    own.contactMail ?? '(enter a contact)',
  ].join('\n\n')
}
