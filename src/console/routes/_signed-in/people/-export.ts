import { chosenCompany } from '../../../../program/chosen-company.ts'
import type { PeopleFilter } from '../../../../contract/pool/pool-terms.ts'

/** Fetches everyone a search finds as a CSV file and hands it to the browser; a plain link could not name the company. */
export async function exportPeople(filter: PeopleFilter): Promise<void> {
  const query = new URLSearchParams({ lang: document.documentElement.lang === 'en' ? 'en' : 'ja' })
  const given: Record<string, string | number | readonly string[] | undefined> = filter
  for (const [name, value] of Object.entries(given))
    for (const one of typeof value === 'object' ? value : [value ?? '']) if (one !== '') query.append(name, `${one}`)
  const answer = await fetch(`/api/v1/people/export.csv?${query.toString()}`, {
    headers: { 'tasuki-company': chosenCompany() ?? '' },
  })
  if (!answer.ok) throw new Error(`the export was answered with ${answer.status}`)
  const url = URL.createObjectURL(await answer.blob())
  const link = Object.assign(document.createElement('a'), { href: url, download: 'people.csv' })
  link.click()
  URL.revokeObjectURL(url)
}
