import { derivedKey, hmac } from '../../../kernel/crypto.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { trialChanged } from '../letters/announcements.ts'
import { listConnections } from '../../intake/index.ts'
import { checkLetter, letterTemplate, rewriteLetter, type LetterKey } from '../../messages/index.ts'
import { idsOfPersons } from '../../people/index.ts'
import * as refusals from '../letters/errors.ts'
import { byHand } from '../letters/settings.ts'
import { findPreflight } from '../preflights/store-preflights.ts'
import * as store from './store-trials.ts'

type Started = Omit<Parameters<typeof store.insertTrial>[1], 'words' | 'version'> & store.Words

/**
 * Begins to compare the words of one kind of letter, as they stand, with others: letters that it reaches have one of the
 * two from now on. Refuses words that are the same (`relay.trial-same-words`) or have broken placeholders, and a second
 * trial of a kind of letter (`relay.trial-running`). Repeating an id answers what stands.
 */
export async function startTrial(work: Work, { subject, body, ...started }: Started): Promise<store.Trial> {
  const key = { stage: started.stage, offer: started.offer, language: started.language }
  await checkReach(work, started)
  checkLetter(key, { subject, body })
  const template = await letterTemplate(work, key)
  if (template.subject.trim() === subject && template.body.trim() === body) throw refusals.trialSameWords({})
  const words = { A: { subject: template.subject, body: template.body }, B: { subject, body } }
  const isFirst = await store.insertTrial(work, { ...started, words, version: template.version })
  const found = await store.findTrial(work, started.id)
  if (!found) throw refusals.trialRunning({})
  if (!isFirst) return found
  const { id, scope, preflightId, outcome } = started
  await record(work, {
    action: 'relay.start-trial',
    subject: { kind: 'trial', id },
    detail: { ...key, scope, preflightId, outcome },
  })
  await work.announce(trialChanged, {
    subjectId: id,
    version: 1,
    payload: { trialId: id, state: 'RUNNING', kept: null },
  })
  return found
}

async function checkReach(work: Work, { scope, preflightId }: Pick<Started, 'scope' | 'preflightId'>): Promise<void> {
  if (scope !== null && scope !== byHand && !(await listConnections(work)).some(({ id }) => id === scope))
    throw notFound({ what: 'connection' })
  if (preflightId !== null && (await findPreflight(work, preflightId))?.kind !== 'CAMPAIGN')
    throw refusals.preflightNotFound({})
}

export async function trial(work: Work, id: string): Promise<store.Trial> {
  const found = await store.findTrial(work, id)
  if (!found) throw refusals.trialNotFound({})
  return found
}

/**
 * Ends a trial with the wording that a human keeps: it is the template's from now on. Nothing ends one by itself, and a
 * program cannot (`relay.trial-needs-human`). Keeping the same again changes nothing; another is refused
 * (`relay.trial-ended`).
 */
export async function endTrial(work: Work, { id, keep }: { id: string; keep: store.Variant }): Promise<store.Trial> {
  if (work.actor.kind !== 'staff') throw refusals.trialNeedsHuman({})
  const running = await store.lockTrial(work, id)
  if (!running) throw refusals.trialNotFound({})
  if (running.state === 'ENDED') {
    if (running.kept !== keep) throw refusals.trialEnded({})
    return running
  }
  await store.putEnd(work, { id, kept: keep })
  const { stage, offer, language, words } = running
  const stands = await letterTemplate(work, { stage, offer, language })
  if (stands.subject !== words[keep].subject || stands.body !== words[keep].body)
    await rewriteLetter(work, { stage, offer, language, ...words[keep] })
  await record(work, { action: 'relay.end-trial', subject: { kind: 'trial', id }, detail: { keep } })
  await work.announce(trialChanged, { subjectId: id, version: 2, payload: { trialId: id, state: 'ENDED', kept: keep } })
  return trial(work, id)
}

type Reached = { key: LetterKey; personId: string; scope: string; preflightId: string | null }
export type Drawn = store.Words & { trialId: string; variant: store.Variant }

/**
 * The wording of a running trial for a letter that it reaches. One human always gets one wording of a trial: what any of
 * their records was given before, else by a keyed hash of trial and person, which a retry cannot change.
 */
export async function drawnWords(
  work: Work,
  { key, personId, scope, preflightId }: Reached,
): Promise<Drawn | undefined> {
  const running = await store.runningTrial(work, key)
  if (!running) return undefined
  if (running.scope !== null && running.scope !== scope) return undefined
  if (running.preflightId !== null && running.preflightId !== preflightId) return undefined
  const { id: trialId } = running
  const [ids] = await idsOfPersons(work, [personId])
  const before = await store.earliestVariant(work, { trialId, sourceRecordIds: ids?.sourceRecordIds ?? [] })
  const variant = before ?? variantOf({ secret: work.installation.config.secret, trialId, personId })
  return { trialId, variant, ...running.words[variant] }
}

/** Pure. An even chance that follows from the trial and the person alone. */
export function variantOf({
  secret,
  trialId,
  personId,
}: {
  secret: string
  trialId: string
  personId: string
}): store.Variant {
  const [byte = 0] = hmac(derivedKey(secret, 'relay.trial'), `${trialId}/${personId}`)
  return byte % 2 === 0 ? 'A' : 'B'
}
