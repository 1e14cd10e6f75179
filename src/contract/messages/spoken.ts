import type { z } from 'zod'
import { fieldNames } from '../people/field-words.ts'
import { importPhaseNames } from '../intake/import-words.ts'
import { introductionStateNames } from '../introductions/introduction-words.ts'
import { letterStateNames } from '../relay/letter-words.ts'
import type { MailState } from '../messages.ts'
import { modeNames } from '../network/mode-words.ts'
import { referralStateNames, standingNames } from '../network/network-words.ts'
import { permissionNames } from '../accounts/permission-words.ts'
import type { PreflightState } from '../relay/preflights.ts'
import { roleNames } from '../accounts/role-words.ts'
import { openingStatusNames } from '../selection/selection-words.ts'
import type { Locale } from './messages.ts'

/** Words for codes, by language. */
export type Vocabulary = Record<Locale, Record<string, string>>

const mailStates = {
  ja: {
    READY: '送信待ち',
    SENDING: '送信中',
    SENT: '送信済み',
    REFUSED: '受信側が拒否',
    UNKNOWN: '結果不明',
    CANCELLED: '取り消し',
    DEAD: '送信失敗',
  },
  en: {
    READY: 'waiting to leave',
    SENDING: 'being sent',
    SENT: 'sent',
    REFUSED: 'refused by the receiving server',
    UNKNOWN: 'unknown',
    CANCELLED: 'taken back',
    DEAD: 'could not be sent',
  },
} satisfies Record<Locale, Record<z.output<typeof MailState>, string>>

const preflightStates = {
  ja: {
    JUDGING: '判定中',
    OPEN: '承認待ち',
    APPROVED: '承認済み',
    DISCARDED: '破棄済み',
    STOPPED: '送信を停止済み',
  },
  en: { JUDGING: 'being judged', OPEN: 'open', APPROVED: 'approved', DISCARDED: 'discarded', STOPPED: 'stopped' },
} satisfies Record<Locale, Record<PreflightState, string>>

const suppressions: Vocabulary = {
  ja: {
    HARD_BOUNCE: 'メールが届かない宛先',
    COMPLAINT: '迷惑メールの申告',
    UNSUBSCRIBE: '配信停止の希望',
    UNREACHABLE: 'ご本人が使っていない宛先',
  },
  en: {
    HARD_BOUNCE: 'mails to it come back',
    COMPLAINT: 'a mail was reported as spam',
    UNSUBSCRIBE: 'it asked for no more mails',
    UNREACHABLE: 'the person no longer uses it',
  },
}

const fileKinds: Vocabulary = {
  ja: { ZIP: '圧縮ファイル', IMAGE: '画像', OTHER: '文字ではないデータ' },
  en: { ZIP: 'an archive', IMAGE: 'a picture', OTHER: 'data that is no text' },
}

const bodyProblems: Vocabulary = {
  ja: { NOT_UTF8: '文字コードがUTF-8ではありません', NOT_JSON: 'JSONではありません', TOO_DEEP: '入れ子が深すぎます' },
  en: { NOT_UTF8: 'it is not UTF-8', NOT_JSON: 'it is not JSON', TOO_DEEP: 'it is nested too deeply' },
}

/** The words for codes in a problem's detail, by its code and the word in braces that they fill. */
export const vocabularies: Record<string, Record<string, Vocabulary>> = {
  'auth.forbidden': { permission: permissionNames },
  'accounts.key-too-wide': { permissions: permissionNames },
  'accounts.mode-above-installation': { most: modeNames },
  'accounts.role-elsewhere': { role: roleNames },
  'accounts.standing-else': { standing: standingNames },
  'people.forbidden-data': { field: fieldNames },
  'people.unfit-value': { field: fieldNames },
  'pool.unfit-fields': { fields: fieldNames },
  'messages.not-unknown': { state: mailStates },
  'messages.address-suppressed': { reason: suppressions },
  'intake.not-a-table': { kind: fileKinds },
  'intake.not-in-phase': { phase: importPhaseNames },
  'intake.columns-missing': { fields: fieldNames },
  'intake.hook-body-unreadable': { problem: bodyProblems },
  'relay.off': { mode: modeNames },
  'relay.too-late': { state: letterStateNames },
  'relay.preflight-closed': { state: preflightStates },
  'relay.referral-settled': { state: referralStateNames },
  'matching.mode-forbids': { mode: modeNames },
  'matching.opening-not-open': { status: openingStatusNames },
  'introductions.ended': { state: introductionStateNames },
}

/** A code that has no word, as one that a later version of the program knows. */
const wordless: Record<Locale, string> = { ja: '不明', en: 'unknown' }

/** What fills a word in braces: a code by its word, anything else as it is. */
export function spoken(
  locale: Locale,
  { code, name, value }: { code: string; name: string; value: string | number },
): string {
  const vocabulary = vocabularies[code]?.[name]?.[locale]
  return vocabulary ? (vocabulary[value] ?? wordless[locale]) : String(value)
}
