import { expect, it } from 'vitest'
import { sharedBuffers } from './server-memory.ts'

const gib = 1024 ** 3

it('takes a quarter of the memory, within what serves a small machine and a large one', () => {
  expect(sharedBuffers(4 * gib)).toBe('1024MB')
  expect(sharedBuffers(0.25 * gib)).toBe('128MB')
  expect(sharedBuffers(512 * gib)).toBe('8192MB')
})
