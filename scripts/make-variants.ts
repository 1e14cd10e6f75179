/**
 * Writes src/engines/japanese/variants.gen.ts from the Unicode Han database.
 * Needs Debian's package `unicode-data` (or UNICODE_DIRECTORY with the same files). Run: node scripts/make-variants.ts
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { everydayOldForms, familyNameVariants, personalNameVariants, unrelatedPairs } from './variants-by-hand.ts'

const directory = process.env['UNICODE_DIRECTORY'] ?? '/usr/share/unicode'

type Row = { character: string; field: string; value: string }

function read(file: string): Row[] {
  const text = execFileSync('bzcat', [`${directory}/${file}.txt.bz2`], { maxBuffer: 1 << 28 }).toString('utf8')
  return text
    .split('\n')
    .filter((line) => line.startsWith('U+'))
    .map((line) => {
      const [code = '', field = '', value = ''] = line.split('\t')
      return { character: fromCode(code), field, value }
    })
}

const fromCode = (code: string): string => String.fromCodePoint(Number.parseInt(code.slice(2), 16))
const codesIn = (value: string): string[] => [...value.matchAll(/U\+[0-9A-F]{4,6}/g)].map((match) => fromCode(match[0]))

const mappings = read('Unihan_OtherMappings')
const having = (field: string): Row[] => mappings.filter((row) => row.field === field)
const joyo = new Set(
  having('kJoyoKanji')
    .filter((row) => !row.value.includes('U+'))
    .map((row) => row.character),
)
const jinmeiyo = new Set(
  having('kJinmeiyoKanji')
    .filter((row) => !row.value.includes('U+'))
    .map((row) => row.character),
)
const japanese = new Set(
  mappings.filter((row) => /^(kJis0|kJis1|kJIS0213|kIBMJapan)$/.test(row.field)).map((row) => row.character),
)
const chinese = new Map<string, Set<string>>()
const native = new Map<string, Set<string>>()
for (const row of read('Unihan_Readings')) {
  if (row.field === 'kJapaneseOn') chinese.set(row.character, new Set(row.value.split(' ')))
  if (row.field === 'kJapaneseKun') native.set(row.character, new Set(row.value.split(' ')))
}

/** 0 the table of everyday characters, 1 the table for names, 2 another character of a Japanese standard, 3 the rest */
function rank(character: string): number {
  if (joyo.has(character)) return 0
  if (jinmeiyo.has(character)) return 1
  return japanese.has(character) ? 2 : 3
}

/** Both readings must be shared: characters which share only the Chinese one are mostly different names (珪 and 圭). */
function soundAlike(one: string, other: string): boolean {
  const share = (readings: Map<string, Set<string>>): boolean => {
    const second = readings.get(other)
    return [...(readings.get(one) ?? [])].some((reading) => second?.has(reading))
  }
  return share(chinese) && share(native)
}

const folds = new Map<string, string>()
const offer = (from: string, target: string): void => {
  // Some lists point at a compatibility character; keys are NFKC, so the target must be what NFKC leaves alone.
  const to = target.normalize('NFKC')
  if (from !== to && !folds.has(from) && settle(to) !== from && !unrelatedPairs.includes(from + to)) folds.set(from, to)
}

// By hand first: what usage in names decides wins over what the database relates.
for (const [to, variants] of [...Object.entries(familyNameVariants), ...Object.entries(personalNameVariants)]) {
  for (const from of variants) offer(from, to)
}
for (const pair of everydayOldForms.trim().split(/\s+/)) {
  const [from = '', to = ''] = pair
  offer(from, to)
}
// The official lists name their own old forms.
for (const row of [...having('kJoyoKanji'), ...having('kJinmeiyoKanji')]) {
  const [to] = codesIn(row.value)
  if (to) offer(row.character, to)
}
const related = read('Unihan_Variants')
// kTraditionalVariant and kSimplifiedVariant tell of Chinese usage (據 is 拠 in Japan, 据 in China) and are left out.
for (const field of ['kZVariant', 'kSemanticVariant']) {
  for (const row of related.filter((candidate) => candidate.field === field)) {
    // A relation is given once in either direction, so both ends are tried.
    for (const other of codesIn(row.value)) {
      for (const [from, to] of [
        [row.character, other],
        [other, row.character],
      ] as const) {
        if (rank(from) === 2 && rank(to) <= 1 && soundAlike(from, to)) offer(from, to)
      }
    }
  }
}
for (const row of read('Unihan_IRGSources')) {
  const [to] = codesIn(row.value)
  if (row.field === 'kCompatibilityVariant' && to && rank(row.character) <= 2) offer(row.character, to)
}

/** Follows the chain to its end; the list by hand may point at a character which folds further. */
function settle(character: string, seen = new Set<string>()): string {
  const next = folds.get(character)
  if (!next || seen.has(character)) return character
  return settle(next, seen.add(character))
}

const pairs = [...folds.keys()]
  .map((from) => from + settle(from))
  .filter((pair) => Array.from(pair)[0] !== Array.from(pair)[1])
  .toSorted((one, other) => (one < other ? -1 : 1))
const lines: string[] = []
for (let at = 0; at < pairs.length; at += 40) lines.push(`  '${pairs.slice(at, at + 40).join('')}'`)
writeFileSync(
  new URL('../src/engines/japanese/variants.gen.ts', import.meta.url),
  `// Made by scripts/make-variants.ts from the Unicode Han database (© Unicode, Inc., Unicode License v3) and a list by hand.
// Pairs of characters: a variant, then the form it is compared as.
export const variantPairs =
${lines.join(' +\n')}
`,
)
console.log(`${pairs.length} variants`)
