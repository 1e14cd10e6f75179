import type { Work } from '../../kernel/work.ts'
import type { LetterKey } from './letter-templates.ts'

export type OwnTemplate = { id: string; subject: string; body: string; version: number; writtenAt: Date }

export async function findTemplate(
  { tx, companyId }: Work,
  { stage, offer, language }: LetterKey,
): Promise<OwnTemplate | undefined> {
  const row = await tx
    .selectFrom('messages_template')
    .select(['id', 'version'])
    .where('company_id', '=', companyId)
    .where('stage', '=', stage)
    .where('offer', '=', offer)
    .where('locale', '=', language)
    .executeTakeFirst()
  if (!row) return undefined
  const words = await tx
    .selectFrom('messages_template_version')
    .select(['subject', 'body', 'recorded_at'])
    .where('company_id', '=', companyId)
    .where('template_id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirstOrThrow()
  return { id: row.id, version: row.version, subject: words.subject, body: words.body, writtenAt: words.recorded_at }
}

type Appended = LetterKey & { id: string; subject: string; body: string }

export async function appendVersion({ tx, companyId, actor, now }: Work, written: Appended): Promise<void> {
  const { version } = await tx
    .insertInto('messages_template')
    .values({
      company_id: companyId,
      id: written.id,
      stage: written.stage,
      offer: written.offer,
      locale: written.language,
      version: 1,
      recorded_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'stage', 'offer', 'locale'])
        .doUpdateSet((e) => ({ version: e('messages_template.version', '+', 1) })),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('messages_template_version')
    .values({
      company_id: companyId,
      template_id: written.id,
      version,
      subject: written.subject,
      body: written.body,
      written_by: `${actor.kind}:${actor.id}`,
      recorded_at: now,
    })
    .execute()
}
