import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainCode, plainMails, plainMobile } from './plain-values.ts'
import { codeValue, mailValue, phoneValue } from './values.ts'

const from = (characters: string, least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from(characters)), minLength: least, maxLength: most })
const cellOf = (text: string) => ({ bytes: Buffer.from(`_${text}_`), from: 1, end: 1 + Buffer.byteLength(text) })

test('an address that is taken as it stands is its own normal form', () => {
  const isPlain = plainMails(mailValue)
  const domain = fc.oneof(
    from('ab1.-', 2, 9),
    fc.constantFrom('gmail.example', 'indeedemail.com', 'a..jp', 'x.jp', '1.2'),
  )
  let taken = 0
  fc.assert(
    fc.property(from('abx1.*-_@A ', 0, 8), domain, (local, at) => {
      const text = `${local}@${at}`
      if (!isPlain(cellOf(text), () => text)) return
      taken++
      expect(mailValue(text)).toBe(text)
    }),
    { numRuns: 3000 },
  )
  expect(taken).toBeGreaterThan(100)
})

test('a mobile number that is read from its bytes is read as any other', () => {
  const number = fc.tuple(fc.constantFrom('0', '(0', '+81', '81', '(+81', ''), fc.constantFrom('90', '80', '70', '60', '50', '79'), fc.constantFrom('', '-', ')'), from('0123456789', 7, 9), fc.constantFrom('', '-', ' ')) // prettier-ignore
  let taken = 0
  fc.assert(
    fc.property(number, ([country, area, mark, digits, dash]) => {
      const text = `${country}${area}${mark}${digits.slice(0, 4)}${dash}${digits.slice(4)}`
      const told = plainMobile(cellOf(text))
      if (!told) return
      taken++
      expect(Buffer.from(told).toString()).toBe(phoneValue(text))
    }),
    { numRuns: 5000 },
  )
  expect(taken).toBeGreaterThan(100)
})

test('a number of digits alone is its own normal form', () => {
  let taken = 0
  fc.assert(
    fc.property(from('0189-. x', 1, 5), (text) => {
      if (!plainCode(cellOf(text))) return
      taken++
      expect(codeValue(text)).toBe(text)
    }),
    { numRuns: 2000 },
  )
  expect(taken).toBeGreaterThan(100)
})
