import { industryWords } from '../contract/accounts/industry-words.ts'
import { modeNames } from '../contract/network/mode-words.ts'
import { paperNames, suspensionNames } from '../contract/network/network-words.ts'
import { messages } from '../ui/text/messages.ts'

export const noticeWords = messages({
  ja: {
    away: '確認しました',
    look: '開く',
    stopped: 'ネットワーク全体が停止中です',
    suspended: (why: string) => `ネットワークのご利用が停止されています(${why})`,
    papersOver: '契約・許可の期限切れ',
    outside:
      'お見送りメールにキャリアリレーのご案内は入らず、紹介のご依頼はできません。自社の人材プールは、これまでどおり使えます。',
    reasons: suspensionNames.ja,
    unverified: '運営による企業の確認を待っています',
    unverifiedText:
      '確認が済むまで、リレー登録者は表示されず、新しい紹介は計上されずに保留され、紹介のご依頼はできません。会社情報をご確認のうえ、契約書・許可証を運営にお送りください。',
    papers: paperNames.ja,
    ends: (paper: string, until: string, days: number) => `${paper}は${until}までです(あと${days}日)`,
    endsText: '期限を過ぎると、ネットワークのご利用は自動的に停止されます。更新後の期限を運営にお知らせください。',
    news: {
      VERIFIED: '運営による企業の確認が完了しました',
      RESUMED: 'ネットワークのご利用が再開されました',
      CONTINUED: 'ネットワークが再開されました',
    },
    disputes: {
      DISPUTE_OPENED: () => '異議の申し立てがありました',
      DISPUTE_ASKED: (until: string) => `紹介を受けた方からの申し立てについて、${until}までにご意見をお寄せください`,
      DISPUTE_DECIDED: () => '申し立てについて、運営が判断しました',
    },
    modes: modeNames.ja,
    modeChanged: (from: string, to: string) => `運用モードが「${from}」から「${to}」に変わりました`,
    industries: industryWords.ja,
    industrySet: (name: string | undefined) =>
      name === undefined
        ? 'ネットワークでの業種は、自社の登録内容に戻りました'
        : `運営が、貴社の業種を「${name}」として取り扱うことにしました`,
    theirsChanged: (name: string) => `${name}の企業情報が変わりました。再確認をお願いします`,
    theirsEnds: (name: string, paper: string, until: string) => `${name}の${paper}は${until}までです`,
    theirsOver: (name: string, paper: string, until: string) =>
      `${name}の${paper}が${until}に終了し、自動的に停止しました`,
  },
  en: {
    away: 'Got it',
    look: 'Open',
    stopped: 'The whole network is stopped',
    suspended: (why: string) => `Your part in the network is suspended (${why})`,
    papersOver: 'the agreement or licence is over',
    outside: 'Letters carry no relay link, and no introductions can be asked for. Your own pool works as before.',
    reasons: suspensionNames.en,
    unverified: 'The operator has not verified your company yet',
    unverifiedText:
      'Until then nobody of the relay is shown to you, new referrals wait without counting, and no introductions can be asked for. Check your company’s details, and send the operator your agreement and licence.',
    papers: paperNames.en,
    ends: (paper: string, until: string, days: number) => `Your ${paper} ends on ${until} (in ${days} days)`,
    endsText: 'After that day your part in the network is suspended by itself. Tell the operator the renewed date.',
    news: {
      VERIFIED: 'The operator has verified your company',
      RESUMED: 'Your part in the network goes on',
      CONTINUED: 'The network goes on',
    },
    disputes: {
      DISPUTE_OPENED: () => 'A dispute was opened',
      DISPUTE_ASKED: (until: string) => `A person contests something about an introduction: say your part by ${until}`,
      DISPUTE_DECIDED: () => 'The operator has decided a dispute',
    },
    modes: modeNames.en,
    modeChanged: (from: string, to: string) => `The operating mode went from “${from}” to “${to}”`,
    industries: industryWords.en,
    industrySet: (name: string | undefined) =>
      name === undefined
        ? 'In the network your own line of business holds again'
        : `In the network your line of business is “${name}”, as the operator decided`,
    theirsChanged: (name: string) => `${name} changed its identity and is to be verified again`,
    theirsEnds: (name: string, paper: string, until: string) => `${name}: the ${paper} ends on ${until}`,
    theirsOver: (name: string, paper: string, until: string) =>
      `${name}: the ${paper} ended on ${until}; suspended by itself`,
  },
})
