import { derivedKey, hmac } from '../../../kernel/crypto.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { tooManyAttempts } from '../errors.ts'
import * as store from './store-sign-in.ts'

type Parts = Pick<Installation, 'config' | 'databases'>

/** What is counted, how often it may happen, and within how long. */
export type Limit = { name: string; of: string; times: number; minutes: number }

const keyOf = ({ config }: Parts, { name, of }: Pick<Limit, 'name' | 'of'>) =>
  hmac(derivedKey(config.secret, 'accounts/throttle'), `${name}\n${of}`).toString('base64url')

/** Whether another try is within the limit; the try itself is counted. Counts are shared by all processes. */
export async function within(installation: Parts, limit: Limit): Promise<boolean> {
  return (await store.countAttempt(installation, keyOf(installation, limit), limit.minutes)) <= limit.times
}

/** Counts a try against each limit, and refuses (`accounts.too-many-attempts`) when one is passed. */
export async function throttle(installation: Parts, ...limits: Limit[]): Promise<void> {
  for (const limit of limits) {
    if (!(await within(installation, limit))) throw tooManyAttempts({ waitMinutes: limit.minutes })
  }
}

/** Starts a count again, after it turned out well. */
export const forgive = (installation: Parts, limit: Pick<Limit, 'name' | 'of'>): Promise<void> =>
  store.forgetAttempts(installation, keyOf(installation, limit))
