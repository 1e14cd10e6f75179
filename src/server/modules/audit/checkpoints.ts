import { z } from 'zod'
import { derivedKey, hmac, sameSecret } from '../../kernel/crypto.ts'
import { refusal } from '../../kernel/errors.ts'
import type { Installation } from '../../kernel/installation.ts'
import type { Finding } from '../../kernel/module.ts'
import { memberIds } from '../../kernel/database/realms.ts'
import { inCompany, inMember, systemActor } from '../../kernel/work.ts'
import { companyIds } from '../accounts/index.ts'
import * as store from './store.ts'

const actor = systemActor('audit.checkpoint')

const Head = z.object({
  realm: z.enum(['company', 'member']),
  id: z.uuid(),
  sequence: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
type Head = z.output<typeof Head>

const Checkpoint = z.object({
  takenAt: z.iso.datetime().nullable(),
  heads: z.array(Head),
  /** Which one it is of those that are kept in a folder, counted from 1. */
  number: z.int().positive().optional(),
  signature: z.string(),
})
export type Checkpoint = z.output<typeof Checkpoint>

export const checkpointForged = refusal('audit.checkpoint-forged', 422)

const signatureOf = ({ config }: Installation, { takenAt, heads, number }: Omit<Checkpoint, 'signature'>) =>
  hmac(
    derivedKey(config.secret, 'audit.checkpoint'),
    JSON.stringify([takenAt, heads, ...(number === undefined ? [] : [number])]),
  ).toString('hex')

const inRealm = <T>(installation: Installation, { realm, id }: Pick<Head, 'realm' | 'id'>, read: Read<T>): Promise<T> =>
  realm === 'company'
    ? inCompany(installation, { companyId: id, actor }, read)
    : inMember(installation, { memberId: id, actor }, read)
type Read<T> = (work: store.AnyWork) => Promise<T>

/**
 * The newest seal of every realm, signed, to be kept outside of the database: a chain alone cannot tell that its end,
 * or all of it, was cut off.
 */
export async function takeCheckpoint(installation: Installation, number?: number): Promise<Checkpoint> {
  const realms: Pick<Head, 'realm' | 'id'>[] = [
    ...(await companyIds(installation)).map((id) => ({ realm: 'company' as const, id })),
    ...(await memberIds(installation)).map((id) => ({ realm: 'member' as const, id })),
  ]
  const heads: Head[] = []
  let takenAt: string | null = null
  for (const one of realms) {
    const { head, now } = await inRealm(installation, one, async (work) => ({
      head: await store.newestSeal(work),
      now: work.now,
    }))
    takenAt = now.toISOString()
    if (head) heads.push({ ...one, sequence: head.sequence, hash: head.hash })
  }
  const taken = { takenAt, heads, ...(number !== undefined && { number }) }
  return { ...taken, signature: signatureOf(installation, taken) }
}

/**
 * The realms whose chain no longer holds the seal that a checkpoint noted. A checkpoint that this installation's secret
 * did not sign is refused (`audit.checkpoint-forged`).
 */
export async function verifyAgainst(installation: Installation, text: string): Promise<Finding[]> {
  const read = Checkpoint.safeParse(parsed(text))
  if (!read.success || !sameSecret(read.data.signature, signatureOf(installation, read.data)))
    throw checkpointForged({})
  const findings: Finding[] = []
  for (const head of read.data.heads) {
    const [standing] = await inRealm(installation, head, (work) => store.sealsAfter(work, head.sequence - 1, 1))
    if (standing?.sequence === head.sequence && standing.hash === head.hash) continue
    const saw = standing?.sequence === head.sequence ? 'changed' : 'missing'
    findings.push({ rule: 'audit.checkpoint-holds', where: `${head.realm} ${head.id}: seal ${head.sequence}`, saw })
  }
  return findings
}

/** What a checkpoint says of itself; to be believed of one whose signature held. */
export const checkpointIn = (text: string): Checkpoint => Checkpoint.parse(parsed(text))

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
