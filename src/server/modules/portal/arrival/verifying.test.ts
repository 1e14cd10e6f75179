import { expect, test } from 'vitest'
import { nextOf } from './verifying.ts'

const next = (asked?: string) =>
  nextOf({ query: new URLSearchParams(asked === undefined ? {} : { next: asked }), body: new URLSearchParams() })

test('after the code the way leads on in this portal alone, and else to what is known', () => {
  expect(next('/consents')).toBe('/consents')
  expect(next('/introductions/0199aa01-5a6e-7c3d-8d7e-000000000001')).toContain('/introductions/0199aa01')
  const home = next()
  for (const asked of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/l/../..//evil.example',
    '/consents?next=//evil.example',
    'javascript:alert(1)',
    '/consents\r\nset-cookie: a=b',
  ])
    expect(next(asked)).toBe(home)
})
