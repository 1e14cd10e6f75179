import { toKatakana } from './kana.ts'

/** Modified Hepburn, by mora. Two-character morae are looked up first. */
const hepburn = new Map<string, string>()
const rows: [string, string][] = [
  ['アイウエオ', 'a i u e o'],
  ['カキクケコ', 'ka ki ku ke ko'],
  ['サシスセソ', 'sa shi su se so'],
  ['タチツテト', 'ta chi tsu te to'],
  ['ナニヌネノ', 'na ni nu ne no'],
  ['ハヒフヘホ', 'ha hi fu he ho'],
  ['マミムメモ', 'ma mi mu me mo'],
  ['ヤユヨ', 'ya yu yo'],
  ['ラリルレロ', 'ra ri ru re ro'],
  ['ワヰヱヲン', 'wa i e o n'],
  ['ガギグゲゴ', 'ga gi gu ge go'],
  ['ザジズゼゾ', 'za ji zu ze zo'],
  ['ダヂヅデド', 'da ji zu de do'],
  ['バビブベボ', 'ba bi bu be bo'],
  ['パピプペポ', 'pa pi pu pe po'],
  ['ァィゥェォ', 'a i u e o'],
  ['ャュョヮヴヵヶ', 'ya yu yo wa vu ka ke'],
]
for (const [kana, romaji] of rows) {
  const syllables = romaji.split(' ')
  for (const [at, character] of Array.from(kana).entries()) hepburn.set(character, syllables[at]!)
}
const contracted: Record<string, string> = { キ: 'ky', シ: 'sh', チ: 'ch', ニ: 'ny', ヒ: 'hy', ミ: 'my', リ: 'ry' }
Object.assign(contracted, { ギ: 'gy', ジ: 'j', ヂ: 'j', ビ: 'by', ピ: 'py' })
for (const [kana, stem] of Object.entries(contracted)) {
  for (const [small, vowel] of [
    ['ャ', 'a'],
    ['ュ', 'u'],
    ['ョ', 'o'],
  ] as const)
    hepburn.set(kana + small, stem + vowel)
}
const foreign =
  'シェ she ジェ je チェ che ティ ti ディ di デュ dyu ファ fa フィ fi フェ fe フォ fo ウィ wi ウェ we ウォ wo ヴァ va ヴィ vi ヴェ ve ヴォ vo ツァ tsa トゥ tu ドゥ du イェ ye'
for (const [, kana, romaji] of foreign.matchAll(/(\S+) (\S+)/g)) hepburn.set(kana!, romaji!)

/**
 * Kana of any width to modified Hepburn, lower case, spaces kept. Long vowels are written out as the kana has them
 * (オオタ → oota, サトウ → satou); `spelling: 'PASSPORT'` drops them and writes m before b, m and p, as the Japanese
 * passport does (旅券法施行規則 別表: ヘボン式).
 */
export function kanaToRomaji(kana: string, spelling: 'FULL' | 'PASSPORT' = 'FULL'): string {
  const text = toKatakana(kana)
    .replace(/[\s\u3000・=]+/g, ' ')
    .trim()
  let romaji = ''
  for (let at = 0; at < text.length; at++) {
    const pair = hepburn.get(text.slice(at, at + 2))
    const character = text[at]!
    if (character === 'ッ') {
      const next = hepburn.get(text.slice(at + 1, at + 3)) ?? hepburn.get(text[at + 1] ?? '') ?? ''
      romaji += next.startsWith('ch') ? 't' : /^[^aiueon]/.test(next) ? next[0] : ''
    } else if (character === 'ー') {
      romaji += /[aiueo]$/.exec(romaji)?.[0] ?? ''
    } else if (pair && text.length > at + 1) {
      romaji += pair
      at += 1
    } else {
      romaji += hepburn.get(character) ?? character
    }
  }
  return spelling === 'FULL' ? romaji : passportSpelling(romaji)
}

function passportSpelling(romaji: string): string {
  return romaji
    .split(' ')
    .map((word) =>
      word
        .replace(/n(?=[bmp])/g, 'm')
        .replace(/ou(?=.)|ou$/g, 'o')
        .replace(/oo(?=.)/g, 'o')
        .replace(/uu/g, 'u'),
    )
    .join(' ')
}

const kunrei: [RegExp, string][] = [
  [/sy(?=[auo])/g, 'sh'],
  [/(?:zy|jy|dy)(?=[auo])/g, 'j'],
  [/(?:ty|cy)(?=[auo])/g, 'ch'],
  [/si/g, 'shi'],
  [/(?:zi|di)/g, 'ji'],
  [/(?<![aeiou]t)ti/g, 'chi'],
  [/tti/g, 'tchi'],
  [/tu/g, 'tsu'],
  [/(?:dzu|du)/g, 'zu'],
  [/(?<![sc])hu/g, 'fu'],
  [/l/g, 'r'],
  [/cch/g, 'tch'],
]

/**
 * The key under which all spellings of one Japanese sound meet: Hepburn, Kunrei and Nihon spelling, macrons, passport
 * spelling, `oh`, doubled and dropped long vowels, m and n before b, m, p, apostrophes and hyphens, case and width.
 * ŌTA, Oota, Ohta and Ota share a key; so do Ono and Oono: a key finds candidates and decides nothing.
 */
export function romajiKey(text: string): string {
  let key = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z\s]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  for (const [pattern, spelling] of kunrei) key = key.replace(pattern, spelling)
  return key
    .split(' ')
    .map((word) =>
      word
        .replace(/m(?=[bmp])/g, 'n')
        .replace(/oh(?![aeiou])/g, 'o')
        .replace(/ou|oo/g, 'o')
        .replace(/([aiue])\1+/g, '$1')
        .replace(/o+/g, 'o'),
    )
    .join(' ')
}

const syllabary = new Map<string, string>()
for (const [kana, romaji] of hepburn)
  if (!/[ァィゥェォャュョヮヰヱヲヂヅヵヶ]/.test(kana) || kana.length > 1)
    if (!syllabary.has(romaji)) syllabary.set(romaji, kana)

/**
 * Romaji to full-width katakana: a likely reading to show as a proposal, since long vowels dropped in romaji cannot be
 * known. Null when a part of it is not Japanese sound (Smith).
 */
export function romajiToKana(text: string): string | null {
  let rest = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0302\u0304]/g, '\u0304')
    .normalize('NFC')
  rest = rest.replace(/ā/g, 'aa').replace(/ī/g, 'ii').replace(/ū/g, 'uu').replace(/ē/g, 'ee').replace(/ō/g, 'ou')
  for (const [pattern, spelling] of kunrei) rest = rest.replace(pattern, spelling)
  rest = rest.replace(/m(?=[bmp])/g, 'n').replace(/oh(?![aeiou])/g, 'oo')
  let kana = ''
  while (rest) {
    const [first = ''] = rest
    const syllable = [4, 3, 2, 1].map((length) => rest.slice(0, length)).find((part) => syllabary.has(part))
    if (/\s/.test(first)) [kana, rest] = [`${kana} `, rest.trimStart()]
    else if (/['’-]/.test(first)) rest = rest.slice(1)
    else if (/^n(?![aiueoy])/.test(rest)) [kana, rest] = [`${kana}ン`, rest.slice(1)]
    else if (/^(?:([bcdfghjkmprstvwz])\1|tch)/.test(rest)) [kana, rest] = [`${kana}ッ`, rest.slice(1)]
    else if (syllable) [kana, rest] = [kana + syllabary.get(syllable)!, rest.slice(syllable.length)]
    else return null
  }
  return kana.trim() || null
}
