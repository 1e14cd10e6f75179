/**
 * A coarse key of how a Latin name sounds, under which spellings of one name mostly meet: the first sound, then the
 * classes of the consonants that follow, vowels dropped, at most four. In the manner of the Soundex of the American
 * census (National Archives, "The Soundex Indexing System"), with silent and shared beginnings made equal first.
 */
export function soundCode(name: string): string {
  const plain = name
    .replace(/^(?:kn|gn|pn)/, 'n')
    .replace(/^wr/, 'r')
    .replace(/^(?:ph|pf)/, 'f')
    .replace(/^(?:ck|c(?=[aoulr])|q)/, 'k')
    .replace(/^c(?=[eiy])/, 's')
    .replace(/^wh/, 'w')
    .replace(/^x/, 's')
  let code = plain.slice(0, 1)
  let last = classOf(code)
  for (const letter of plain.slice(1)) {
    const found = classOf(letter)
    if (found !== '' && found !== last) code += found
    if (!'hw'.includes(letter)) last = found
    if (code.length === 4) break
  }
  return code
}

const classes: readonly string[] = ['bfpv', 'cgjkqsxz', 'dt', 'l', 'mn', 'r']

const classOf = (letter: string): string => {
  const at = classes.findIndex((letters) => letters.includes(letter))
  return at < 0 ? '' : String(at + 1)
}
