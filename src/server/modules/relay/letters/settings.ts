import type { Work } from '../../../kernel/work.ts'
import { notFound } from '../../../kernel/errors.ts'
import { staffMember } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { listConnections } from '../../intake/index.ts'
import { countByScope } from './store-rejections.ts'
import * as store from './store-settings.ts'

export type RelaySettings = store.RelaySettings

/** Where applications that were entered by hand come from; a connection's own id otherwise. */
export const byHand = 'BY_HAND'
export const scopeOf = (connectionId: string | null): string => connectionId ?? byHand

const byDefault: RelaySettings = {
  delayBusinessDays: 3,
  undoMinutes: 15,
  reapplyCooldownMonths: null,
  contactStaffId: null,
  serviceName: 'キャリアリレー 襷',
  operatorName: null,
  issuesCertificates: false,
}

/** How letters go out in this company; the defaults of the product until it chose. */
export const relaySettings = async (work: Work): Promise<RelaySettings> => (await store.findSettings(work)) ?? byDefault

export async function changeSettings(work: Work, change: Partial<RelaySettings>): Promise<RelaySettings> {
  const before = await relaySettings(work)
  const settings = { ...before, ...change }
  if (change.contactStaffId && !(await staffMember(work, change.contactStaffId))) throw notFound({ what: 'staff' })
  await store.putSettings(work, settings)
  const keys = (Object.keys(settings) as (keyof RelaySettings)[]).filter((key) => settings[key] !== before[key])
  const codes = keys.filter((key) => key !== 'serviceName' && key !== 'operatorName')
  const of = (values: RelaySettings) => Object.fromEntries(codes.map((key) => [key, values[key]]))
  // Names may be of people, so the log says that they changed and not what they say.
  await record(work, {
    action: 'relay.change-settings',
    detail: { fields: keys, before: of(before), after: of(settings) },
  })
  return settings
}

/** Turns letters off at once for applications from there; those that wait are taken back when their time comes. */
export async function switchOff(work: Work, scope: string): Promise<void> {
  await store.putSwitch(work, { scope, onSince: null, preflightId: null })
  await record(work, { action: 'relay.switch-off', detail: { scope } })
}

/** `name` is what staff call the source that the applications come from; null for those entered by hand. */
export type LetterSwitch = {
  scope: string
  name: string | null
  /** What was imported from files is history, and makes no letter by itself. */
  isFile: boolean
  onSince: Date | null
  rejections: number
}

/** Where letters are on or could be: applications entered by hand, and wherever rejections came from. */
export async function switches(work: Work): Promise<LetterSwitch[]> {
  const [set, counts, sources] = await Promise.all([
    store.listSwitches(work),
    countByScope(work),
    listConnections(work),
  ])
  const scopes = new Set([byHand, ...set.map(({ scope }) => scope), ...counts.keys()])
  return [...scopes].map((scope) => ({
    scope,
    name: sources.find(({ id }) => id === scope)?.name ?? null,
    isFile: sources.some(({ id, connector }) => id === scope && connector === 'file'),
    onSince: set.find((one) => one.scope === scope)?.onSince ?? null,
    rejections: counts.get(scope) ?? 0,
  }))
}
