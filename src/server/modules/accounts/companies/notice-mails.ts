import { industryWords } from '../../../../contract/accounts/industry-words.ts'
import { modeNames } from '../../../../contract/network/mode-words.ts'
import { paperNames, suspensionNames } from '../../../../contract/network/network-words.ts'
import type { Notice, NoticeDetail, NoticeKind } from '../../../../contract/accounts/notices.ts'
import type { Errand } from '../sign-in/store-errands.ts'

type Told = { language: Errand['language']; companyName: string; notice: Notice; link: string }
type Lines = { subject: string; lines: string[] }
type Words = Record<
  NoticeKind,
  (filled: {
    to: (subject: string, ...lines: string[]) => Lines
    detail: NoticeDetail
    paper: string
    until: string
  }) => Lines
>

const dayIn = (day: string | undefined, language: Errand['language']): string =>
  day === undefined
    ? ''
    : new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
      )

const outside = [
  'この間、次のようになります。',
  '・お見送りメールは、キャリアリレーのご案内のない通常の文面でお送りします。',
  '・回答待ちの紹介のご依頼は取り下げられ、その枠は貴社に戻ります。',
  '・未使用の紹介枠は残りますが、ご利用いただけません。',
]

const japanese: Words = {
  VERIFIED: ({ to }) =>
    to('企業の確認が完了しました', '運営による貴社の確認が完了しました。計上を待っていた紹介は、順次計上されます。'),
  SUSPENDED: ({ to, detail }) =>
    to(
      'ネットワークのご利用が停止されました',
      `運営により、キャリアリレーのご利用が停止されました。理由: ${suspensionNames.ja[detail.reason ?? 'other']}`,
      '',
      ...outside,
      '',
      '自社の人材プールは、これまでどおりご利用いただけます。再開については、運営にお問い合わせください。',
    ),
  RESUMED: ({ to }) =>
    to('ネットワークのご利用が再開されました', 'キャリアリレーのご利用が再開されました。停止前の状態に戻っています。'),
  STOPPED: ({ to }) =>
    to('ネットワーク全体が停止されました', '運営により、ネットワーク全体が一時停止されました。', '', ...outside),
  CONTINUED: ({ to }) => to('ネットワークが再開されました', 'ネットワークが再開され、通常どおりご利用いただけます。'),
  MODE_CHANGED: ({ to, detail }) =>
    to(
      '運用モードが変わりました',
      `貴社に適用される運用モードが「${modeNames.ja[detail.from ?? 'IN_HOUSE']}」から「${modeNames.ja[detail.to ?? 'IN_HOUSE']}」に変わりました。`,
      'お心当たりがない場合は、設定と監査ログをご確認ください。',
    ),
  PAPER_ENDS: ({ to, detail, paper, until }) =>
    to(
      `${detail.employerName ? `${detail.employerName}: ` : ''}${paper}の期限が近づいています`,
      `${detail.employerName ? `${detail.employerName}の` : '貴社の'}${paper}は、${until}に期限を迎えます(あと${detail.days ?? 0}日)。`,
      '期限を過ぎると、キャリアリレーのご利用は自動的に停止されます。',
      detail.employerName
        ? '更新を確認されましたら、企業のページで新しい期限を記録してください。'
        : '更新がお済みでしたら、新しい期限を運営にお知らせください。',
    ),
  DISPUTE_OPENED: ({ to }) =>
    to('異議の申し立てがありました', '異議が申し立てられました。14日以内に判断し、理由を双方にお伝えください。'),
  DISPUTE_ASKED: ({ to, until }) =>
    to(
      `申し立てについてのご意見をお寄せください（${until}まで）`,
      '紹介を受けた方から、運営に申し立てがありました。内容をご確認のうえ、貴社のご意見をお寄せください。',
      'ご意見がない場合は、期限の後に、寄せられた内容だけで運営が判断します。',
    ),
  DISPUTE_DECIDED: ({ to }) =>
    to(
      '申し立てへの判断をお知らせします',
      '申し立てについて、運営が判断しました。理由は次のページでご確認いただけます。',
    ),
  INDUSTRY_SET: ({ to, detail }) =>
    detail.industry
      ? to(
          '貴社の業種について、運営が判断しました',
          `運営は、貴社の業種を「${industryWords.ja[detail.industry] ?? detail.industry}」として取り扱います。`,
          `理由: ${detail.because ?? ''}`,
          '',
          'キャリアリレーでは、表示したくない業種を登録者が選べます。この業種を選んだ方は、貴社に表示されず、紹介のご依頼もできません。',
          '会社情報の登録内容は変わっていません。事実と異なる場合は、運営にお問い合わせください。',
        )
      : to(
          '貴社の業種は、登録された内容に戻りました',
          'キャリアリレーでの貴社の業種は、会社情報に登録された内容で取り扱われます。',
          `理由: ${detail.because ?? ''}`,
        ),
  TO_VERIFY_AGAIN: ({ to }) =>
    to(
      '企業情報の再確認が必要です',
      '貴社の名称・法人番号・許可番号・グループのいずれかが変更されたため、運営が貴社をあらためて確認します。',
      '',
      '確認が済むまで、次のようになります。',
      '・リレー登録者の一覧は表示されず、紹介のご依頼はできません。',
      '・ご依頼済みの紹介はそのまま残りますが、ご本人が承諾されても、確認が済むまでお引き合わせはできません。',
      '・新しい紹介は計上されずに保留され、確認が済むと計上されます。',
      '',
      '変更後の内容をご確認のうえ、運営に契約書・許可証の写しなど、変更の分かる書類をお送りください。お心当たりのない変更は、監査ログでご確認ください。',
    ),
  COMPANY_TO_VERIFY: ({ to, detail }) =>
    to(
      `${detail.employerName ?? ''}: 企業情報が変わりました。再確認をお願いします`,
      `${detail.employerName ?? ''}の名称・法人番号・許可番号・グループのいずれかが変更され、確認待ちに戻りました。`,
      'この間、この企業にはリレー登録者が表示されず、紹介は進みません。契約書と許可証をご確認のうえ、確認済みにしてください。',
    ),
  PAPER_ENDED: ({ to, detail, paper, until }) =>
    to(
      `${detail.employerName ?? ''}: ${paper}の期限が過ぎました`,
      `${detail.employerName ?? ''}の${paper}は、${until}に期限を迎えました。この企業のネットワークのご利用を自動的に停止しました。`,
      '更新を確認されましたら、新しい期限を記録したうえで再開してください。',
    ),
}

