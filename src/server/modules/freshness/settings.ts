import type { FreshnessSettings } from '../../../contract/pool/freshness.ts'
import type { Work } from '../../kernel/work.ts'
import { record } from '../audit/index.ts'
import { basis, requireBasis } from '../consent/index.ts'
import * as store from './store-settings.ts'

const byDefault: store.Settings = { onSince: null, mode: 'BY_HAND', dailyLimit: 20, restDays: 90 }

/** How this company asks; off until an admin switched it on. */
export const settings = async (work: Work): Promise<store.Settings> => (await store.findSettings(work)) ?? byDefault

export async function shownSettings(work: Work): Promise<FreshnessSettings> {
  const { onSince, ...rest } = await settings(work)
  const hasBasis = (await basis(work, 'REFRESH')) !== undefined
  return { ...rest, isOn: onSince !== null, onSince: onSince?.toISOString() ?? null, hasBasis }
}

type Change = { [Key in 'isOn' | 'mode' | 'dailyLimit' | 'restDays']?: FreshnessSettings[Key] | undefined }

const logged = ({ onSince, ...rest }: store.Settings) => ({ ...rest, onSince: onSince?.toISOString() ?? null })

/** Changes how people are asked. Refused with `consent.basis-missing` where it is to be on and no purpose is on record. */
export async function changeSettings(work: Work, { isOn, ...change }: Change): Promise<FreshnessSettings> {
  const before = await settings(work)
  if (isOn) await requireBasis(work, 'REFRESH')
  const onSince = isOn === undefined ? before.onSince : isOn ? (before.onSince ?? work.now) : null
  const { mode = before.mode, dailyLimit = before.dailyLimit, restDays = before.restDays } = change
  const after = { mode, dailyLimit, restDays, onSince }
  await store.putSettings(work, after)
  await record(work, { action: 'freshness.settings-changed', detail: { before: logged(before), after: logged(after) } })
  return shownSettings(work)
}
