/** Whose a column is, which adds nothing: 応募者氏名, Candidate Gender. */
export const owners = /^(?:応募者|候補者|求職者|本人|人材|学生|applicant|candidate|person|contact)(?:の)?(?=.)/u

/** What is longer is a text that stands where a header should; its beginning tells as much. */
const longestHeader = 200

/** A header as it is compared: width, case, brackets with what they hold, numbering, marks and spaces removed. */
export function headerKey(header: string): string {
  return header
    .slice(0, longestHeader)
    .normalize('NFKC')
    .replace(/[(【[〔<](?:[^)】\]〕>]*)[)】\]〕>]/gu, (bracket) => keepsMeaning(bracket))
    .toLowerCase()
    .replace(/^[\d０-９]+[.．:：]\s*/u, '')
    .replace(/[^\p{L}\p{N}〒]/gu, '')
}

/** 氏名(カナ) is another column than 氏名; 希望年収(万円) and 氏名(必須) are not. */
function keepsMeaning(bracket: string): string {
  const inner = bracket.slice(1, -1).trim()
  return /カナ|かな|フリガナ|ふりがな|ヨミ|姓|名$|ローマ字|英字|漢字|kana|romaji|セイ|メイ/i.test(inner) ? inner : ''
}
