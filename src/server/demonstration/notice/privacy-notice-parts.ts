import type { basisKinds } from '../../../contract/consent/consent.ts'
import type { Employer } from '../people/cast.ts'

/** A part of a notice under its own heading. */
export type Section = readonly [heading: string, ...paragraphs: string[]]

/** Points of a list, in the form in which notices are written. */
export const points = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n')

/** How long each class of people is kept, as the rules are set and the notice says. */
export const keptMonths = { APPLICANT: 36, EVENT_ATTENDEE: 12, REJECTED: 36, WITHDRAWN: 36, HIRED: 60 } as const

type Told = Exclude<(typeof basisKinds)[number], 'RELAY'>

const purposes: Record<Told, string> = {
  LETTER: '採用選考の結果をお知らせし、ご希望の方に今後のご案内をお届けするため。',
  POOL: '過去にご応募いただいた方の情報を保管し、ご希望に合う募集をご案内するため。',
  REFRESH: 'タレントプールの登録内容を最新に保ち、ご希望に合う募集をご案内するため。',
}

/** A purpose in the words in which it is recorded and in which the employer's notice says it. */
export const purposeOf = ({ company }: Employer, kind: Told): string => `${company.name}の${purposes[kind]}`
