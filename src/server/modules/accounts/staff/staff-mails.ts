import type { Role } from '../../../../contract/accounts/permissions.ts'
import { roleNames } from '../../../../contract/accounts/role-words.ts'
import type { Errand } from '../sign-in/store-errands.ts'

type Told = Pick<Errand, 'kind' | 'language' | 'role' | 'invitedByName'> & { companyName: string; link: string }
type Text = { subject: string; text: string }

/** As the roles stand in the middle of an English sentence, where some are called otherwise than in a list. */
const rolesInSentence: Record<Role, string> = {
  owner: 'owner',
  admin: 'admin',
  recruiter: 'recruiter',
  interviewer: 'interviewer',
  analyst: 'analyst',
  auditor: 'auditor',
}

/** The mails to staff about signing in: short, with one link, and saying what to do when unexpected. */
export const accountMail = (told: Told): Lines => (told.language === 'ja' ? japanese(told) : english(told))

/** A mail to staff as plain text, with its signature. */
export function staffMail(written: Lines, language: Errand['language']): Text {
  const signature =
    language === 'ja'
      ? '--\nTasuki\nこのメールは送信専用です。お心当たりのない場合は、破棄してくださいますようお願いいたします。'
      : '--\nTasuki\nThis address is not read. If you did not expect this mail, please ignore it.'
  return { subject: written.subject, text: `${written.lines.join('\n')}\n\n${signature}\n` }
}

type Lines = { subject: string; lines: string[] }

function japanese({ kind, companyName, link, role, invitedByName }: Told): Lines {
  switch (kind) {
    case 'INVITATION':
      return {
        subject: `【Tasuki】${companyName}への招待`,
        lines: [
          `${invitedByName ?? '管理者'}様より、${companyName}の採用管理(Tasuki)に`,
          `「${roleNames.ja[role ?? 'recruiter']}」として招待されました。`,
          '',
          '下記のリンクから登録をお願いいたします。リンクの有効期間は7日間です。',
          '',
          link,
        ],
      }
    case 'PASSWORD_RESET':
      return {
        subject: '【Tasuki】パスワード再設定のご案内',
        lines: [
          'パスワード再設定のお申し込みを受け付けました。',
          '下記のリンクから、1時間以内に新しいパスワードを設定してください。',
          '設定が完了すると、すべての端末からサインアウトされます。',
          '',
          link,
          '',
          'お申し込みに心当たりがない場合、何もなさらなければパスワードは変わりません。',
        ],
      }
    case 'SECOND_FACTOR_RESET':
      return {
        subject: '【Tasuki】二段階認証が解除されました',
        lines: [
          `${companyName}の管理者が、ご利用のアカウントの二段階認証を解除しました。`,
          'すべての端末からサインアウトされています。',
          '次回サインインのあと、「自分のアカウント」から改めて設定してください。',
          '',
          'お心当たりがない場合は、至急、管理者にご連絡ください。',
        ],
      }
    case 'SIGN_OUT':
    case 'NOTICE':
      return { subject: '【Tasuki】サインアウトのお知らせ', lines: ['すべての端末からサインアウトされました。'] }
  }
}

function english({ kind, companyName, link, role, invitedByName }: Told): Lines {
  switch (kind) {
    case 'INVITATION':
      return {
        subject: `[Tasuki] Invitation to ${companyName}`,
        lines: [
          `${invitedByName ?? 'An admin'} invites you to join ${companyName} on Tasuki as ${rolesInSentence[role ?? 'recruiter']}.`,
          '',
          'Please register by this link within 7 days:',
          '',
          link,
        ],
      }
    case 'PASSWORD_RESET':
      return {
        subject: '[Tasuki] Set another password',
        lines: [
          'Somebody asked for another password for your Tasuki account.',
          'Set one within an hour by this link; it signs you out everywhere:',
          '',
          link,
          '',
          'If it was not you, do nothing: your password stays as it is.',
        ],
      }
    case 'SECOND_FACTOR_RESET':
      return {
        subject: '[Tasuki] Your second factor was removed',
        lines: [
          `An admin of ${companyName} removed the second factor of your account. You were signed out everywhere.`,
          'After your next sign-in, please set it up again under "My account".',
          '',
          'If you did not ask for this, tell your admin at once.',
        ],
      }
    case 'SIGN_OUT':
    case 'NOTICE':
      return { subject: '[Tasuki] Signed out', lines: ['You were signed out everywhere.'] }
  }
}
