import { TextCollector } from './texts.ts'

/**
 * Mail addresses, telephone numbers and numbers of other kinds in their usual forms, read from bytes without a string being made of them: nearly
 * everybody has one of their own. What is not in such a form is read as `values.ts` reads it, and never otherwise.
 */
type Bytes = { bytes: Uint8Array; from: number; end: number }

const codeOf = (character: string): number => character.charCodeAt(0)
const [at, star, small, zero, plus] = [codeOf('@'), codeOf('*'), codeOf('x'), codeOf('0'), codeOf('+')]
const classOf = (characters: string): Uint8Array => {
  const within = new Uint8Array(256)
  for (const character of characters) within[codeOf(character)] = 1
  return within
}
const lettersAndDigits = 'abcdefghijklmnopqrstuvwxyz0123456789'
const isFirst = classOf(lettersAndDigits)
const isLocal = classOf(`${lettersAndDigits}.!#$%&'*+/=?^_\`{|}~-`)
const isDomain = classOf(`${lettersAndDigits}.-`)
const mostDomains = 10_000

/** Tells which addresses are their own normal form; `valueOf` says so of the first at each domain. */
export function plainMails(valueOf: (text: string) => string): (cell: Bytes, text: () => string) => boolean {
  const domains = new TextCollector()
  const isPlain: boolean[] = []
  return ({ bytes, from, end }, text) => {
    let here = from
    if (isFirst[bytes[here]!] === 0) return false
    while (here < end && isLocal[bytes[here]!] === 1) here++
    if (bytes[here] !== at || here - from > 64) return false
    const domain = here + 1
    if (end - domain < 3 || end - domain > 100) return false
    for (let place = domain; place < end; place++) if (isDomain[bytes[place]!] === 0) return false
    if (isBlotted(bytes, from, end)) return false
    const number = domains.codeOfUnits(bytes, domain, end, mostDomains)
    if (number < 0) return false
    if (isPlain[number] === undefined) {
      const address = text()
      isPlain[number] = valueOf(address) === address
    }
    return isPlain[number]
  }
}

/** Two stars, or four x, stand for what is not shown. */
function isBlotted(bytes: Uint8Array, from: number, end: number): boolean {
  let times = 1
  for (let here = from + 1; here < end; here++) {
    times = bytes[here] === bytes[here - 1] ? times + 1 : 1
    if ((bytes[here] === star && times >= 2) || (bytes[here] === small && times >= 4)) return true
  }
  return false
}

/** Whether a postcode or number consists of digits alone, and so is its own normal form (`codeValue`). */
export function plainCode({ bytes, from, end }: Bytes): boolean {
  for (let here = from; here < end; here++) if (!isDigit(bytes[here])) return false
  return end > from && end - from <= 100
}

const isDigit = (unit: number | undefined): boolean => unit !== undefined && unit >= zero && unit <= zero + 9

/**
 * The digits of a Japanese mobile number in E.164, `+81` and ten digits; the array is filled anew by every call. Null where
 * the cell has another form than most: `090-1234-5678`, `09012345678`, `(090)12345678`, `+819012345678`.
 */
export function plainMobile({ bytes, from, end }: Bytes): Uint8Array | null {
  let here = from
  if (bytes[here] === plus) {
    if (bytes[here + 1] !== zero + 8 || bytes[here + 2] !== zero + 1) return null
    here += 3
  } else {
    if (bytes[here] === codeOf('(')) here++
    if (bytes[here] !== zero) return null
    here++
  }
  for (let digit = 0; digit < 10; digit++) {
    if (digit === 2 && (bytes[here] === codeOf(')') || bytes[here] === codeOf('-'))) here++
    if (digit === 6 && bytes[here] === codeOf('-')) here++
    if (here >= end || !isDigit(bytes[here])) return null
    mobile[3 + digit] = bytes[here++]!
  }
  const [kind, second, third] = [mobile[3]! - zero, mobile[4], mobile[5]]
  return here === end && kind >= 6 && second === zero && third !== zero ? mobile : null
}

const mobile = Uint8Array.from('+810000000000', codeOf)
