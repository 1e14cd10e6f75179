import { messages } from '../../../../../ui/text/messages.ts'

export const passingWords = messages({
  ja: {
    title: '提供先への連絡',
    state: '状態',
    passingHelp:
      '訂正・利用停止・消去に応じると、このシステムを使う提供先には自動で伝わり、返答もここに残ります。ほかの提供先には連絡し、返答を記録してください。',
    passingNone: '連絡した提供先はまだありません。',
    recipient: '提供先',
    recipientHelp: '提供・受領の記録にある相手は、候補として表示されます。',
    passHow: '連絡の方法',
    passHows: { MAIL: 'メール', PHONE: '電話', PAPER: '書面', SYSTEM: '自動' },
    passEscalated: (at: string) => `5分以内に受け付けられなかったため、${at} に運営事務局へ連絡しました。`,
    pass: '連絡したことを記録する',
    passed: '連絡を記録しました。',
    passingStates: { SENT: '返答待ち', RECEIVED: '受領', DONE: '対応済み', REFUSED: '対応しない' },
    receipt: '返答',
    receiptHelp: 'いつ、どのような返答だったか。',
    keepReceipt: '返答を記録する',
  },
  en: {
    title: 'Telling recipients',
    state: 'State',
    passingHelp:
      'Once you grant it, recipients that use this system are told by themselves and their answers stand here. Tell the others, and keep what they answer.',
    passingNone: 'No recipient was told yet.',
    recipient: 'Recipient',
    recipientHelp: 'Those in the records of provision are offered.',
    passHow: 'How they were told',
    passHows: { MAIL: 'Mail', PHONE: 'Telephone', PAPER: 'Letter', SYSTEM: 'By the program' },
    passEscalated: (at: string) => `Not taken up within five minutes: the operator was told ${at}.`,
    pass: 'Record that they were told',
    passed: 'Recorded.',
    passingStates: { SENT: 'No answer yet', RECEIVED: 'Received', DONE: 'Done', REFUSED: 'Refused' },
    receipt: 'Their answer',
    receiptHelp: 'What they answered, and when.',
    keepReceipt: 'Keep the answer',
  },
})
