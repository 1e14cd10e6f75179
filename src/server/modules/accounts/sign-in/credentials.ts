import { newSecret } from '../../../kernel/crypto.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { signInRefused } from '../errors.ts'
import { signInOf } from './sign-in.ts'

type Parts = Pick<Installation, 'config' | 'databases'>
export type Credentials = { name: string; email: string; password: string }

export const mailKey = (email: string): string => email.trim().toLowerCase()

/** The sign-in of an address, with the hash of its password when it has one. */
async function find(installation: Parts, email: string) {
  const context = await signInOf(installation, 'console').$context
  const found = await context.internalAdapter.findUserByEmail(mailKey(email), { includeAccounts: true })
  const credential = found?.accounts.find((account) => account.providerId === 'credential')
  return { context, signInId: found?.user.id, hash: credential?.password ?? undefined }
}

/** Whether somebody signs in with this address already. */
export async function hasPassword(installation: Parts, email: string): Promise<boolean> {
  return (await find(installation, email)).hash !== undefined
}

/**
 * The sign-in of an address, made with this password when there is none. Who has one proves it by the password
 * (`accounts.sign-in-refused`), so that an invitation never takes over an account.
 */
export async function claimSignIn(installation: Parts, { name, email, password }: Credentials): Promise<string> {
  const { context, signInId, hash } = await find(installation, email)
  if (signInId && hash) {
    if (!(await context.password.verify({ hash, password }))) throw signInRefused({})
    return signInId
  }
  const id = signInId ?? (await makeUser(installation, { name, email }))
  const made = await context.password.hash(password)
  try {
    await context.internalAdapter.createAccount({
      userId: id,
      providerId: 'credential',
      accountId: id,
      password: made,
    })
  } catch (error) {
    // Another request was faster: then its password is the one that counts.
    const again = await find(installation, email)
    if (!again.hash) throw error
    if (!(await context.password.verify({ hash: again.hash, password }))) throw signInRefused({})
  }
  return id
}

async function makeUser(installation: Parts, { name, email }: Pick<Credentials, 'name' | 'email'>): Promise<string> {
  const { context } = await find(installation, email)
  try {
    const user = await context.internalAdapter.createUser(
      { name, email: mailKey(email), emailVerified: true },
      { method: 'admin' },
    )
    return user.id
  } catch (error) {
    const again = await find(installation, email)
    if (!again.signInId) throw error
    return again.signInId
  }
}

const resetMinutes = 60
/** As the sign-in library names such a token. */
const resetIdentifier = 'reset-password:'

/**
 * A token that sets another password once, within the hour; nothing for an address nobody signs in with. It is kept
 * as a hash.
 */
export async function issueResetToken(
  installation: Parts,
  email: string,
): Promise<{ signInId: string; token: string } | undefined> {
  const { context, signInId } = await find(installation, email)
  const token = newSecret()
  if (!signInId) return undefined
  await context.internalAdapter.createVerificationValue({
    identifier: `${resetIdentifier}${token}`,
    value: signInId,
    expiresAt: new Date(Date.now() + resetMinutes * 60_000),
  })
  return { signInId, token }
}

/** Whose password a token that is in force sets. */
export async function ownerOfResetToken(installation: Parts, token: string): Promise<string | undefined> {
  const { internalAdapter } = await signInOf(installation, 'console').$context
  return (await internalAdapter.findVerificationValue(`${resetIdentifier}${token}`))?.value
}
