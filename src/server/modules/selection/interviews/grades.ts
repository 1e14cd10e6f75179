import type { Recommendation } from '../../../../contract/selection/selection-terms.ts'

const byGrade: Record<string, Recommendation> = {
  S: 'STRONG_YES',
  A: 'STRONG_YES',
  B: 'YES',
  C: 'NO',
  D: 'STRONG_NO',
  E: 'STRONG_NO',
  '◎': 'STRONG_YES',
  '○': 'YES',
  〇: 'YES',
  '△': 'NO',
  '×': 'STRONG_NO',
  '✕': 'STRONG_NO',
  STRONG_YES: 'STRONG_YES',
  YES: 'YES',
  NO: 'NO',
  STRONG_NO: 'STRONG_NO',
  DEFINITELY_NOT: 'STRONG_NO',
  合格: 'YES',
  通過: 'YES',
  不合格: 'NO',
  見送り: 'NO',
}

/**
 * A grade of any scale as one of four recommendations: A to D, ◎○△×, words, or a number out of `outOf` (5 unless
 * said otherwise), whose middle counts as no: on such scales the middle is where nobody is recommended. Null when it
 * cannot be read.
 */
export function readGrade(raw: string | number, outOf = 5): Recommendation | null {
  const text = String(raw)
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_')
  const listed = byGrade[text] ?? byGrade[String(raw).trim()]
  if (listed) return listed
  const number = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : /^[ABCDS][+-_]?$/.test(text) ? null : undefined
  if (number === null) return byGrade[text.charAt(0)] ?? null
  if (number === undefined || number < 1 || number > outOf) return null
  const share = (number - 1) / (outOf - 1)
  if (share >= 0.875) return 'STRONG_YES'
  if (share > 0.5) return 'YES'
  return share >= 0.25 ? 'NO' : 'STRONG_NO'
}
