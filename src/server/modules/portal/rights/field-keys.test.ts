import { expect, test } from 'vitest'
import { personFields } from '../../../../contract/people/person-fields.ts'
import { itemNames } from './field-keys.ts'

test('whatever was provided is named in the words of the page, in both languages', () => {
  for (const language of ['ja', 'en'] as const)
    expect(
      itemNames(personFields, language).filter((name) => (personFields as readonly string[]).includes(name)),
    ).toEqual([])
  expect(itemNames(['workHistory', '面接の評価'], 'ja')).toEqual(['職務経歴', '面接の評価'])
})
