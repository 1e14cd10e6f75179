import { sql, type RawBuilder } from 'kysely'

/** A human as rows may name them: by the records that are theirs today, or by the person where a row has no record. */
export type Human = { personIds: readonly string[]; sourceRecordIds: readonly string[] }

/**
 * The rows of a table that name this human (or these), in its columns `person_id` and `source_record_id`. A row that has a
 * record is of whoever the record is of today, also where it was written while two people were taken for one.
 */
export const ofHuman = (table: string, { personIds, sourceRecordIds }: Human): RawBuilder<boolean> => {
  const record = sql.ref(`${table}.source_record_id`)
  return sql<boolean>`(${record} = any (${sourceRecordIds as string[]}::uuid[])
    or ${record} is null and ${sql.ref(`${table}.person_id`)} = any (${personIds as string[]}::uuid[]))`
}
