/**
 * An employer's list of the anonymous network as it grows: `npm run bench -- network [people]`, by default 100,000, over a
 * throw-away database. Prints how long the list takes when nothing is held yet, when nothing changed, and after one person
 * left; beside it, in the same run, reading the whole network with what the gate needs, as a release does.
 */
import { newId } from '../src/server/kernel/ids.ts'
import { inCompany, systemActor, type Work } from '../src/server/kernel/work.ts'
import { openCompany } from '../src/server/modules/accounts/index.ts'
import { register } from '../src/server/modules/accounts/set-up.ts'
import { shownNetwork } from '../src/server/modules/matching/held-network.ts'
import { network } from '../src/server/modules/matching/network.ts'
import { keepProfile, putPublished, readNetwork, removeProfile } from '../src/server/modules/matching/store-network.ts'
import { benchInstallation, say } from './throw-away.ts'

const people = Number(process.argv.at(-1)) || 100_000
const { installation, stop } = await benchInstallation({ connections: 4, subscriptions: [] })
const companyId = newId()
const work = <T>(run: (opened: Work) => Promise<T>) =>
  inCompany(installation, { companyId, actor: systemActor('bench') }, run)

const occupations = ['営業', '事務', '開発', '企画', '販売', '製造', '医療', '物流']
const places = ['13', '27', '23', '14', '40', '01', '11', '28', '12', '26']
const facts = (at: number) => ({
  occupation: occupations[at % occupations.length]!,
  places: [places[at % places.length]!],
  remote: null,
  salaryMin: 4_000_000 + (at % 5) * 500_000,
  startFrom: null,
  terms: ['FULL_TIME'],
  skills: [`skill ${at % 40}`],
})
const published = (at: number) => ({
  occupation: occupations[at % occupations.length]!,
  places: places[at % places.length]!,
  skills: `skill ${at % 40}`,
})
const report = (at: number) => ({
  people: 11,
  columns: Object.fromEntries(
    Object.entries(published(at)).map(([column, shown]) => [column, { shown, alike: 11, cause: 'SHOWN' }]),
  ),
})

async function timed<T>(title: string, run: () => Promise<T>): Promise<T> {
  const started = performance.now()
  const found = await run()
  const mb = (process.memoryUsage().heapUsed / 2 ** 20).toFixed(0)
  say(`${title}: ${(performance.now() - started).toFixed(0)} ms, heap ${mb} MB`)
  return found
}

try {
  await work((opened) =>
    openCompany(opened, { name: '運営', kind: 'OPERATOR', operatingMode: 'PLACEMENT', licenceNumber: '13-ユ-000000' }),
  )
  await register(installation, { companyId, kind: 'OPERATOR', name: '運営' })
  const shownUntil = new Date(Date.now() + 90 * 86_400_000)
  const ids = Array.from({ length: people }, () => newId())
  for (let from = 0; from < people; from += 2_000)
    await work(async (opened) => {
      const page = ids.slice(from, from + 2_000)
      for (const [at, id] of page.entries())
        await keepProfile(opened, {
          id,
          memberId: id,
          version: 1,
          facts: facts(from + at),
          notTo: [],
          blockedNumbers: [],
          blockedNames: [],
          blockedIndustries: [],
          shownUntil,
        })
      await putPublished(
        opened,
        page.map((id, at) => ({ id, version: 1, published: published(from + at), report: report(from + at) as never })),
      )
    })
  say(`${people} people in the network`)
  const asking = {
    companyId: newId(),
    openingId: newId(),
    company: { name: 'x', nameEn: null, corporateNumber: null, groupNumber: null, groupName: null },
  }
  await timed('everything, page by page (a release reads this)', () => work(readNetwork))
  await timed('a company’s list, nothing held yet', () => network(installation, asking))
  for (let time = 0; time < 3; time += 1) await timed('a company’s list again', () => network(installation, asking))
  await timed('of it bringing up to date what is held', () => work(shownNetwork))
  const [gone = ''] = ids
  await work((opened) => removeProfile(opened, { id: gone, memberId: gone, version: 2 }))
  const after = await timed('a company’s list after one person left', () => network(installation, asking))
  say(`${after?.people.length} people are listed`)
} finally {
  await stop()
}
