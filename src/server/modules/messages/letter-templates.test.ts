import { expect, test } from 'vitest'
import { checkLetter, letterOffers } from './letter-templates.ts'
import { rejectionTemplate } from './templates/index.ts'

const words = { subject: '選考結果のご連絡', body: '{{person.name}} 様\n\n{{link}}' }
const key = { stage: 'INTERVIEW', offer: 'PLACEMENT', language: 'ja' } as const

test('words of a letter that offers something hold its link in the text, and never in the subject', () => {
  expect(() => checkLetter(key, words)).not.toThrow()
  const codes = (over: Partial<typeof words>, of: Parameters<typeof checkLetter>[0] = key) => {
    try {
      checkLetter(of, { ...words, ...over })
      return null
    } catch (error) {
      return (error as { code: string }).code
    }
  }
  expect(codes({ body: '{{person.name}} 様' })).toBe('messages.link-missing')
  expect(codes({ body: '{{ link }}' })).toBeNull()
  expect(codes({ subject: '結果 {{link}}' })).toBe('messages.link-in-subject')
  // A letter without an offer needs no link.
  expect(codes({ body: '{{person.name}} 様' }, { ...key, offer: 'NONE' })).toBeNull()
  expect(codes({ body: '{{person.nmae}} 様 {{link}}' })).toMatch(/^messages\./)
  expect(codes({ body: '{{link}' })).toMatch(/^messages\./)
})

test('the letters that the program brings hold what is asked of a company’s own', () => {
  for (const offer of letterOffers)
    for (const stage of ['DOCUMENT', 'INTERVIEW', 'FINAL'] as const)
      for (const language of ['ja', 'en'] as const) {
        const { subject, body } = rejectionTemplate({ stage, offer, language })
        expect(() => checkLetter({ stage, offer, language }, { subject, body })).not.toThrow()
      }
})
