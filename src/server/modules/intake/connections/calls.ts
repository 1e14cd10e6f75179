import { seal, unseal } from '../../../kernel/crypto.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { greenhouseApiUrl } from '../../../kernel/config.ts'
import { findConnector } from '../connectors/index.ts'
import type { AccessProblem, Called, FieldCalls, Site, Token } from '../connectors/kit/fields.ts'
import { sealKey, sealPlace } from './sealing.ts'
import { changeAccess, findAccess, type Access } from './store-access.ts'

const actor = systemActor('intake.access')
/** A token that ends within this time is not begun with. */
const spareMs = 60_000

/** What one call of a connected system came to; `version` is that of the credentials it was made with. */
export type Reached<T> =
  | { outcome: 'REACHED'; value: T; version: number }
  | { outcome: 'FAILED'; problem: AccessProblem; restMs: number; version: number }
  | { outcome: 'RESTING'; until: Date; version: number }
  | { outcome: 'NO_ACCESS' }

export type Call<T> = (calls: FieldCalls, site: Site, token: Token) => Promise<Called<T>>
type Where = { companyId: string; connectionId: string }

/** Only whoever runs the installation can name another address than the system's own, so that one may be private. */
const siteOf = ({ config }: Installation): Site => ({
  apiUrl: config.GREENHOUSE_API_URL.replace(/\/$/, ''),
  authUrl: config.GREENHOUSE_AUTH_URL.replace(/\/$/, ''),
  isPrivateAllowed: config.GREENHOUSE_API_URL !== greenhouseApiUrl,
})

/**
 * Makes calls of a connected system, outside of any transaction, with a token that is shared by all processes and asked
 * for again once where it is refused. What the system asks for in patience is kept for whoever calls next.
 */
export async function reach<T>(installation: Installation, where: Where, run: Call<T>): Promise<Reached<T>> {
  const inside = <R>(does: (work: Work) => Promise<R>): Promise<R> =>
    inCompany(installation, { companyId: where.companyId, actor }, does)
  const begun = await inside(async (work) => {
    const access = await findAccess(work, where.connectionId)
    return access && { access, now: work.now, token: tokenOf(work, access), secret: secretOf(work, access) }
  })
  const calls = begun && findConnector(begun.access.connector)?.fields
  if (!calls) return { outcome: 'NO_ACCESS' }
  const { access, now, secret } = begun
  const { version } = access
  if (access.restingUntil && access.restingUntil > now)
    return { outcome: 'RESTING', until: access.restingUntil, version }
  const site = siteOf(installation)
  const keep = (token: Token | null) =>
    inside((work) => changeAccess(work, access, { token: token && sealToken(work, access, token) }))
  const ask = async (): Promise<Called<Token>> => {
    const asked = await calls.askToken(site, { clientId: access.clientId, secret, userId: access.userId })
    if (asked.ok) await keep(asked.value)
    return asked
  }
  const attempt = async (token: Called<Token>): Promise<Called<T>> => (token.ok ? run(calls, site, token.value) : token)
  let called = await attempt(begun.token ? { ok: true, value: begun.token, restMs: 0 } : await ask())
  if (!called.ok && called.problem === 'TOKEN_REFUSED') called = await attempt(await ask())
  if (called.restMs > 0)
    await inside((work) => changeAccess(work, access, { restingUntil: new Date(work.now.getTime() + called.restMs) }))
  if (called.ok) return { outcome: 'REACHED', value: called.value, version }
  const problem = called.problem === 'TOKEN_REFUSED' ? 'BAD_CREDENTIALS' : called.problem
  return { outcome: 'FAILED', problem, restMs: called.restMs, version }
}

const secretOf = (work: Work, { connectionId, secretSealed }: Access): string =>
  unseal(sealKey(work), secretSealed, sealPlace(work, connectionId, 'access'))

function tokenOf(work: Work, { connectionId, tokenSealed, tokenUntil }: Access): Token | null {
  const lifetimeMs = (tokenUntil?.getTime() ?? 0) - work.now.getTime()
  if (tokenSealed === null || lifetimeMs < spareMs) return null
  return { value: unseal(sealKey(work), tokenSealed, sealPlace(work, connectionId, 'token')), lifetimeMs }
}

const sealToken = (work: Work, { connectionId }: Access, { value, lifetimeMs }: Token) => ({
  sealed: seal(sealKey(work), value, sealPlace(work, connectionId, 'token')),
  until: new Date(work.now.getTime() + lifetimeMs),
})
