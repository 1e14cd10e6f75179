import { expect, test } from 'vitest'
import { auditActions } from '../../contract/audit-actions/index.ts'
import { auditWords } from './audit-words.ts'

test('every action is found by one of the groups that the page offers', () => {
  const groups = Object.keys(auditWords.ja.groups)
  expect(Object.keys(auditWords.en.groups)).toEqual(groups)
  expect(Object.keys(auditActions).filter((action) => !groups.some((group) => action.startsWith(group)))).toEqual([])
})
