/**
 * Japanese telephone numbers, by the numbering plan of 総務省 (電気通信番号計画): a leading 0 and
 * 070, 080, 090 and 060 mobile: 11 digits; 050 IP telephony: 11; 0800 free: 11; 0120 free, 0570 and others: 10;
 * fixed lines: 10 digits of which the second is not 0.
 */
const mobile = /^0[6789]0[1-9]\d{7}$/
const elevenDigits = /^(?:050[1-9]\d{7}|0800\d{7})$/
const tenDigits = /^0[1-9]\d{8}$/
const fixed = /^0[1-9][1-9]\d+$/

export type PhoneKind = 'MOBILE' | 'IP' | 'FREE' | 'FIXED' | 'ABROAD'

/**
 * A number as E.164 (+819068915876), or null when it cannot be one. Reads any width, brackets, dots and all kinds of
 * hyphens, +81, 0081, 010-81, a bracketed (0), an extension (内線), and a mobile number whose leading 0 a spreadsheet ate.
 * A number of another country is taken only with its plus sign, and only its length is checked.
 */
export function toE164(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/(?:内線|ext\.?|x)\s*\d+\s*$/i, '')
    .replace(/^\s*(?:tel|電話|携帯|phone)\s*[:.]?/i, '')
    .trim()
  if (!/^[+\d\s().\-‐-―−ーｰ─/']+$/u.test(plain) || !/\d/.test(plain)) return null
  const international = /^\s*\(?\+/.test(plain)
  const digits = plain.replace(/\D/g, '')
  if (international && !digits.startsWith('81')) {
    // ITU-T E.164: at most 15 digits; shorter than 8 is no full number anywhere.
    return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null
  }
  const abroadPrefix = /^(?:00|010)81/
  const national = international
    ? digits.slice(2).replace(/^0*/, '0')
    : abroadPrefix.test(digits)
      ? digits.replace(abroadPrefix, '').replace(/^0*/, '0')
      : /^81[6789]0[1-9]\d{7}$/.test(digits)
        ? `0${digits.slice(2)}`
        : /^[6789]0[1-9]\d{7}$/.test(digits)
          ? `0${digits}`
          : digits
  return isNational(national) ? `+81${national.slice(1)}` : null
}

function isNational(digits: string): boolean {
  if (/^0(\d)\1+$/.test(digits)) return false
  return mobile.test(digits) || elevenDigits.test(digits) || (tenDigits.test(digits) && fixed.test(digits))
}

/** Every number of a cell that holds several (`090-1234-5678 / 03-1234-5678`), in order, each once; impossible ones left out. */
export function phonesIn(text: string): string[] {
  const whole = toE164(text)
  if (whole) return [whole]
  const parts = text.normalize('NFKC').split(/[,;、/\n|・]|\s{2,}|\s(?=\+?0\d)/u)
  return [...new Set(parts.map(toE164).filter((number) => number !== null))]
}

export function phoneKind(e164: string): PhoneKind {
  if (!e164.startsWith('+81')) return 'ABROAD'
  const national = `0${e164.slice(3)}`
  if (mobile.test(national)) return 'MOBILE'
  if (national.startsWith('050')) return 'IP'
  return /^0(?:120|800)/.test(national) ? 'FREE' : 'FIXED'
}

/** As written in Japan; fixed lines, whose area codes differ in length, are left undivided. */
export function formatPhone(e164: string): string {
  const kind = phoneKind(e164)
  if (kind === 'ABROAD') return e164
  const national = `0${e164.slice(3)}`
  if (kind === 'MOBILE' || kind === 'IP') return national.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1-$2-$3')
  if (kind === 'FREE') return national.replace(/^(0120|0800)(\d{3})(\d{3,4})$/, '$1-$2-$3')
  return /^0[36]/.test(national) ? national.replace(/^(\d{2})(\d{4})(\d{4})$/, '$1-$2-$3') : national
}
