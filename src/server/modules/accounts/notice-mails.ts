import type { Notice } from '../../../contract/notices.ts'
import type { Errand } from './store-errands.ts'

type Told = { language: Errand['language']; companyName: string; notice: Notice; link: string }
type Lines = { subject: string; lines: string[] }

const modeNames = {
  ja: { IN_HOUSE: '自社内', GROUP: 'グループ内', INFO_PROVISION: '募集情報等提供', PLACEMENT: '職業紹介' },
  en: {
    IN_HOUSE: 'in-house',
    GROUP: 'group',
    INFO_PROVISION: 'information provision',
    PLACEMENT: 'placement',
  },
}
const paperNames = {
  ja: { AGREEMENT: '参加契約', LICENCE: '職業紹介事業の許可' },
  en: { AGREEMENT: 'agreement to take part', LICENCE: 'placement licence' },
}
const reasonNames = {
  ja: {
    'agreement-ended': '参加契約の終了',
    'licence-ended': '職業紹介事業の許可の有効期間満了',
    fraud: '不正の疑い',
    complaints: '苦情・トラブル',
    'own-wish': '貴社からのお申し出',
    other: 'その他',
  },
  en: {
    'agreement-ended': 'the agreement has ended',
    'licence-ended': 'the placement licence has ended',
    fraud: 'suspected fraud',
    complaints: 'complaints',
    'own-wish': 'your own wish',
    other: 'other',
  },
}

const dayIn = (day: string | undefined, language: Errand['language']): string =>
  day === undefined
    ? ''
    : new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
      )

/** The mail about a notice, to an administrator: what happened, what it means, what to do. */
export function noticeMail(told: Told): Lines {
  const { subject, lines } = told.language === 'ja' ? japanese(told) : english(told)
  return { subject, lines: [...lines, '', told.link] }
}

const outside = [
  'この間、次のようになります。',
  '・お見送りメールは、キャリアリレーのご案内のない通常の文面でお送りします。',
  '・回答待ちの紹介のお申込みは取り下げられ、その枠は貴社に戻ります。',
  '・未使用の紹介枠は残りますが、ご利用いただけません。',
]

function japanese({ companyName, notice: { kind, detail } }: Told): Lines {
  const to = (subject: string, ...lines: string[]): Lines => ({
    subject: `【Tasuki】${subject}`,
    lines: [`${companyName}`, '管理者の皆様', '', ...lines],
  })
  const paper = paperNames.ja[detail.paper ?? 'AGREEMENT']
  const until = dayIn(detail.until, 'ja')
  switch (kind) {
    case 'VERIFIED':
      return to(
        '企業の確認が完了しました',
        '運営による貴社の確認が完了しました。計上を待っていた紹介は、順次計上されます。',
      )
    case 'SUSPENDED':
      return to(
        'ネットワークのご利用が停止されました',
        `運営により、キャリアリレーのご利用が停止されました。理由: ${reasonNames.ja[detail.reason ?? 'other']}`,
        '',
        ...outside,
        '',
        '自社の人材プールは、これまでどおりご利用いただけます。再開については、運営にお問い合わせください。',
      )
    case 'RESUMED':
      return to(
        'ネットワークのご利用が再開されました',
        'キャリアリレーのご利用が再開されました。停止前の状態に戻っています。',
      )
    case 'STOPPED':
      return to(
        'ネットワーク全体が停止されました',
        '運営により、ネットワーク全体が一時停止されました。',
        '',
        ...outside,
      )
    case 'CONTINUED':
      return to('ネットワークが再開されました', 'ネットワークが再開され、通常どおりご利用いただけます。')
    case 'MODE_CHANGED':
      return to(
        '運用モードが変わりました',
        `貴社に適用される運用モードが「${modeNames.ja[detail.from ?? 'IN_HOUSE']}」から「${modeNames.ja[detail.to ?? 'IN_HOUSE']}」に変わりました。`,
        'お心当たりがない場合は、設定と監査ログをご確認ください。',
      )
    case 'PAPER_ENDS':
      return to(
        `${detail.employerName ? `${detail.employerName}: ` : ''}${paper}の期限が近づいています`,
        `${detail.employerName ? `${detail.employerName}の` : '貴社の'}${paper}は、${until}に期限を迎えます(あと${detail.days ?? 0}日)。`,
        '期限を過ぎると、キャリアリレーのご利用は自動的に停止されます。',
        detail.employerName
          ? '更新を確認されましたら、企業のページで新しい期限を記録してください。'
          : '更新がお済みでしたら、新しい期限を運営にお知らせください。',
      )
    case 'PAPER_ENDED':
      return to(
        `${detail.employerName ?? ''}: ${paper}の期限が過ぎました`,
        `${detail.employerName ?? ''}の${paper}は、${until}に期限を迎えました。この企業のネットワークのご利用を自動的に停止しました。`,
        '更新を確認されましたら、新しい期限を記録したうえで再開してください。',
      )
  }
}

const meanwhile = [
  'Meanwhile:',
  '- rejection letters go out without the relay link;',
  '- requests for introductions that wait for an answer are taken back, and their slots return to you;',
  '- unused slots stay, but cannot be used.',
]

function english({ companyName, notice: { kind, detail } }: Told): Lines {
  const to = (subject: string, ...lines: string[]): Lines => ({
    subject: `[Tasuki] ${subject}`,
    lines: [`To the administrators of ${companyName}`, '', ...lines],
  })
  const paper = paperNames.en[detail.paper ?? 'AGREEMENT']
  const until = dayIn(detail.until, 'en')
  switch (kind) {
    case 'VERIFIED':
      return to('Your company is verified', 'The operator has verified your company. Referrals that waited count now.')
    case 'SUSPENDED':
      return to(
        'Your part in the network is suspended',
        `The operator has suspended your part in the relay: ${reasonNames.en[detail.reason ?? 'other']}.`,
        '',
        ...meanwhile,
        '',
        'Your own talent pool works as before. Please ask the operator about going on.',
      )
    case 'RESUMED':
      return to('Your part in the network goes on', 'The suspension has ended; everything stands as it did before it.')
    case 'STOPPED':
      return to('The network is stopped', 'The operator has stopped the whole network for now.', '', ...meanwhile)
    case 'CONTINUED':
      return to('The network goes on', 'The network works again as usual.')
    case 'MODE_CHANGED':
      return to(
        'Your operating mode has changed',
        `The operating mode in force for you went from “${modeNames.en[detail.from ?? 'IN_HOUSE']}” to “${modeNames.en[detail.to ?? 'IN_HOUSE']}”.`,
        'If you did not expect this, look at your settings and the audit log.',
      )
    case 'PAPER_ENDS':
      return to(
        `${detail.employerName ? `${detail.employerName}: ` : ''}the ${paper} ends soon`,
        `The ${paper} of ${detail.employerName ?? 'your company'} ends on ${until} (in ${detail.days ?? 0} days).`,
        'After that day its part in the relay is suspended by itself.',
        detail.employerName
          ? 'Once you have seen the renewal, record the next date on the company’s page.'
          : 'If it is renewed, please tell the operator the next date.',
      )
    case 'PAPER_ENDED':
      return to(
        `${detail.employerName ?? ''}: the ${paper} has ended`,
        `The ${paper} of ${detail.employerName ?? ''} ended on ${until}. Its part in the network was suspended by itself.`,
        'Once you have seen the renewal, record the next date and let the company go on.',
      )
  }
}
