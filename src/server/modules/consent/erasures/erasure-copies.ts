import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { derivedKey, hmac, sameSecret } from '../../../kernel/crypto.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Claimed, IntentTable } from '../../../kernel/intents.ts'
import { inCompany, inMember, systemActor } from '../../../kernel/work.ts'
import { erase, eraseMember } from './erasure.ts'
import * as store from './store-erasures.ts'

const Copy = z.object({
  realm: z.enum(['company', 'member']),
  realmId: z.uuid(),
  id: z.uuid(),
  erasedAt: z.iso.datetime(),
  personId: z.uuid().optional(),
  sourceRecordIds: z.array(z.uuid()).default([]),
  lookups: z.array(z.string()).default([]),
  // Absent where the addresses stay out; lines are signed as they were written, so there is no default.
  marker: z.literal('DISPOSAL').optional(),
})
type Copy = z.output<typeof Copy>
const Line = z.object({ copy: Copy, signature: z.string() })

const actor = systemActor('consent.erasures')

/** Where erasures are kept outside of the database: one signed line each, ids and keyed hashes only. */
export const erasuresFile = ({ config }: Pick<Installation, 'config'>): string => join(config.dataDir, 'erasures.jsonl')

/** Copies each erasure out of the database before anything can be restored over it. */
export const copyingOut: readonly IntentTable[] = [
  { table: 'consent_erasure', realm: 'company', attempts: 1_000_000, run: copyOut },
  { table: 'consent_member_erasure', realm: 'member', attempts: 1_000_000, run: copyMemberOut },
]

async function copyOut(installation: Installation, { realmId, id }: Claimed): Promise<void> {
  const opening = { companyId: realmId, actor }
  const erasure = await inCompany(installation, opening, (work) => store.findErasure(work, id))
  if (!erasure) return
  const { marker, personId, sourceRecordIds, lookups, erasedAt } = erasure
  await append(installation, {
    realm: 'company',
    realmId,
    id,
    erasedAt: erasedAt.toISOString(),
    personId,
    sourceRecordIds: [...sourceRecordIds],
    lookups: [...lookups],
    ...(marker === 'DISPOSAL' && { marker }),
  })
  await inCompany(installation, opening, (work) => store.settleErasure(work, id))
}

async function copyMemberOut(installation: Installation, { realmId, id }: Claimed): Promise<void> {
  const opening = { memberId: realmId, actor }
  const erasure = await inMember(installation, opening, (work) => store.findMemberErasure(work, id))
  if (!erasure) return
  const erasedAt = erasure.erased_at.toISOString()
  await append(installation, { realm: 'member', realmId, id, erasedAt, sourceRecordIds: [], lookups: [] })
  await inMember(installation, opening, (work) => store.settleMemberErasure(work, id))
}

const signatureOf = ({ config }: Pick<Installation, 'config'>, copy: Copy) =>
  hmac(derivedKey(config.secret, 'consent.erasures'), JSON.stringify(copy)).toString('hex')

async function append(installation: Installation, said: Copy): Promise<void> {
  const file = erasuresFile(installation)
  await mkdir(installation.config.dataDir, { recursive: true })
  const copy = Copy.parse(said)
  const handle = await open(file, 'a+', 0o600)
  try {
    // A line that was cut off when its writer was killed ends here; what it was about is written again as a line of its own.
    const { size } = await handle.stat()
    const last = size === 0 ? '\n' : (await handle.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString()
    const line = `${JSON.stringify({ copy, signature: signatureOf(installation, copy) })}\n`
    await handle.appendFile(last === '\n' ? line : `\n${line}`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Erases again whoever was erased after the backup that was restored, from the copies in `text`; those that the
 * database knows change nothing. A line that was cut off counts for nothing where the whole of it follows. Throws, after all
 * the others, for one that cannot be read otherwise or that this installation did not sign: erasing is not undone.
 */
export async function replayErasures(installation: Installation, text?: string): Promise<{ erased: number }> {
  const lines = (text ?? (await keptErasures(installation))).split('\n')
  let erased = 0
  const refused: number[] = []
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue
    const copy = signedCopy(installation, line)
    if (copy) erased += (await replay(installation, copy)) ? 1 : 0
    else if (!lines.slice(at + 1).some((later) => later.startsWith(line))) refused.push(at + 1)
  }
  if (refused.length > 0)
    throw new Error(
      `of the erasures, these lines were not signed with this installation's secret: ${refused.join(', ')}`,
    )
  return { erased }
}

/** Where nobody was erased yet there is no file; one that cannot be read is no such case. */
async function keptErasures(installation: Installation): Promise<string> {
  try {
    return await readFile(erasuresFile(installation), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}

function signedCopy(installation: Installation, text: string): Copy | undefined {
  const read = Line.safeParse(parsed(text))
  if (!read.success) return undefined
  const { copy, signature } = read.data
  return sameSecret(signature, signatureOf(installation, copy)) ? copy : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function replay(installation: Installation, copy: Copy): Promise<boolean> {
  const { realmId, id, personId, sourceRecordIds, lookups, marker = 'TOMBSTONE' } = copy
  const erasedAt = new Date(copy.erasedAt)
  if (copy.realm === 'member')
    return inMember(installation, { memberId: realmId, actor }, async (work) => {
      if (await store.findMemberErasure(work, id)) return false
      await eraseMember(work, id, erasedAt)
      return true
    })
  if (!personId) return false
  return inCompany(installation, { companyId: realmId, actor }, async (work) => {
    if (await store.findErasure(work, id)) return false
    await erase(work, { personId, sourceRecordIds }, { id, marker, lookups, erasedAt })
    return true
  })
}
