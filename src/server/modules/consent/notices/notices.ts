import type { NoticeDraft } from '../../../../contract/consent/privacy-notices.ts'
import { dayIn } from '../../../../engines/japanese/index.ts'
import { derivedKey, hmac, sameSecret, sha256 } from '../../../kernel/crypto.ts'
import { violated } from '../../../kernel/errors.ts'
import type { Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { bases } from './basis.ts'
import { noticeBackdated, noticeChanged } from '../errors.ts'
import type { NoticeRef } from '../decisions/store-consents.ts'
import * as store from './store-notices.ts'

export type Notice = store.StoredNotice

/** The notice that holds today in the company's own zone, if it has published one. */
export async function noticeInForce(work: Work): Promise<Notice | undefined> {
  const { timeZone } = await company(work)
  return store.noticeOn(work, dayIn(work.now, timeZone))
}

/** Which version that is, for a decision that stands on it. */
export async function noticeRefInForce(work: Work): Promise<NoticeRef | null> {
  const notice = await noticeInForce(work)
  return notice ? { companyId: work.companyId, id: notice.id, version: notice.version } : null
}

/** All versions, newest first, with how many decisions stand on each. */
export async function notices(work: Work): Promise<(Notice & { isInForce: boolean; decisions: number })[]> {
  const inForce = await noticeInForce(work)
  const counted = await store.countDecisions(work)
  return (await store.listNotices(work)).map((notice) => ({
    ...notice,
    isInForce: notice.id === inForce?.id,
    decisions: counted.get(notice.id) ?? 0,
  }))
}

/** A text as it is kept: the hash is over exactly what is shown. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\S\n]+$/gmu, '')
    .trim()

export type Publishing = Omit<NoticeDraft, 'effectiveOn'> & { id: string; effectiveOn: string; after: number }

/**
 * Publishes a version, from its day on. Refused when another one was published since (`consent.notice-changed`) and
 * for a day that is over (`consent.notice-backdated`): nobody is told today what held yesterday. The draft is done.
 */
export async function publishNotice(work: Work, given: Publishing): Promise<Notice> {
  const { timeZone } = await company(work)
  const before = (await store.listNotices(work))[0]
  if (before?.id === given.id) return before
  if ((before?.version ?? 0) !== given.after) throw noticeChanged({})
  if (given.effectiveOn < dayIn(work.now, timeZone)) throw noticeBackdated({ field: 'effectiveOn' })
  const [bodyJa, bodyEn] = [tidy(given.bodyJa), tidy(given.bodyEn)]
  const version = given.after + 1
  try {
    await store.insertNotice(work, {
      id: given.id,
      version,
      bodyJa,
      bodyEn,
      hashJa: sha256(bodyJa),
      hashEn: bodyEn === '' ? null : sha256(bodyEn),
      effectiveOn: given.effectiveOn,
      summary: given.summary.trim(),
    })
  } catch (error) {
    if (violated(error) === 'consent_privacy_notice_version') throw noticeChanged({})
    throw error
  }
  await store.dropDraft(work)
  await record(work, {
    action: 'consent.notice-published',
    subject: { kind: 'notice', id: given.id },
    detail: { version },
  })
  const [kept] = await store.listNotices(work)
  if (!kept) throw new Error('the notice was not kept')
  return kept
}

/** Keeps what is being written, for whoever goes on with it. */
export async function keepDraft(work: Work, draft: NoticeDraft): Promise<void> {
  await store.putDraft(work, draft)
  await record(work, { action: 'consent.notice-drafted' })
}

/** The proof in a preview's address: of one company's draft in exactly these words. */
const previewProof = ({ installation, companyId }: Work, draft: store.StoredDraft): string =>
  hmac(
    derivedKey(installation.config.secret, 'consent.notice-preview'),
    JSON.stringify([companyId, draft.bodyJa, draft.bodyEn, draft.effectiveOn, draft.summary]),
  ).toString('base64url')

/** The draft and where it is seen as people would see it. */
export async function draftOf(work: Work): Promise<(store.StoredDraft & { previewUrl: string }) | undefined> {
  const draft = await store.findDraft(work)
  if (!draft) return undefined
  const path = `/privacy/${work.companyId}/preview/${previewProof(work, draft)}`
  return { ...draft, previewUrl: new URL(path, work.installation.config.portalUrl).href }
}

/** The draft behind a preview's address; nothing once other words stand in it. */
export async function draftByProof(work: Work, proof: string): Promise<store.StoredDraft | undefined> {
  const draft = await store.findDraft(work)
  return draft && sameSecret(proof, previewProof(work, draft)) ? draft : undefined
}

const folded = (text: string) => text.normalize('NFKC').replaceAll(/\s/gu, '')

/** The recorded purposes in force, and whether the notice in force says each in the same words. */
export async function purposesSaid(work: Work) {
  const inForce = await noticeInForce(work)
  const said = folded(`${inForce?.bodyJa ?? ''}${inForce?.bodyEn ?? ''}`)
  const newest = new Map((await bases(work)).toReversed().map((one) => [one.kind, one.purpose]))
  return [...newest].map(([kind, purpose]) => ({ kind, purpose, isSaid: said.includes(folded(purpose)) }))
}

export { findNotice } from './store-notices.ts'
