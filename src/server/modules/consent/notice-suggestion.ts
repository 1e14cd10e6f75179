import { retentionWords } from '../../../contract/retention-words.ts'
import type { RetentionRule } from '../../../contract/retention.ts'
import type { Work } from '../../kernel/work.ts'
import { company, operatingMode, type Company, type OperatingMode } from '../accounts/index.ts'
import { bases } from './basis.ts'
import { rules } from './retention-rules.ts'

type Facts = { own: Company; mode: OperatingMode; purposes: readonly string[]; rules: readonly RetentionRule[] }

/**
 * A notice to begin with: what the company recorded (purposes, rules of retention, mode) and what this product does
 * (masking, encryption, records). Lines that begin with `# ` are headings, with `- ` points. A human reads it over.
 */
export async function suggestNotice(work: Work): Promise<{ bodyJa: string; bodyEn: string }> {
  const newest = new Map((await bases(work)).toReversed().map((one) => [one.kind, one.purpose]))
  const facts = {
    own: await company(work),
    mode: await operatingMode(work),
    purposes: [...newest.values()],
    rules: (await rules(work)).filter(({ isOn }) => isOn),
  }
  return { bodyJa: japanese(facts), bodyEn: english(facts) }
}

const isRelay = (mode: OperatingMode) => mode === 'PLACEMENT' || mode === 'INFO_PROVISION'
const points = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')

function japanese({ own, mode, purposes, rules: kept }: Facts): string {
  const words = retentionWords.ja
  const uses = purposes.length > 0 ? purposes : ['応募の受付、選考、その結果のご連絡のため']
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
      '氏名、連絡先、学歴・職歴、資格・技能、希望条件、応募書類、選考の経過と評価',
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
  const uses = purposes.length > 0 ? purposes : ['To receive applications, select, and tell the result.']
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
      'Name, contacts, education and career, skills, wishes, application papers, the course of the selection and its evaluations.',
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
