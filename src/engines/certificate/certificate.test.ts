import fc from 'fast-check'
import { expect, test } from 'vitest'
import { issue, keyPair, present, publicJwk, read, readPublicJwk, type Claim } from './index.ts'

const { privateKey, publicKey } = keyPair(Buffer.alloc(32, 7))
const terms = {
  issuer: 'https://portal.example',
  type: 'stage-reached',
  issuedAt: new Date('2026-09-01T00:00:00Z'),
  validUntil: new Date('2029-09-01T00:00:00Z'),
}
const claims = fc.uniqueArray(
  fc.record({
    name: fc.string({ minLength: 1 }),
    value: fc.string({ unit: 'grapheme' }),
    salt: fc.string({ minLength: 22 }),
  }),
  { selector: ({ name }) => name, maxLength: 6 },
)

test('a certificate shows what the person chose and nothing of the rest', () => {
  fc.assert(
    fc.property(claims, fc.infiniteStream(fc.boolean()), (all, chosen) => {
      const shown = all.filter(() => chosen.next().value)
      const presented = present(issue(all, terms, privateKey), shown)
      expect(read(presented, publicKey)).toEqual({
        genuine: true,
        ...terms,
        shown: Object.fromEntries(shown.map(({ name, value }) => [name, value])),
      })
    }),
  )
})

test('a byte changed, another key, or a claim that was not signed makes it no certificate', () => {
  const stage: Claim = { name: 'stage', value: 'FINAL_INTERVIEW', salt: 'a'.repeat(22) }
  const presented = present(issue([stage], terms, privateKey), [stage])
  const better: Claim = { ...stage, value: 'OFFER' }
  expect(read(present(issue([stage], terms, privateKey), [better]), publicKey)).toEqual({ genuine: false })
  expect(read(present(issue([stage], terms, privateKey), [stage, stage]), publicKey)).toEqual({ genuine: false })
  expect(read(presented, keyPair(Buffer.alloc(32, 8)).publicKey)).toEqual({ genuine: false })
  fc.assert(
    fc.property(fc.nat(presented.length - 2), fc.constantFrom('A', 'b', '0', '-'), (at, letter) => {
      const changed = `${presented.slice(0, at)}${letter}${presented.slice(at + 1)}`
      const answer = read(changed, publicKey)
      // The last letter of a part may hold bits that mean nothing; then it still says the very same.
      expect(answer.genuine ? answer.shown : {}).toEqual(answer.genuine ? { stage: 'FINAL_INTERVIEW' } : {})
    }),
  )
})

test('any text at all is answered, never thrown at', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(read(text, publicKey)).toEqual({ genuine: false })
    }),
  )
})

test('a public key travels as a JWK', () => {
  const stage: Claim = { name: 'stage', value: 'INTERVIEW_1', salt: 'b'.repeat(22) }
  const presented = present(issue([stage], terms, privateKey), [stage])
  expect(read(presented, readPublicJwk(publicJwk(publicKey))).genuine).toBe(true)
})