const meanwhile = [
  'Meanwhile:',
  '- rejection letters go out without the relay link;',
  '- requests for introductions that wait for an answer are taken back, and their slots return to you;',
  '- unused slots stay, but cannot be used.',
]

const english: Words = {
  VERIFIED: ({ to }) =>
    to('Your company is verified', 'The operator has verified your company. Referrals that waited count now.'),
  SUSPENDED: ({ to, detail }) =>
    to(
      'Your part in the network is suspended',
      `The operator has suspended your part in the relay: ${suspensionNames.en[detail.reason ?? 'other']}.`,
      '',
      ...meanwhile,
      '',
      'Your own talent pool works as before. Please ask the operator about going on.',
    ),
  RESUMED: ({ to }) =>
    to('Your part in the network goes on', 'The suspension has ended; everything stands as it did before it.'),
  STOPPED: ({ to }) =>
    to('The network is stopped', 'The operator has stopped the whole network for now.', '', ...meanwhile),
  CONTINUED: ({ to }) => to('The network goes on', 'The network works again as usual.'),
  MODE_CHANGED: ({ to, detail }) =>
    to(
      'Your operating mode has changed',
      `The operating mode in force for you went from “${modeNames.en[detail.from ?? 'IN_HOUSE']}” to “${modeNames.en[detail.to ?? 'IN_HOUSE']}”.`,
      'If you did not expect this, look at your settings and the audit log.',
    ),
  PAPER_ENDS: ({ to, detail, paper, until }) =>
    to(
      `${detail.employerName ? `${detail.employerName}: ` : ''}the ${paper} ends soon`,
      `The ${paper} of ${detail.employerName ?? 'your company'} ends on ${until} (in ${detail.days ?? 0} days).`,
      'After that day its part in the relay is suspended by itself.',
      detail.employerName
        ? 'Once you have seen the renewal, record the next date on the company’s page.'
        : 'If it is renewed, please tell the operator the next date.',
    ),
  DISPUTE_OPENED: ({ to }) =>
    to('A dispute was opened', 'A dispute waits for you. Decide it within 14 days, with reasons for both sides.'),
  DISPUTE_ASKED: ({ to, until }) =>
    to(
      `Please say your part in a dispute (until ${until})`,
      'A person who was introduced to you has contested something. Read what they say, and say your part.',
      'If you say nothing until that day, the operator decides on what there is.',
    ),
  DISPUTE_DECIDED: ({ to }) =>
    to('A dispute was decided', 'The operator has decided a dispute. The page says how, and why.'),
  INDUSTRY_SET: ({ to, detail }) =>
    detail.industry
      ? to(
          'The operator has decided on your line of business',
          `In the relay your line of business is “${industryWords.en[detail.industry] ?? detail.industry}”.`,
          `Reason: ${detail.because ?? ''}`,
          '',
          'People of the relay may hide from a line of business. Those who hide from this one are not shown to you, and cannot be asked for.',
          'What your settings say has not been changed. If this is not so, please ask the operator.',
        )
      : to(
          'Your own line of business holds again',
          'In the relay your line of business is again the one that your settings state.',
          `Reason: ${detail.because ?? ''}`,
        ),
  TO_VERIFY_AGAIN: ({ to }) =>
    to(
      'Your company is to be verified again',
      'The name, corporate number, licence number or group of your company has changed, so the operator verifies it anew.',
      '',
      'Until then:',
      '- the people of the relay are not shown to you, and no introductions can be asked for;',
      '- requests that are open stay, but nobody is introduced to you, even after their yes;',
      '- new referrals wait, and count once you are verified.',
      '',
      'Please check the change, and send the operator what proves it: the agreement, the licence. If you did not expect it, look at the audit log.',
    ),
  COMPANY_TO_VERIFY: ({ to, detail }) =>
    to(
      `${detail.employerName ?? ''}: changed its identity, please verify it again`,
      `${detail.employerName ?? ''} changed its name, corporate number, licence number or group, and waits to be verified.`,
      'Meanwhile it is shown nobody of the relay, and no introduction goes on. Look at its agreement and licence, and verify it.',
    ),
  PAPER_ENDED: ({ to, detail, paper, until }) =>
    to(
      `${detail.employerName ?? ''}: the ${paper} has ended`,
      `The ${paper} of ${detail.employerName ?? ''} ended on ${until}. Its part in the network was suspended by itself.`,
      'Once you have seen the renewal, record the next date and let the company go on.',
    ),
}

const heads = {
  ja: { subject: (subject: string) => `【Tasuki】${subject}`, to: (name: string) => [name, '管理者の皆様', ''] },
  en: {
    subject: (subject: string) => `[Tasuki] ${subject}`,
    to: (name: string) => [`To the administrators of ${name}`, ''],
  },
}

/** The mail about a notice, to an administrator: what happened, what it means, what to do. */
export function noticeMail({ language, companyName, notice: { kind, detail }, link }: Told): Lines {
  const head = heads[language]
  const words = language === 'ja' ? japanese : english
  return words[kind]({
    to: (subject, ...lines) => ({
      subject: head.subject(subject),
      lines: [...head.to(companyName), ...lines, '', link],
    }),
    detail,
    paper: paperNames[language][detail.paper ?? 'AGREEMENT'],
    until: dayIn(detail.until, language),
  })
}
