import { expect, test } from 'vitest'
import { browserToken, provenBrowser } from './browsers.ts'
import { openPortal } from '../testing.ts'

const { installation } = await openPortal()

test('a browser is known by the very token that it was given, and by none that resembles it', () => {
  const now = new Date('2026-04-01T00:00:00Z')
  const mail = 'hinata@mail.example'
  const token = browserToken(installation, { mail, now })
  const [id, until, proof] = token.split('.')
  const seen = (one: string) => provenBrowser(installation, { token: one, mail, now })
  expect(seen(token)).toBe(id)
  for (const other of [
    `${token}.x`,
    `${token}.`,
    `${id}. ${until}.${proof}`,
    `${id}.+${until}.${proof}`,
    `${id}.${until}`,
  ])
    expect(seen(other)).toBeUndefined()
})
