import { passkeyPage, paths } from '../../../../portal/index.ts'
import { findMember } from '../../relay/index.ts'
import { publicFrame } from '../frames.ts'
import { mailChange } from './passkey-mails.ts'
import {
  addPasskey,
  memberByPasskey,
  nameOfPasskey,
  registrationOptions,
  removePasskey,
  signInOptions,
} from './passkeys.ts'
import { startByPasskey } from '../arrival/session.ts'
import * as store from './store.ts'
import { inOwnRealm, type Answer, type MemberVisit, type Visit } from '../visit.ts'

async function page(visit: Visit, refused: boolean) {
  const frame = await publicFrame(visit)
  return passkeyPage(frame, { options: JSON.stringify(await signInOptions(visit.installation)), refused })
}

/** Where somebody with a passkey signs in without a link or a code. */
export const signInPage = (visit: Visit): Promise<Answer> => page(visit, false)

/** Starts a visit by a passkey. Whatever is wrong, there is one answer. */
export async function signIn(visit: Visit): Promise<Answer> {
  const found = await memberByPasskey(visit.installation, visit.body.get('answer') ?? '')
  const cookie = found && (await startByPasskey(visit.installation, found))
  return cookie === undefined ? { page: await page(visit, true), status: 422 } : { to: paths.profile(), cookie }
}

/** What the page of open visits shows of a member's passkeys. */
export async function ownPasskeys(visit: MemberVisit) {
  return inOwnRealm(visit, async (work) => {
    const member = await findMember(work)
    const options = await registrationOptions(work, { mail: member?.mail ?? '', name: member?.displayName ?? '' })
    const held = await store.passkeys(work)
    return {
      options: JSON.stringify(options),
      held: held.map(({ id, name, recordedAt, usedAt }) => ({
        passkeyId: id,
        name,
        addedAt: recordedAt.toISOString(),
        usedAt: usedAt?.toISOString() ?? null,
      })),
    }
  })
}

export async function add(visit: MemberVisit): Promise<Answer> {
  const { body } = visit
  const adding = { posted: body.get('answer') ?? '', name: nameOfPasskey(body.get('name') ?? '') }
  const not = await inOwnRealm(visit, (work) => addPasskey(work, adding))
  if (not === undefined) await mailChange(visit, 'PASSKEY_ADDED', adding.name)
  return { to: `${paths.visits()}?passkey=${not ?? 'added'}` }
}

export async function remove(visit: MemberVisit): Promise<Answer> {
  const name = await inOwnRealm(visit, (work) => removePasskey(work, visit.params['passkey'] ?? ''))
  if (name !== undefined) await mailChange(visit, 'PASSKEY_REMOVED', name)
  return { to: `${paths.visits()}?passkey=removed` }
}
