import { expect, test } from 'vitest'
import { heldAgainst } from './verify.ts'

test('a folder without a checkpoint is not passed over as if the end of the log had been looked at', () => {
  expect(heldAgainst(null).en).toContain('was not looked at')
  expect(heldAgainst({ path: '/kept/audit-1.json' }).en).toContain('/kept/audit-1.json')
})
