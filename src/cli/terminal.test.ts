import { expect, test, vi } from 'vitest'
import { coloured, openTerminal } from './terminal.ts'

test('what people call themselves moves no cursor and sets no title of whoever reads it', () => {
  const written: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  const name = 'さくら\u001b]0;owned\u0007\u001b[2J\r商事\u202e\u009b31m\t髙橋\n'
  const warnings = vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  const { say, warn, result } = openTerminal({ lang: 'ja' })
  say({ ja: name, en: '' })
  warn({ ja: name, en: '' })
  result({}, { ja: `\u001b[32m${name}\u001b[0m`, en: '' })
  openTerminal({ json: true }).result({ name }, { ja: '', en: '' })
  openTerminal({ json: true }).warn({ ja: name, en: '' })
  write.mockRestore()
  warnings.mockRestore()
  const harmless = 'さくら\ufffd]0;owned\ufffd\ufffd[2J\ufffd商事\ufffd\ufffd31m\t髙橋\n'
  expect(written.slice(0, 3)).toEqual([`${harmless}\n`, `${harmless}\n`, `\u001b[32m${harmless}\u001b[0m\n`])
  expect(JSON.parse(written[3] ?? '')).toEqual({ name })
  expect(coloured('x', 'red', { NO_COLOR: '1' })).toBe('x')
})
