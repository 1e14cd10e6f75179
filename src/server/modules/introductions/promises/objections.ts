import type { KnownBy } from '../../../../engines/japanese/index.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, systemActor, type MemberWork } from '../../../kernel/work.ts'
import { operatorId } from '../../accounts/index.ts'
import { promiseObjected, type PromiseObjected } from '../announcements.ts'
import { contactInObjection } from '../errors.ts'
import { refusingForbidden, tellingIn } from '../answering/own-words.ts'
import { blankObjections, promisesToMember, type MemberPromise } from './store-member-promises.ts'
import { putObjection } from './store-objections.ts'

type Added = { words: string; known: KnownBy | undefined }

/**
 * What the person adds to an objection, as it may go to the operator, who does not learn who they are. Refused where it
 * holds what must not be collected (`introductions.forbidden-words`), and where it names the person or a way to reach
 * them, also parted over the promises of one introduction (`introductions.contact-in-objection`).
 */
export async function objectionWords(
  work: MemberWork,
  { id, askId }: Pick<MemberPromise, 'id' | 'askId'>,
  { words, known }: Added,
): Promise<string> {
  const text = refusingForbidden(words.trim())
  const others = (await promisesToMember(work, askId)).filter((other) => other.id !== id)
  const earlier = others.flatMap(({ objection }) => objection ?? [])
  const word = text === '' ? undefined : await tellingIn(work, { text, earlier, known })
  if (word !== undefined) throw contactInObjection({ word })
  return text
}

/** Carries the words to the operator alone: the company learns that there is an objection, not what is said. */
export const announceObjection = (work: MemberWork, promiseId: string, words: string): Promise<void> =>
  work.announce(promiseObjected, {
    subjectId: promiseId,
    version: 1,
    payload: { promiseId, words, at: work.now.toISOString() },
  })

/** The person is erased: what they said to promises goes here and at the operator. */
export async function forgetOwnObjections(work: MemberWork): Promise<void> {
  for (const { id: promiseId, objection } of await promisesToMember(work))
    if (objection !== null)
      await work.announce(promiseObjected, {
        subjectId: promiseId,
        version: 2,
        payload: { promiseId, words: '', at: work.now.toISOString() },
      })
  await blankObjections(work)
}

/** Keeps with the operator what a person says; nothing where nobody runs a network. */
export async function keepObjection(
  installation: Installation,
  { version, payload: { promiseId, words, at } }: { version: number; payload: PromiseObjected },
): Promise<void> {
  const companyId = await operatorId(installation)
  if (!companyId) return
  await inCompany(installation, { companyId, actor: systemActor('introductions.promises') }, (work) =>
    putObjection(work, { promiseId, words, saidAt: new Date(at), version }),
  )
}
