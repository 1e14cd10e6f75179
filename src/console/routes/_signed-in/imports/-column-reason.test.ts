import { expect, test } from 'vitest'
import type { Import, ImportColumn } from '../../../../contract/intake/imports.ts'
import { columnReason } from './-column-reason.ts'

const column = (index: number, header: string, more: Partial<ImportColumn> = {}): ImportColumn => ({
  index,
  header,
  group: null,
  use: 'UNKNOWN',
  field: null,
  ground: null,
  confidence: 0.9,
  reason: 'HEADER',
  rival: null,
  samples: [],
  ...more,
})

test('a column that lost its field to another of the same name is told with both, by their places', () => {
  const lost = column(4, 'メール', { reason: 'ALREADY_TAKEN', rival: { index: 1, field: 'birthDate' } })
  const found: Pick<Import, 'columns' | 'fields' | 'preset'> = {
    preset: null,
    columns: [column(1, ''), column(1, 'メール'), lost],
    fields: [{ id: 'birthDate', ja: '生年月日', en: 'date of birth', many: false }],
  }
  expect(columnReason(found, lost, 'ja')).toContain('「メール」（2列目）と「メール」（5列目）は、どちらも「生年月日」')
  expect(columnReason(found, lost, 'en')).toContain(
    '“メール” (column 2) and “メール” (column 5) both seem to hold date of birth',
  )
})
