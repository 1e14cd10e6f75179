import type { Messages } from './messages.ts'

export const linkageMessages = {
  ja: {
    'linkage.decided-already': 'この組み合わせはすでに判断済みです。変更する場合は、先に判断を取り消してください。',
  },
  en: {
    'linkage.decided-already': 'This pair was decided already. Undo that decision to change it.',
  },
} satisfies Messages
