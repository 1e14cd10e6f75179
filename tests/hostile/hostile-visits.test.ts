import { expect, test } from 'vitest'
import { newId } from '../../src/server/kernel/ids.ts'
import { aCompany } from '../../src/server/modules/accounts/testing.ts'
import { pages } from '../../src/server/modules/portal/pages.ts'
import { openPortal, wishes } from '../../src/server/modules/portal/testing.ts'

const { installation, portal } = await openPortal({ emptyDatabase: 'tasuki_hostile_visits' })

/** What no column holds, no calendar knows and no address is made of. */
const hostile = ['a\0\ud800b', '0000-01-01', '9'.repeat(400)]
/** These end the visit, or the person it is of. */
const unwalked = /sign-out|erase\/confirm|not-me|\/leave$|\/withdraw$|\/stop$/
const fields =
  'value note reason message email oldEmail newEmail company level until limit quietFrom quietUntil language industries form salaryMin startFrom name code next answer question statement shown credential certificate skills displayName'.split(
    ' ',
  )

/** An address of the page with something hostile where it takes something, as a browser would write it. */
const addressOf = (path: string, value: string) =>
  path.replace(/:(\w+)/g, (_, name: string) => {
    if (name === 'field') return 'name'
    return name === 'kind' ? 'disclosure' : encodeURIComponent(value.replace(/[\0\ud800]/g, 'x').slice(0, 60))
  })

test('nothing that a visitor types, or writes into an address, breaks a page', async () => {
  const { visiting } = await portal.registered(await aCompany({ installation }))
  const broken: string[] = []
  for (const page of pages.filter(({ path }) => !unwalked.test(path)))
    for (const value of hostile) {
      const own = { csrf: '', idempotencyId: newId(), ...Object.fromEntries(fields.map((field) => [field, value])) }
      if (page.method === 'POST') {
        expect((await visiting.get('/settings')).status).toBe(200)
        own.csrf = visiting.hidden('csrf')
      }
      for (const form of page.path === '/register' ? [own, { ...own, ...wishes }] : [own]) {
        const { status } = await visiting.request(page.method, addressOf(page.path, value), form)
        if (status >= 500) broken.push(`${page.method} ${page.path} ${JSON.stringify(value)}`)
      }
    }
  expect(broken).toEqual([])
}, 120_000)
