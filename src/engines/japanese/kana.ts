const hiraganaToKatakanaOffset = 0x60

/** Half-width kana, standing sound marks and hiragana become full-width katakana; everything else is left as it is. */
export function toKatakana(text: string): string {
  return text
    .replace(/[\uFF61-\uFF9F]+/g, (halfWidth) => halfWidth.normalize('NFKC'))
    .replace(/[゛\u3099]/g, '\u3099')
    .replace(/[゜\u309A]/g, '\u309A')
    .normalize('NFC')
    .replace(/[\u3041-\u3096\u309D\u309E]/g, (kana) =>
      String.fromCharCode(kana.charCodeAt(0) + hiraganaToKatakanaOffset),
    )
}

export function toHiragana(text: string): string {
  return toKatakana(text).replace(/[\u30A1-\u30F6\u30FD\u30FE]/g, (kana) =>
    String.fromCharCode(kana.charCodeAt(0) - hiraganaToKatakanaOffset),
  )
}

/** Kana of any width, with the marks and separators that stand in a reading; at least one kana. */
export function isKana(text: string): boolean {
  return (
    /^[\u3041-\u309F\u30A1-\u30FF\uFF66-\uFF9F\s・=＝‐-]+$/u.test(text) &&
    /[\u3041-\u3096\u30A1-\u30FA\uFF66-\uFF9D]/u.test(text)
  )
}

/** Latin letters only, with the marks that stand in a romanised name. */
export function isRomaji(text: string): boolean {
  return /^[\p{Script=Latin}\p{M}\s.,'’`ʼ\-‐・]+$/u.test(text) && /\p{Script=Latin}/u.test(text)
}

export function hasKanji(text: string): boolean {
  return /[\p{Script=Han}々〆]/u.test(text)
}
