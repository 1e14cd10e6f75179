import type { Messages } from './messages.ts'

export const linkageMessages = {
  ja: {
    'linkage.decided-already': 'この組み合わせはすでに判断済みです。変更する場合は、先に判断を取り消してください。',
    'linkage.group-refused':
      'この中に、以前「別人」と判断した方々が含まれているため、まとめて統合できません。1組ずつご判断ください。',
    'linkage.nothing-to-accept': 'この精度でまとめて統合できる組み合わせはありません。',
    'linkage.run-still-going': 'まとめての統合がまだ処理中です。終わってから取り消してください。',
    'linkage.run-mismatch': 'このIDは、別の内容のまとめての統合にすでに使用されています。',
    'linkage.rules-outdated':
      'ほかの方が先にルールを変更しました(現在は第{version}版)。最新の内容をご確認のうえ、もう一度お試しください。',
  },
  en: {
    'linkage.decided-already': 'This pair was decided already. Undo that decision to change it.',
    'linkage.group-refused':
      'Two of them were said to be different people, so they cannot be merged all at once. Decide pair by pair.',
    'linkage.nothing-to-accept': 'There is no pair to merge at this precision.',
    'linkage.run-still-going': 'The merging is still going on. Undo it once it is done.',
    'linkage.run-mismatch': 'This id has been used already to merge something else.',
    'linkage.rules-outdated':
      'Somebody changed the rules meanwhile (version {version} is in force). Look at them and try again.',
  },
} satisfies Messages
