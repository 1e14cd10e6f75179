import { messages } from '../../../../ui/text/messages.ts'

export const newsWords = messages({
  ja: {
    title: '募集中の求人',
    note: '自社の人材プールのうち、条件から外れない方の人数です。未確認の情報があっても除外していません。',
    fresh: (count: string) => `新着 ${count}名`,
    people: (count: string, known: string) => `${count}名(合致を確認済み ${known}名)`,
    never: 'まだ確認していません',
    looked: (age: string) => `最終確認 ${age}`,
  },
  en: {
    title: 'Open openings',
    note: 'How many people of your own pool fail no condition. What is not known excludes nobody.',
    fresh: (count: string) => `${count} new`,
    people: (count: string, known: string) => `${count} people, ${known} known to fit`,
    never: 'Not looked at yet',
    looked: (age: string) => `Last looked at ${age}`,
  },
})

export const fittingWords = messages({
  ja: {
    title: '合う求人',
    note: '募集中の求人のうち、この方の希望と条件が合うものです。順位は一覧の並べ方で、合否を決めるものではありません。',
    none: '条件の合う求人は、いまはありません。',
    IN_PROCESS: '選考中のため、ほかの求人は探していません。',
    STOPPED: 'データの利用停止または消去を求めているため、求人は探していません。',
    HIRED: '入社済みのため、求人は探していません。',
    points: (score: string, maximum: string) => `${score} / ${maximum}点`,
    applied: '応募歴あり',
    missing: '未確認のこと',
    off: '順位付けは停止しています。',
  },
  en: {
    title: 'Openings that fit',
    note: 'Open openings whose conditions and this person’s wishes agree. The order decides nothing.',
    none: 'No open opening fits at the moment.',
    IN_PROCESS: 'In process here, so nothing else is looked for.',
    STOPPED: 'Asked that their data is used no more, so nothing is looked for.',
    HIRED: 'Employed here, so nothing is looked for.',
    points: (score: string, maximum: string) => `${score} of ${maximum} points`,
    applied: 'Applied before',
    missing: 'Not known',
    off: 'Ranking is turned off.',
  },
})
