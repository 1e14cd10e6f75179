import { derivedKey } from '../../../kernel/crypto.ts'
import type { Work } from '../../../kernel/work.ts'

/** Secrets of connections are sealed to their row: copied to another row or company they do not open. */
export const sealKey = ({ installation }: Work): Buffer => derivedKey(installation.config.secret, 'intake.connection')

export const sealPlace = ({ companyId }: Work, id: string, column: 'secret' | 'address' | 'access' | 'token'): string =>
  `intake_connection.${column}/${companyId}/${id}`
