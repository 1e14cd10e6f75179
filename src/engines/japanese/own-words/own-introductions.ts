import { kanaToRomaji, romajiKey } from '../romaji.ts'
import { foldVariants } from '../variants.ts'

/** Who calls themselves something: とは他人 (`と申される方`) and a thing asked (`ですか`) are left. */
const called = String.raw`と\s*(?:申(?!され|す方)|もうし|言いま|いいま|呼)`
const stated = String.raw`でございます|です(?!か|が、?他)|拝(?![見聞読借啓])|より\s*$`
const labels =
  '(?:私|わたくし|わたし|僕|ぼく|俺|自分)\\s*(?:は|の名は|、|,)?|(?:名前|お名前|氏名|本名|名字|苗字|姓|名|応募者|候補者|求職者|登録者|本人)\\s*(?:は|の|[:：、,])|(?:応募者|候補者|求職者|登録者|本人)'
const opened = String.raw`(?:^|${labels}|[、,，:：;\s])\s*`
const alone = String.raw`(?:^|${labels}|[\s)])\s*`

/** A part of a name in kanji or in letters, found where somebody says or signs it. */
const byWriting = (part: string) => {
  // 森 may end 小森 and 学 a sentence: a part of one character needs nothing of its kind before it.
  const anywhere = Array.from(part).length > 1 ? '' : String.raw`(?<!\p{Script=Han})`
  return new RegExp(`${anywhere}${part}\\s*(?:${called})|${opened}${part}\\s*(?:${stated})|${alone}${part}\\s*$`, 'iu')
}

const kana = '([ぁ-ゖァ-ヺー]+?)'
const byKana = [
  new RegExp(`${opened}${kana}\\s*(?:${called})`, 'gu'),
  new RegExp(`${alone}${kana}\\s*$`, 'gu'),
  new RegExp(`(?:^|${labels})\\s*${kana}\\s*(?:${stated})`, 'gu'),
  new RegExp(`[、,，:：;\\s]\\s*([ぁ-ゖァ-ヺー]{3,}?)\\s*(?:${stated})`, 'gu'),
]
const byLetters = [
  /(?:^|\bmy (?:\w+ )?name is|\bname\s*:|\bi am|\bi'm|\bthis is|\bcall me|\bregards,?|\bsincerely,?|\byours,?|\bthanks,?)\s*([a-z'-]+)\s*(?:$|[,.]|\bhere\b)/giu,
  new RegExp(String.raw`\b([a-z'-]+)\s*(?:${called}|${stated})`, 'giu'),
]

/** The part of a name by which its bearer says who they are, or signs, as it is written; undefined where they do not. */
export function introducedPart(
  plain: string,
  { written, sounds }: { written: readonly string[]; sounds: ReadonlySet<string> },
): string | undefined {
  const lines = plain.split(/[。．!?\n]|\.(?=\s|$)/u).map((line) => line.trim())
  const parts = written.map((part) => foldVariants(part.normalize('NFKC')))
  const patterns = parts.map((part) => byWriting(part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)))
  for (const line of lines) {
    const at = patterns.findIndex((pattern) => pattern.test(line))
    if (at >= 0) return parts[at]
    for (const heard of byKana.flatMap((pattern) => [...line.matchAll(pattern)].map(([, said]) => said ?? '')))
      if (sounds.has(romajiKey(kanaToRomaji(heard)))) return heard
    for (const heard of byLetters.flatMap((pattern) => [...line.matchAll(pattern)].map(([, said]) => said ?? '')))
      if (sounds.has(romajiKey(heard))) return heard
  }
  return undefined
}
