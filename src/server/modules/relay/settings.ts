import type { Work } from '../../kernel/work.ts'
import { record } from '../audit/index.ts'
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
}

/** How letters go out in this company; the defaults of the product until it chose. */
export const relaySettings = async (work: Work): Promise<RelaySettings> => (await store.findSettings(work)) ?? byDefault

export async function changeSettings(work: Work, change: Partial<RelaySettings>): Promise<RelaySettings> {
  const settings = { ...(await relaySettings(work)), ...change }
  await store.putSettings(work, settings)
  const { delayBusinessDays, undoMinutes } = settings
  await record(work, { action: 'relay.change-settings', detail: { delayBusinessDays, undoMinutes } })
  return settings
}

/** Turns letters off at once for applications from there; those that wait are taken back when their time comes. */
export async function switchOff(work: Work, scope: string): Promise<void> {
  await store.putSwitch(work, { scope, onSince: null, preflightId: null })
  await record(work, { action: 'relay.switch-off', detail: { scope } })
}

export type LetterSwitch = { scope: string; onSince: Date | null; rejections: number }

/** Where letters are on or could be: applications entered by hand, and wherever rejections came from. */
export async function switches(work: Work): Promise<LetterSwitch[]> {
  const [set, counts] = await Promise.all([store.listSwitches(work), countByScope(work)])
  const scopes = new Set([byHand, ...set.map(({ scope }) => scope), ...counts.keys()])
  return [...scopes].map((scope) => ({
    scope,
    onSince: set.find((one) => one.scope === scope)?.onSince ?? null,
    rejections: counts.get(scope) ?? 0,
  }))
}
