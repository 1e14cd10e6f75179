import * as contract from '../../../../contract/introductions/promises.ts'
import { wilsonInterval } from '../../../../engines/statistics/index.ts'
import type { Bind } from '../../../kernel/http/http.ts'
import type { Work } from '../../../kernel/work.ts'
import { companyNames } from '../../accounts/index.ts'
import { networkK } from '../../matching/index.ts'
import { decidePromise, promiseCounts } from './promise-network.ts'
import { confirm } from './promises.ts'
import { listPromises, type CountedPromise, type PromiseCounts } from './store-network-promises.ts'
import { objectionsTo } from './store-objections.ts'
import { shownPromise } from '../asking/view.ts'

export function promiseRoutes(bind: Bind): void {
  bind.company(contract.confirmPromise, async (work, { params: { id, promiseId }, body }) =>
    shownPromise(await confirm(work, { introductionId: id, promiseId, ...body }), work.now),
  )
  bind.company(contract.listNetworkPromises, (work, { query: { cursor, ...asked } }) =>
    networkPromises(work, { ...asked, before: cursor }),
  )
  bind.company(contract.decidePromise, async (work, { params: { id }, body }) =>
    shownCounted(await decidePromise(work, { id, ...body }), {
      names: await companyNames(work),
      said: await objectionsTo(work, [id]),
    }),
  )
  bind.company(contract.readPromiseRecords, promiseRecords)
}

/** The operator's view of promises, newest first. */
export async function networkPromises(
  work: Work,
  { limit, ...asked }: Parameters<typeof listPromises>[1],
): Promise<{ promises: contract.NetworkPromise[]; nextCursor: string | null }> {
  const found = await listPromises(work, { ...asked, limit: limit + 1 })
  const page = found.slice(0, limit)
  const beside = {
    names: await companyNames(work),
    said: await objectionsTo(
      work,
      page.map(({ id }) => id),
    ),
  }
  return {
    promises: page.map((one) => shownCounted(one, beside)),
    nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

const shownCounted = (
  { dueAt, settledAt, objectedAt, foundAt, ...one }: CountedPromise,
  { names, said }: { names: ReadonlyMap<string, string>; said: ReadonlyMap<string, string> },
): contract.NetworkPromise => ({
  ...one,
  employerName: names.get(one.employerId) ?? null,
  dueAt: dueAt.toISOString(),
  settledAt: settledAt?.toISOString() ?? null,
  objectedAt: objectedAt?.toISOString() ?? null,
  objection: said.get(one.id) ?? null,
  foundAt: foundAt?.toISOString() ?? null,
})

const mostCompanies = 200

async function promiseRecords(work: Work) {
  const counts = await promiseCounts(work)
  const names = await companyNames(work)
  const companies = [...counts]
    .map(([employerId, one]) => ({ employerId, employerName: names.get(employerId) ?? null, ...withShare(one) }))
    .toSorted((one, other) => other.broken - one.broken || other.kept - one.kept)
  return {
    minimum: networkK,
    whole: withShare(summed([...counts.values()])),
    companies: companies.slice(0, mostCompanies),
  }
}

function withShare(counts: PromiseCounts) {
  const { kept, broken, introductions } = counts
  const of = kept + broken
  if (introductions < networkK) return { ...counts, keptShare: null }
  const { low, high } = wilsonInterval({ successes: kept, trials: of })
  return { ...counts, keptShare: { share: kept / of, low, high, of } }
}

function summed(all: readonly PromiseCounts[]): PromiseCounts {
  const sum = (key: keyof PromiseCounts) => all.reduce((total, one) => total + one[key], 0)
  return {
    introductions: sum('introductions'),
    pending: sum('pending'),
    kept: sum('kept'),
    broken: sum('broken'),
    released: sum('released'),
    objected: sum('objected'),
  }
}
