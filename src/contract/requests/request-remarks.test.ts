import { expect, test } from 'vitest'
import { remarkIn, type RequestRemark } from './request-remarks.ts'

const remarks: RequestRemark[] = [
  { code: 'ADDRESS_DOUBTED' },
  { code: 'REACHED_SOMEBODY_ELSE' },
  { code: 'POOL_CONSENT_WITHDRAWN' },
  { code: 'ASKED_TO_BE_ERASED' },
  { code: 'PROPOSAL_REFUSED', field: 'phone' },
  { code: 'GRANTED_BY_PROVIDER', provider: '社', field: 'phone' },
  { code: 'PASSING_LATE', providerId: '1', recipientId: '2', shareId: '3' },
  { code: 'RECALL_LATE', recipient: '社', recipientId: '2', shareId: '3' },
]

test('every remark is read in one language', () => {
  for (const remark of remarks) {
    expect(remarkIn(remark, 'ja')).not.toMatch(/[A-Za-z]{4,}/)
    expect(remarkIn(remark, 'en')).not.toMatch(/[ぁ-んァ-ン]/)
  }
})
