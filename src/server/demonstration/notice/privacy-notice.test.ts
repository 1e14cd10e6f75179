import { describe, expect, test } from 'vitest'
import { employers } from '../people/cast.ts'
import { english } from './privacy-notice-en.ts'
import { japanese } from './privacy-notice-ja.ts'
import { purposeOf } from './privacy-notice-parts.ts'

describe.each(employers.map((employer) => [employer.company.nameEn, employer] as const))(
  'the notice of %s',
  (_, employer) => {
    const [ja, en] = [japanese(employer), english(employer)]

    test('says each recorded purpose in the very words', () => {
      for (const kind of ['LETTER', 'POOL', 'REFRESH'] as const)
        expect(ja.flat().join('\n')).toContain(`- ${purposeOf(employer, kind)}`)
    })

    test('is as long in English, and names everybody in both', () => {
      expect(en.map((section) => section.length)).toEqual(ja.map((section) => section.length))
      for (const sections of [ja, en]) {
        expect(sections.flat().join('\n')).toContain(employer.company.contactMail)
        expect(sections.flat().join('\n')).not.toContain('undefined')
      }
    })
  },
)
