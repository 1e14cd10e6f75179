import { skillName } from './codes/skills.ts'
import { workName } from './codes/work.ts'
import type { Reason } from './verdict.ts'

type Locale = 'ja' | 'en'

/** `{name}` is filled from the reason's values. */
const TEXTS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  ASK: { ja: '{fact}が未確認です', en: '{fact} is not known' },
  BLOCKED: { ja: '本人が公開しない企業に指定しています', en: 'The person does not want this company to see them' },
  EMPLOYER_LEFT_ALONE: { ja: '声をかけないと決めた企業に在籍しています', en: 'Works for a company that is left alone' },
  COMMUTE: {
    ja: '居住地（{prefecture}）から通勤できるかご確認ください',
    en: 'Lives in {prefecture}: check the commute',
  },
  NO_PERMIT: { ja: '就労資格がありません', en: 'No permission to work' },
  PERMIT_RESTRICTED: { ja: '在留資格で認められる業務かご確認ください', en: 'Check that the permit covers this work' },
  REMOTE_ONLY: { ja: 'フルリモートのみを希望しています', en: 'Wishes to work remotely only' },
  OTHER_PLACE: { ja: '勤務可能な地域（{places}）と一致しません', en: 'Can work in {places} only' },
  OTHER_OCCUPATION: { ja: '希望職種（{wished}）と一致しません', en: 'Wishes another occupation ({wished})' },
  OTHER_EMPLOYMENT_TYPE: { ja: '希望する雇用形態（{wished}）と一致しません', en: 'Wishes other terms ({wished})' },
  SALARY_BELOW_WISH: {
    ja: '提示年収の上限{offered}円が希望年収{wished}円に届きません',
    en: 'At most ¥{offered} is offered, at least ¥{wished} wished',
  },
  AVAILABLE_LATER: { ja: '入社可能日（{from}）が期限（{by}）より後です', en: 'Available from {from}, needed by {by}' },
  LANGUAGE_BELOW: {
    ja: '言語（{language}）が{held}で、条件の{asked}に届きません',
    en: '{language}: {held} where {asked} is asked',
  },
  LANGUAGE_UNKNOWN: { ja: '言語（{language}）の力が未確認です', en: '{language} is not known' },
  LANGUAGE_LEVEL_UNKNOWN: { ja: '言語（{language}）の水準が未確認です', en: 'The level of {language} is not known' },
  OUTSIDE_RECORDED_AGE_EXCEPTION: {
    ja: '記録された年齢制限の例外事由の範囲外です',
    en: 'Outside the age exception on record',
  },
  SKILL_HELD: { ja: '{skill}の経験があります', en: 'Has {skill}' },
  SKILL_YEARS_SHORT: { ja: '{skill}の年数が条件に届きません', en: 'Fewer years of {skill} than asked' },
  SKILL_YEARS_UNKNOWN: { ja: '{skill}の年数が未確認です', en: 'Years of {skill} are not known' },
  SKILL_MENTIONED: { ja: '{skill}は経歴の記載から', en: '{skill} is named in the work history' },
  WORK_SAME: { ja: '同じ仕事（{work}）をしています', en: 'Does this work ({work})' },
  WORK_NEAR: { ja: '近い仕事（{work}）をしています', en: 'Does work near it ({work})' },
  WORK_PAST: { ja: '以前に{work}の仕事をしていました', en: 'Did {work} before' },
  SKILL_RELATED: {
    ja: '{skill}は未確認、近い経験に{through}があります',
    en: '{skill} is not known; related: {through}',
  },
  SKILL_UNKNOWN: { ja: '{skill}の経験が未確認です', en: '{skill} is not known' },
  EXPERIENCE: { ja: '実務経験{held}年（条件{asked}年）', en: '{held} years of experience, {asked} asked' },
  STAGE_REACHED: { ja: '過去の選考で到達した段階: {stage}', en: 'Stage reached before: {stage}' },
  EVALUATION: { ja: '過去の評価 {percent}/100', en: 'Earlier evaluation {percent}/100' },
  UPDATED: { ja: '情報の更新から{days}日', en: 'Updated {days} days ago' },
  SIGNAL: { ja: '本人の動き: {kind}（{days}日前）', en: 'Signal from the person: {kind}, {days} days ago' },
  ALLOW_REMOTE: { ja: 'リモート勤務を可とする', en: 'if remote is allowed' },
  ADD_PREFECTURE: { ja: '勤務地に{prefecture}を加える', en: 'if {prefecture} is added' },
  ADD_OCCUPATION: { ja: '職種に{occupation}を加える', en: 'if occupation {occupation} is added' },
  ADD_EMPLOYMENT_TYPE: { ja: '雇用形態に{type}を加える', en: 'if {type} is offered' },
  RAISE_SALARY: { ja: '年収の上限を{percent}%上げる（{maximum}円）', en: 'if up to {percent}% more is offered' },
  DROP_LANGUAGE: { ja: '言語（{language}）の条件を外す', en: 'if {language} is not asked' },
  LATER_START: { ja: '入社期限を{months}か月延ばす（{startBy}）', en: 'if the start may be {months} months later' },
}

const FACTS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  prefecture: { ja: '居住地', en: 'Prefecture' },
  willingPrefectures: { ja: '勤務可能な地域', en: 'Where they would work' },
  remoteWish: { ja: 'リモート勤務の希望', en: 'Wish for remote work' },
  occupations: { ja: '希望職種', en: 'Wished occupation' },
  employmentTypes: { ja: '希望雇用形態', en: 'Wished terms of employment' },
  desiredSalary: { ja: '希望年収', en: 'Desired salary' },
  workPermit: { ja: '就労資格', en: 'Permission to work' },
  employer: { ja: '在籍企業', en: 'Employer' },
  languages: { ja: '語学力', en: 'Languages' },
  availableFrom: { ja: '入社可能日', en: 'Available from' },
  skills: { ja: 'スキル', en: 'Skills' },
  roles: { ja: 'これまでの仕事', en: 'Work done so far' },
  experienceYears: { ja: '経験年数', en: 'Years of experience' },
  stageReached: { ja: '選考の到達段階', en: 'Stage reached' },
  evaluation: { ja: '評価', en: 'Evaluation' },
  age: { ja: '年齢', en: 'Age' },
}

/** Says a reason in words. Codes of other schemes (prefectures, occupations, stages) are named through `nameOf`. */
export function describeReason(
  { code, values }: Reason,
  locale: Locale,
  nameOf: (key: string, value: string) => string = (_, value) => value,
): string {
  const text = TEXTS[code]?.[locale]
  if (text === undefined) throw new Error(`no words for the reason ${code}`)
  return text.replaceAll(/\{(\w+)\}/g, (_, key: string) => {
    const value = values[key] ?? ''
    if (typeof value === 'number') return value.toLocaleString(locale)
    if (key === 'work') return workName(value, locale)
    if (key === 'skill' || key === 'through') return skillName(value, locale)
    return key === 'fact' ? (FACTS[value]?.[locale] ?? value) : nameOf(key, value)
  })
}
