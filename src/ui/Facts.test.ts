import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Facts } from './Facts.tsx'

test('a fact that is not known is left out with its name', () => {
  const facts = [
    ['伝え方', 'メールで回答'],
    ['希望の方法によらない理由', undefined],
    ['お断りの理由', null],
    ['根拠', ''],
  ] as const
  const shown = renderToStaticMarkup(createElement(Facts, { facts }))
  expect(shown).toContain('メールで回答')
  expect(shown.match(/<dt>/g)).toHaveLength(1)
})
