import type { Match, Words } from '../../../contract/matching.ts'
import { describeReason, type Match as Found, type Reason } from '../../../engines/matching/index.ts'
import { employmentTypeWords, languageWords, occupationWords, prefectureWords } from './terms.ts'

const stages: Record<string, Words> = {
  APPLIED: { ja: '応募', en: 'applied' },
  DOCUMENT_SCREENING: { ja: '書類選考', en: 'document screening' },
  APTITUDE_TEST: { ja: '適性検査', en: 'aptitude test' },
  CASUAL_MEETING: { ja: 'カジュアル面談', en: 'casual talk' },
  INTERVIEW_1: { ja: '一次面接', en: 'first interview' },
  INTERVIEW_2: { ja: '二次面接', en: 'second interview' },
  INTERVIEW_3: { ja: '三次面接', en: 'third interview' },
  FINAL_INTERVIEW: { ja: '最終面接', en: 'final interview' },
  REFERENCE_CHECK: { ja: 'リファレンスチェック', en: 'reference check' },
  OFFER_MEETING: { ja: 'オファー面談', en: 'offer meeting' },
  OFFER: { ja: '内定', en: 'offer' },
}

const signals: Record<string, Words> = {
  OPEN_TO_OFFERS: { ja: '転職に前向き', en: 'open to offers' },
  REGISTERED: { ja: 'リレーに登録', en: 'registered in the relay' },
  ANSWERED: { ja: 'ご案内に返信', en: 'answered' },
  PROFILE_UPDATED: { ja: 'プロフィールを更新', en: 'updated the profile' },
  WORK_HISTORY_CHANGED: { ja: '職歴を更新', en: 'changed the work history' },
}

const conditions: Record<string, Words> = {
  BLOCK_LIST: { ja: '本人が公開しない企業', en: 'Not shown to this company' },
  WORK_PERMIT: { ja: '就労資格', en: 'Permission to work' },
  PLACE: { ja: '勤務地', en: 'Place' },
  OCCUPATION: { ja: '職種', en: 'Occupation' },
  EMPLOYMENT_TYPE: { ja: '雇用形態', en: 'Terms of employment' },
  SALARY: { ja: '年収', en: 'Salary' },
  LANGUAGE: { ja: '語学力', en: 'Languages' },
  START: { ja: '入社時期', en: 'Start' },
  AGE: { ja: '記録された年齢の例外事由', en: 'The age exception on record' },
}
const inBoth = (table: Record<string, Words>, code: string): Words => table[code] ?? { ja: code, en: code }

export const stageWords = (code: string): Words => inBoth(stages, code)
export const conditionWords = (code: string): Words => inBoth(conditions, code)

type Named = (value: string) => Words
const each =
  (words: Named): Named =>
  (value) => {
    const all = value.split(', ').map(words)
    return { ja: all.map(({ ja }) => ja).join('、'), en: all.map(({ en }) => en).join(', ') }
  }

/** What the codes in a reason are called; `wished` is an occupation or terms, by the reason. */
function namer({ code }: Reason): Record<string, Named> {
  return {
    stage: stageWords,
    kind: (value) => inBoth(signals, value),
    language: languageWords,
    prefecture: prefectureWords,
    places: each(prefectureWords),
    occupation: occupationWords,
    type: employmentTypeWords,
    wished: each(code === 'OTHER_EMPLOYMENT_TYPE' ? employmentTypeWords : occupationWords),
  }
}

/** A reason said in both languages. */
export function reasonWords(reason: Reason): Words & { code: string } {
  if (reason.code === 'COARSE') return coarse(String(reason.values['fact']))
  const names = namer(reason)
  const said = (locale: 'ja' | 'en') =>
    describeReason(reason, locale, (key, value) => names[key]?.(value)[locale] ?? value)
  return { code: reason.code, ja: said('ja'), en: said('en') }
}

/** Only a range is shown of an anonymous person, and a part of it would not fit. */
function coarse(fact: string): Words & { code: string } {
  const { ja, en } = factWords(fact)
  return {
    code: 'COARSE',
    ja: `${ja}は範囲のみ公開されています。条件に合うかご本人にご確認ください`,
    en: `${en}: only a range is shown; ask whether it fits`,
  }
}

/** A fact nobody knows yet, by its name. */
const factWords = (fact: string): Words => {
  const { ja, en } = reasonWords({ code: 'ASK', values: { fact } })
  return { ja: ja.replace(/が未確認です$/, ''), en: en.replace(/ is not known$/, '') }
}

/** What a rank says for itself: each part with its share and reasons, what is not known, what to verify. */
export function explained(found: Found): Omit<Match, 'rank' | 'person' | 'anonymous'> {
  const parts = found.parts.filter(({ maximum }) => maximum > 0)
  return {
    score: found.score,
    maximum: parts.reduce((sum, { maximum }) => sum + maximum, 0),
    parts: parts.map(({ part, contribution, maximum, reasons }) => ({
      part,
      contribution,
      maximum,
      reasons: reasons.map(reasonWords),
    })),
    missingFacts: found.missingFacts.map(factWords),
    toVerify: found.toVerify.filter(({ code }) => code !== 'ASK').map(reasonWords),
  }
}

/** The same person where nothing is ranked: no score and no parts, only what to ask. */
export const unexplained = (found: Found): Omit<Match, 'rank' | 'person' | 'anonymous'> => ({
  ...explained(found),
  score: null,
  maximum: 0,
  parts: [],
})
