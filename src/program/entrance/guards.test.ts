import { expect, test } from 'vitest'
import { ownAddress } from './guards.ts'

test.each(['/people', '/people?text=a//b', '/'])('%s is an address of the program', (to) =>
  expect(ownAddress(to)).toBe(to),
)

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'people', '', undefined])(
  '%s is none, and the first page is shown instead',
  (to) => expect(ownAddress(to)).toBe('/'),
)
