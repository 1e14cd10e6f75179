import { messages } from '../../../../ui/text/messages.ts'

export const bulkWords = messages({
  ja: {
    open: 'まとめて統合',
    title: '確実な組み合わせをまとめて統合',
    precision: '統合の正しさ',
    precisionHelp:
      '見込みの高い順に、この割合が同じ方である範囲まで統合します。氏名や生年月日が食い違う組み合わせと、メールアドレスの持ち主が未確認の組み合わせは含みません。',
    atLeast: (share: string) => `${share}以上`,
    pairs: '統合する組み合わせ',
    pairCount: (pairs: string, people: string) => `${pairs}組(${people}人)`,
    expectedWrong: 'うち別人を含む見込み',
    wrong: (count: string) => `約${count}組`,
    past: '同じくらい確実な組への過去の判断',
    pastCount: (same: number, notSame: number) =>
      same + notSame === 0 ? 'まだありません' : `同じ方 ${same} / 別人 ${notSame}`,
    leftOut: '人が確かめるべき点があり、確認待ちに残す組',
    pairsOnly: (count: string) => `${count}組`,
    sample: 'この中で最も不確かな組み合わせ',
    start: (count: string) => `${count}組を統合する`,
    counting: '確認しています',
    accepting: 'まとめて統合',
    undoing: '統合の取り消し',
    merged: '統合',
    takenApart: '元に戻した組',
    undoAll: 'まとめて取り消す',
  },
  en: {
    open: 'Merge many',
    title: 'Merge all pairs that are sure enough',
    precision: 'How often it is to be right',
    precisionHelp:
      'Merges from the surest pair down as long as this share is one person each. Pairs whose names or birth dates differ, or that bring an email nobody confirmed, are left out.',
    atLeast: (share: string) => `${share} or more`,
    pairs: 'Pairs to merge',
    pairCount: (pairs: string, people: string) => `${pairs} (${people} people)`,
    expectedWrong: 'Of these probably two people',
    wrong: (count: string) => `about ${count}`,
    past: 'What was decided of pairs as sure',
    pastCount: (same: number, notSame: number) =>
      same + notSame === 0 ? 'nothing yet' : `same ${same} / different ${notSame}`,
    leftOut: 'As likely, but something speaks against it: stay in the queue',
    pairsOnly: (count: string) => count,
    sample: 'The least sure of them',
    start: (count: string) => `Merge ${count} pairs`,
    counting: 'Counting',
    accepting: 'Merging many',
    undoing: 'Taking merges back',
    merged: 'Merged',
    takenApart: 'Taken apart',
    undoAll: 'Undo all of it',
  },
})
