import type { Contributions } from '../../kernel/module.ts'
import { unanswered } from './asking/asking.ts'
import { eraseWritings, fieldsInUse } from './link-field/link-field.ts'
import { memberContributions } from './members/member-contributions.ts'
import { stopLetterOf } from './letters/letters.ts'
import { verifyReconciliation } from './referrals/reconciliation.ts'
import * as reports from './reports.ts'
import { lettersOfRecords } from './letters/store-letters.ts'
import { forgetRemoteIds } from './link-field/store-link-writings.ts'
import { forgetOriginsBefore, forgetOriginsOf } from './referrals/store-origins.ts'

const originsKeptMs = 30 * 86_400_000

/** Letters refer to people by id alone: an erasure stops those that wait, and keeps that and when others went. */
export const contributions: Contributions = {
  ...memberContributions,
  personsOf: reports.personsBehind,
  retentionFacts: async (work, subjects) => [
    ...(await reports.keptByRelay(work, subjects)),
    ...(await unanswered(work, subjects)),
  ],
  erase: async (work, subject) => {
    const { sourceRecordIds } = subject
    await memberContributions.erase?.(work, subject)
    const letters = await lettersOfRecords(work, sourceRecordIds)
    for (const { applicationId } of letters) await stopLetterOf(work, applicationId, 'ERASED')
    await eraseWritings(work, sourceRecordIds)
    await forgetOriginsOf(
      work,
      letters.map(({ id }) => id),
    )
  },
  processing: async (work) =>
    (await fieldsInUse(work)).map(({ name, connection }) => ({
      activity: 'LETTER' as const,
      kind: 'RECIPIENT' as const,
      ja: `連携「${connection}」の項目「${name}」(専用リンクの書き込み)`,
      en: `Connection “${connection}”, field “${name}” (personal links are written there)`,
    })),
  retain: async (work) => ({
    candidateNumbers: await forgetRemoteIds(work, new Date(work.now.getTime() - originsKeptMs)),
    registrationOrigins: await forgetOriginsBefore(work, new Date(work.now.getTime() - originsKeptMs)),
  }),
  export: async (work, subject) => ({
    ...(await memberContributions.export?.(work, subject)),
    letters: (await lettersOfRecords(work, subject.sourceRecordIds)).map(
      ({ state, endedAt, dueAt, sentAt, offer, stage }) => ({
        state,
        endedAt,
        dueAt,
        sentAt,
        offer,
        stage,
      }),
    ),
  }),
  verify: async (work) => [
    ...((await memberContributions.verify?.(work)) ?? []),
    ...(await verifyReconciliation(work)),
    ...(await reports.lettersWithoutMail(work)).map((saw) => ({
      rule: 'a letter that left has its mail, link and basis',
      where: 'relay_letter',
      saw,
    })),
    ...(await reports.toldTwice(work)).map((saw) => ({
      rule: 'one end of an application is told by at most one letter',
      where: 'relay_letter',
      saw,
    })),
  ],
}
