import type { Messages } from './messages.ts'

export const matchingMessages = {
  ja: {
    'matching.mode-forbids':
      '現在の運用区分({mode})では、リレー登録者の照会・紹介を行えません。職業紹介の許可番号を登録し、会社設定で運用区分を変更すると利用できます。自社の人材プールはこのままお使いいただけます。',
    'matching.not-verified':
      '運営による自社の確認が済むまで、リレー登録者は表示できません。会社設定で名称・法人番号・許可番号をご確認のうえ、契約書・許可証を運営にお送りください。自社の人材プールはこのままお使いいただけます。',
    'matching.opening-not-open':
      'この求人は募集中でないため({status})、リレー登録者を表示できません。求人の状態を「募集中」にすると表示できます。自社の人材プールは、このままお使いいただけます。',
    'matching.network-stopped':
      '運営がネットワークを停止しているため、リレー登録者の照会・紹介を行えません。再開されると、そのままご利用いただけます。自社の人材プールはこのままお使いいただけます。',
    'matching.company-suspended':
      '運営が貴社の参加を停止しているため、リレー登録者の照会・紹介を行えません。理由はホームのお知らせをご確認のうえ、運営にお問い合わせください。自社の人材プールはこのままお使いいただけます。',
    'matching.no-network':
      'リレーの運営会社が設定されていないため、リレー登録者を照会できません。運営担当者にお問い合わせください。',
    'matching.not-shown': 'この方は公開を終了したか、現在は表示できません。一覧を更新して、別の方をお選びください。',
  },
  en: {
    'matching.mode-forbids':
      'The operating mode in force ({mode}) does not allow relay members to be shown or introduced. Record a placement licence and change the mode in the company settings. Your own pool remains available.',
    'matching.not-verified':
      'Nobody of the relay is shown until the operator has verified your company. Check its name, corporate number and licence in the company settings, and send the operator your agreement and licence. Your own pool remains available.',
    'matching.opening-not-open':
      'This opening is not open ({status}), so nobody of the relay is shown for it. Open it to see them. Your own pool remains available.',
    'matching.network-stopped':
      'The operator has stopped the network, so no relay member is shown or introduced. It goes on by itself once the network does. Your own pool remains available.',
    'matching.company-suspended':
      'The operator has suspended your company, so no relay member is shown or introduced. The notices on the home page say why; ask the operator. Your own pool remains available.',
    'matching.no-network':
      'No operator is set up for the relay, so there are no relay members to show. Ask whoever runs this installation.',
    'matching.not-shown':
      'This person is no longer shown, or not at present. Reload the list and choose somebody else.',
  },
} satisfies Messages
