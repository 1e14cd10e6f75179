import { expect, test } from 'vitest'
import { encodingOf } from './text-file.ts'

const utf8 = Buffer.from('氏名,フリガナ\n山田 太郎,ヤマダ タロウ\n')
const cp932 = Buffer.from([0x8e, 0x81, 0x96, 0xbc, 0x2c, 0x83, 0x4a, 0x83, 0x69, 0x0a, 0x8e, 0x52, 0x93, 0x63, 0x0a])

test('an encoding is told by what reads', () => {
  expect(encodingOf(utf8)).toBe('utf-8')
  expect(encodingOf(cp932)).toBe('shift_jis')
  expect(encodingOf(Buffer.from([0x4a, 0x6f, 0x73, 0xe9, 0x0a]))).toBe('windows-1252')
})

test('a file of two encodings is read as the one that most of it is written in', () => {
  expect(encodingOf(Buffer.concat([utf8, utf8, cp932, utf8]))).toBe('utf-8')
})

test('UTF-16 is told without its mark as well', () => {
  const little = Buffer.from('氏名\t電話\n山田 太郎\t090-1111-2222\n', 'utf16le')
  expect(encodingOf(little)).toBe('utf-16le')
  expect(encodingOf(Buffer.from(little).swap16())).toBe('utf-16be')
  expect(encodingOf(Buffer.from('name,phone\nJohn\0,090\n'))).toBe('utf-8')
})
