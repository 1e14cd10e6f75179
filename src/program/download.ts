import { Refused } from '../contract/client.ts'
import { Problem } from '../contract/route.ts'
import { chosenCompany } from './chosen-company.ts'

/** Saves a file of the API, asked for by what is sent where there is something; fetched, since a plain link would not say for which company. Throws `Refused`. */
export async function download(path: string, fileName: string, sent?: object): Promise<void> {
  const headers = { 'tasuki-company': chosenCompany() ?? '', ...(sent && { 'content-type': 'application/json' }) }
  const answer = await fetch(path, { headers, ...(sent && { method: 'POST', body: JSON.stringify(sent) }) })
  if (!answer.ok) throw new Refused(answer.status, Problem.parse(await answer.json()))
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
