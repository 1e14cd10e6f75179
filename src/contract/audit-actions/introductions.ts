import type { Told } from './told.ts'

/** What is recorded about matches, introductions and disputes about them. */
export const introductionsActions = {
  'disputes.opened': { ja: '異議を申し立てた', en: 'Contested something' },
  'disputes.stated': { ja: '申し立てに意見を述べた', en: 'Said its part in a dispute' },
  'disputes.withdrawn': { ja: '異議を取り下げた', en: 'Withdrew a dispute' },
  'introductions.gate-read': { ja: '運営の確認を待つ紹介を見た', en: 'Read the requests that wait for the operator' },
  'introductions.gate-decided': {
    ja: '紹介の依頼を本人に届けるかを決めた',
    en: 'Decided whether a request reaches the person',
  },
  'introductions.requested': { ja: '紹介を依頼した', en: 'Asked for an introduction' },
  'introductions.listed': { ja: '紹介の一覧を見た', en: 'Read the list of introductions' },
  'introductions.cancel-asked': { ja: '紹介の取り下げを求めた', en: 'Asked to take back an introduction' },
  'introductions.replied': { ja: '質問に答えた', en: 'Answered a question' },
  'introductions.promise-settled': {
    ja: 'ご本人へのお約束の結果が変わった',
    en: 'How a promise to a person stands changed',
  },
  'introductions.promise-confirmed': { ja: 'お約束を守ったことを記録した', en: 'Said that a promise was kept' },
  'introductions.promise-released': { ja: 'ご本人がお約束を不要とした', en: 'The person needs a promise no more' },
  'introductions.promise-objected': {
    ja: 'ご本人がお約束は守られていないと申し出た',
    en: 'The person says that a promise was not kept',
  },
  'network.promise-decided': { ja: 'お約束についての申し出を判断した', en: 'Decided whether a promise was kept' },
  'introductions.settled': { ja: '紹介の結果が決まった', en: 'An introduction was settled' },
  'introductions.read': { ja: '紹介の内容を見た', en: 'Read an introduction' },
  'introductions.names-read': {
    ja: '質問に含まれないか確かめるため、氏名・連絡先・勤務先を読んだ',
    en: 'Read names, addresses and employers to keep them out of a question',
  },
  'introductions.accepted': { ja: '紹介が承諾された', en: 'An introduction was accepted' },
  'introductions.ended': { ja: '紹介が終了した', en: 'An introduction ended' },
  'matching.listed': { ja: '候補の一覧を見た', en: 'Read the list of matches' },
  'matching.openings-listed': { ja: '合う求人の一覧を見た', en: 'Read which openings fit' },
  'matching.settings-changed': { ja: 'マッチングの設定を変えた', en: 'Changed the settings of matching' },
  'network.dispute-opened': { ja: '異議の申し立てを受け付けた', en: 'A dispute was opened' },
  'network.dispute-decided': { ja: '異議について判断した', en: 'Decided a dispute' },
} satisfies Record<string, Told>
