import type { MailKind, MailLanguage, Occasion, PlaceholderValues, RenderedMail, Sender } from './index.ts'
import { mailKinds, mailTemplate, rejectionTemplate, renderMail } from './index.ts'

function sender(ja: boolean): Sender {
  return {
    name: ja ? '株式会社みなとシステムズ' : 'Minato Systems Inc.',
    postalAddress: ja
      ? '〒220-0000 神奈川県横浜市西区港町4-5-6'
      : '4-5-6 Minatocho, Nishi-ku, Yokohama 220-0000, Japan',
    contactName: ja ? '採用担当 森田' : 'Ms Morita, Hiring',
    contactEmail: 'saiyo@minato-systems.example',
    privacyUrl: 'https://minato-systems.example/privacy',
    operatorName: ja ? '一般社団法人たすき運営機構' : 'Tasuki Operations Association',
  }
}

/** Made-up values for every placeholder; also what a template editor shows before real values are known. */
export function sampleValues(language: MailLanguage): PlaceholderValues {
  const ja = language === 'ja'
  return {
    'person.name': ja ? '髙橋 遥' : 'Haruka Takahashi',
    'company.name': sender(ja).name,
    'opening.title': ja ? '社内システムエンジニア（横浜）' : 'Internal systems engineer (Yokohama)',
    stage: ja ? '二次面接' : 'second interview',
    'staff.name': ja ? '森田' : 'Aya Morita',
    contact: ja ? '採用担当 森田' : 'Aya Morita, hiring team',
    'service.name': ja ? 'キャリアリレー 襷' : 'Career Relay Tasuki',
    'operator.name': ja ? '一般社団法人たすき運営機構' : 'Tasuki Operations Association',
    link: 'https://portal.tasuki.example/l/tsk_0198f3a07c1e7b0a9d3e5f.4mJ8wq2ZbN7xT1vYc9RkLs6PdHf3GuEoAi5WnMy0QtX',
    'link.expires': ja ? '2026年9月30日' : '30 September 2026',
    'reapply.from': ja ? '2026年12月26日' : '26 December 2026',
    code: '482 913',
    'passkey.name': ja ? '自分のスマートフォン' : 'my phone',
    'employer.name': ja ? '合同会社あおば物流テック' : 'Aoba Logistics Tech LLC',
    'answer.by': ja ? '7月17日 18:00' : '17 July, 18:00',
    'last.heard': ja ? '2024年6月3日' : '3 June 2024',
    'receipt.number': 'R-2026-000184',
    'receipt.at': ja ? '2026年7月3日 14:12' : '3 July 2026, 14:12',
    'consent.purpose': ja ? '匿名プロフィールの掲載' : 'Show an anonymous profile',
    'consent.recipient': ja ? 'キャリアリレー参加企業' : 'Member companies',
    'consent.after': ja
      ? 'プロフィールを非公開にいたしました。どの企業にも表示されません。'
      : 'Your profile is hidden: no employer is shown it.',
    'consent.items': ja
      ? '希望職種、希望勤務地、年収の幅、スキル、経験年数の幅'
      : 'occupations, places, salary range, skills, range of years of experience',
    'consent.until': ja ? '2027年1月3日' : '3 January 2027',
    'consents.list': ja
      ? '同意する：匿名プロフィールの掲載（参加企業）\n同意しない：その後の状況のお知らせ（株式会社みなとシステムズ）'
      : 'Yes: show an anonymous profile (member companies)\nNo: let them know how you are doing (Minato Systems Inc.)',
    'promises.list': ja
      ? '面接の確約：承諾から10営業日以内に日程を決め、面接を行います'
      : 'Interview guaranteed: arranged within 10 business days of your yes, and held',
    'request.kind': ja ? '開示' : 'disclosure',
    'request.done': ja ? '情報を開示' : 'disclosed what it holds about you',
    'request.refused': ja ? '面接官の所見' : 'the interviewers’ notes',
    'request.grounds': ja
      ? '業務の適正な実施に著しい支障を及ぼすおそれがあるため（個人情報保護法第33条第2項第2号）'
      : 'It would seriously hinder the proper conduct of our work (APPI Article 33(2)(ii))',
    'request.answer': ja
      ? 'お預かりしている応募書類と選考の記録を、書面にてお送りいたします。'
      : 'We send you your application and the record of the selection by letter.',
    'request.handover': ja
      ? 'お渡しの方法：書面の郵送（2026年7月3日）'
      : 'How it reaches you: on paper, by post (3 July 2026)',
    'corrections.list': ja ? '電話番号\n住所（削除）' : 'Phone\nAddress (to be deleted)',
    'requests.list': ja ? '開示（2026年7月3日まで、残り3日）' : 'disclosure (by 3 July 2026, 3 days left)',
    'gate.reason': ja
      ? '労働条件が不明確\n給与の内訳をお書き添えください。'
      : 'Conditions of work unclear\nPlease state how the salary is made up.',
    'mail.kind': ja ? '求人のご案内' : 'News about openings',
  }
}

const toStaff = new Set<MailKind>([
  'STAFF_INVITATION',
  'PASSWORD_RESET',
  'ANSWER_ACCEPTED',
  'ANSWER_DECLINED',
  'ANSWER_LAPSED',
  'GATE_ENDED',
  'QUESTION_ASKED',
  'REQUESTS_DUE',
])
const invitations = new Set<MailKind>(['INTRODUCTION_REQUEST', 'INTRODUCTION_REMINDER', 'POOL_RENEWAL'])
const questions = new Set<MailKind>(['REFRESH_REQUEST', 'BASIS_QUESTION', 'STAY_QUESTION'])
const unsubscribeUrl = 'https://portal.tasuki.example/unsubscribe/tsk_0198f3a0.s3cr3t'

function occasionOf(kind: MailKind): Occasion {
  if (invitations.has(kind)) return { kind: 'INVITATION', unsubscribeUrl }
  if (questions.has(kind)) return { kind: 'QUESTION', unsubscribeUrl }
  return { kind: toStaff.has(kind) ? 'STAFF' : 'PROCEDURE' }
}

export interface SampleMail {
  name: string
  mail: RenderedMail
}

/** Every letter and mail in one language, with made-up values. */
export async function sampleMails(language: MailLanguage): Promise<SampleMail[]> {
  const base = { language, values: sampleValues(language), sender: sender(language === 'ja') }
  const letters = (['DOCUMENT', 'INTERVIEW', 'FINAL'] as const).flatMap((stage) =>
    (['NONE', 'IN_HOUSE', 'INFO_PROVISION', 'PLACEMENT'] as const).map((offer) => ({ stage, offer })),
  )
  const made: SampleMail[] = []
  for (const letter of letters) {
    const template = rejectionTemplate({ ...letter, language })
    const name = `rejection-${letter.stage}-${letter.offer}`.toLowerCase().replaceAll('_', '-')
    made.push({ name, mail: await renderMail({ ...base, template, occasion: { kind: 'RESULT' } }) })
  }
  for (const kind of mailKinds) {
    made.push({
      name: kind.toLowerCase().replaceAll('_', '-'),
      mail: await renderMail({ ...base, template: mailTemplate(kind, language), occasion: occasionOf(kind) }),
    })
  }
  return made
}
