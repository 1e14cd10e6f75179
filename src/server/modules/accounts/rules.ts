import { rulesFrom, type CompanyRules } from '../../../contract/rules.ts'
import { nextSendWindow } from '../../../engines/japanese/index.ts'
import type { Work } from '../../kernel/work.ts'
import { company } from './companies/company.ts'
import { windowNeverOpens } from './errors.ts'
import { acted } from './events.ts'
import * as store from './companies/store-company.ts'

/** The rules in force for the company the Work is in. */
export async function companyRules(work: Work): Promise<CompanyRules> {
  return rulesFrom((await company(work)).settings)
}

export type RulesChange = { [K in keyof CompanyRules]?: CompanyRules[K] | null | undefined }

/**
 * Changes the given rules from here on; null goes back to the default. What was changed is told with its value before
 * and after; the same again tells nothing. A window that does not open within a year is refused
 * (`accounts.window-never-opens`).
 */
export async function changeRules(work: Work, change: RulesChange): Promise<CompanyRules> {
  await store.lockCompany(work)
  const { settings, timeZone } = await company(work)
  const changed = { ...settings }
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete changed[key]
    else if (value !== undefined) changed[key] = value
  }
  const [before, after] = [rulesFrom(settings), rulesFrom(changed)]
  if (change.sendWindow && !opens(work, after, timeZone)) throw windowNeverOpens({})
  const differing = differences(before, after)
  await store.updateCompany(work, {}, changed)
  if (Object.keys(differing.after).length > 0)
    await acted(work, {
      action: 'company.rules-changed',
      subject: { kind: 'company', id: work.companyId },
      detail: differing,
    })
  return after
}

const opens = ({ now }: Work, { sendWindow }: CompanyRules, zone: string): boolean =>
  nextSendWindow(now, { ...sendWindow, zone, closedDays: new Set(sendWindow.closedDays) }) !== null

type Leaf = string | number | boolean | string[]

/** `{ 'sendWindow.fromHour': 9 }`: every part that differs, by its path. */
function differences(before: CompanyRules, after: CompanyRules) {
  const [was, is] = [leaves(before), leaves(after)]
  const paths = [...is.keys()].filter((path) => JSON.stringify(was.get(path)) !== JSON.stringify(is.get(path)))
  const of = (values: ReadonlyMap<string, Leaf>) =>
    Object.fromEntries(paths.map((path) => [path, values.get(path) ?? '']))
  return { before: of(was), after: of(is) }
}

function leaves(value: object, path = ''): Map<string, Leaf> {
  return new Map(
    Object.entries(value).flatMap(([key, inner]: [string, unknown]): [string, Leaf][] => {
      const at = path === '' ? key : `${path}.${key}`
      if (Array.isArray(inner)) return [[at, inner.map(String)]]
      if (typeof inner === 'object' && inner !== null) return [...leaves(inner, at)]
      return [[at, inner as Leaf]]
    }),
  )
}
