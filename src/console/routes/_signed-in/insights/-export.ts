import { chosenCompany } from '../../../../program/chosen-company.ts'
import type { Counted } from './index.tsx'

/** Fetches every number of the page as a CSV file and hands it to the browser. */
export async function exportInsights(counted: Counted): Promise<void> {
  const given = Object.entries(counted).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  const answer = await fetch(`/api/v1/insights/export.csv?${new URLSearchParams(given).toString()}`, {
    headers: { 'tasuki-company': chosenCompany() ?? '' },
  })
  if (!answer.ok) throw new Error(`the export was answered with ${answer.status}`)
  const url = URL.createObjectURL(await answer.blob())
  const link = Object.assign(document.createElement('a'), { href: url, download: 'insights.csv' })
  link.click()
  URL.revokeObjectURL(url)
}
