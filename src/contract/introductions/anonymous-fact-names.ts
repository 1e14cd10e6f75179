import type { anonymousFacts } from '../matching.ts'

type Names = Record<(typeof anonymousFacts)[number], string>

/** What the parts of an anonymous profile are called, for whoever reads one. */
export const anonymousFactNames: Record<'ja' | 'en', Names> = {
  ja: {
    occupation: '希望職種',
    places: '希望勤務地',
    remote: '働き方',
    salary: '希望年収',
    start: '開始時期',
    terms: '雇用形態',
    skills: 'スキル',
  },
  en: {
    occupation: 'Occupation',
    places: 'Place',
    remote: 'Way of working',
    salary: 'Salary wished',
    start: 'Start',
    terms: 'Terms',
    skills: 'Skills',
  },
}
