import { disputeKindNames, disputeStateNames } from '../../contract/disputes/dispute-words.ts'
import type { DisputeEffect, DisputeState } from '../../contract/disputes/disputes.ts'
import type { Tone } from '../../ui/StatusBadge.tsx'
import { messages } from '../../ui/text/messages.ts'

export const disputeTones: Record<DisputeState, Tone> = {
  STATEMENT: 'wait',
  REVIEW: 'busy',
  DECIDED: 'good',
  WITHDRAWN: 'neutral',
}

/** Words about disputes that both programs use. */
export const disputeWords = messages({
  ja: {
    kinds: disputeKindNames.ja,
    states: disputeStateNames.ja,
    sides: { COMPANY: '企業', PERSON: 'ご本人' },
    outcomes: { UPHELD: '申し立てを認めました', REJECTED: '申し立てを認めませんでした' },
    effects: {
      NONE: '台帳は動きません',
      GIVE_REFERRAL: '紹介を1件加えます',
      GIVE_SLOT: '紹介枠を1つ戻します',
    } as Record<DisputeEffect, string>,
    statements: '双方の意見',
    noStatement: 'まだ意見はありません',
    erased: '(ご本人の情報が消去されたため、表示できません)',
    evidence: '根拠となる記録',
    evidenceHelp: 'メールやお見送りメールの番号、書類の名称などを1行に1つ。ファイルは添付できません。',
    text: '内容',
    textHelp: '事実を具体的に。相手の方も読みます。氏名や連絡先は書かないでください(20〜2,000字)。',
    decision: '判断',
    reasons: '理由',
    decidedAt: '判断した日',
    statementDue: '意見の期限',
    decideBy: '判断の期限',
    opened: '申し立てた日',
    kind: '対象',
    state: '状態',
  },
  en: {
    kinds: disputeKindNames.en,
    states: disputeStateNames.en,
    sides: { COMPANY: 'The company', PERSON: 'The person' },
    outcomes: { UPHELD: 'Upheld', REJECTED: 'Not upheld' },
    effects: {
      NONE: 'The ledger does not move',
      GIVE_REFERRAL: 'One referral is added',
      GIVE_SLOT: 'One slot is returned',
    },
    statements: 'What both sides say',
    noStatement: 'Nothing was said yet',
    erased: '(erased with the person’s data)',
    evidence: 'What proves it',
    evidenceHelp: 'Numbers of mails or letters, names of documents, one on each line. Nothing is uploaded.',
    text: 'What happened',
    textHelp: 'Facts, in detail. The other side reads it. No names or addresses, please (20 to 2,000 characters).',
    decision: 'Decision',
    reasons: 'Reasons',
    decidedAt: 'Decided on',
    statementDue: 'Statements until',
    decideBy: 'To be decided by',
    opened: 'Opened',
    kind: 'About',
    state: 'State',
  },
})
