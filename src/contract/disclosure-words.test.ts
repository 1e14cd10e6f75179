import { expect, test } from 'vitest'
import { keptWish, saidIn } from './disclosure-words.ts'

test('a wish is read in one language, whatever was written beside it', () => {
  const said = `${keptWish('PAPER')}\n郵送をお願いします / by post`
  expect(saidIn(said, 'ja')).toBe('書面での開示を希望\n郵送をお願いします / by post')
  expect(saidIn(said, 'en')).toBe('to be disclosed on paper\n郵送をお願いします / by post')
})
