import type { HeldRole } from '../candidate.ts'
import { normalised, remembered } from './spelling.ts'
import { WORK_ROWS } from './work-rows.ts'

export interface WorkClass {
  /** 大分類-中分類 of 厚生労働省編職業分類, and a name of ours below it. */
  readonly code: string
  readonly ja: string
  readonly en: string
}

interface Row extends WorkClass {
  readonly spellings: readonly string[]
}

const ROWS: readonly Row[] = WORK_ROWS.trim()
  .split('\n')
  .map((row) => {
    const [code = '', ja = '', en = '', spellings = ''] = row.split('|').map((cell) => cell.trim())
    return { code, ja, en, spellings: spellings.split(',').map(normalised) }
  })

export const WORK_CODES: readonly string[] = ROWS.map(({ code }) => code)

const BY_CODE = new Map(ROWS.map((row) => [row.code, row]))

/** Longest first, so that 営業事務 is found before 営業. */
const SPELLINGS = ROWS.flatMap(({ code, spellings }) => spellings.map((spelling) => ({ spelling, code }))).toSorted(
  (a, b) => b.spelling.length - a.spelling.length,
)

const LATIN = /^[a-z&]+$/

/**
 * The lines of work that a title names: at most two, the longest spelling first. A title that names none is its own line,
 * `title:…`, and meets only the same title.
 */
export const workOf = remembered((title): readonly string[] => {
  let rest = normalised(title)
  if (rest === '') return []
  const found: string[] = []
  for (const { spelling, code } of SPELLINGS) {
    const at = rest.indexOf(spelling)
    if (at < 0 || (LATIN.test(spelling) && !standsAlone(rest, at, spelling.length))) continue
    if (!found.includes(code)) found.push(code)
    if (found.length === 2) break
    // What a longer spelling took is not read again.
    rest = `${rest.slice(0, at)}|${rest.slice(at + spelling.length)}`
  }
  return found.length > 0 ? found : [`title:${normalised(title)}`]
})

/** `se` is a title, but not inside `sales`. */
function standsAlone(text: string, at: number, length: number): boolean {
  return !/[a-z]/.test(text[at - 1] ?? ' ') && !/[a-z]/.test(text[at + length] ?? ' ')
}

export interface WorkFit {
  /** 0 to 1. */
  readonly share: number
  readonly work: string
  readonly basis: 'SAME' | 'NEAR' | 'PAST'
}

/** What was done before counts less than what is done today. */
export const PAST_WORK_SHARE = 0.7

/** The nearest of a person's lines of work to a title; undefined where none is near. */
export function workFit(title: string, roles: readonly HeldRole[]): WorkFit | undefined {
  const asked = workOf(title)
  let best: WorkFit | undefined
  for (const { title: role, isPast } of roles) {
    for (const work of workOf(role)) {
      const closeness = Math.max(0, ...asked.map((one) => workCloseness(one, work)))
      const share = isPast ? closeness * PAST_WORK_SHARE : closeness
      if (share <= (best?.share ?? 0)) continue
      best = { share, work, basis: isPast ? 'PAST' : closeness === 1 ? 'SAME' : 'NEAR' }
    }
  }
  return best
}

/** 1 for the same line of work, 0.6 within its 中分類, 0.1 within its 大分類, else 0. */
export function workCloseness(asked: string, held: string): number {
  if (asked === held) return 1
  const [askedMajor, askedMiddle] = asked.split('-')
  const [heldMajor, heldMiddle] = held.split('-')
  if (askedMiddle === undefined || heldMiddle === undefined || askedMajor !== heldMajor) return 0
  return askedMiddle === heldMiddle ? 0.6 : 0.1
}

/** The line's name; of a title that is its own line, the title. */
export function workName(code: string, locale: 'ja' | 'en'): string {
  return BY_CODE.get(code)?.[locale] ?? code.replace(/^title:/, '')
}
