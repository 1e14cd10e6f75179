import type { Lookup } from '../../../../kernel/database/directory.ts'

/** How the directory keeps the address by which a member is found. `mail` is in its normal form. */
export const memberMail = (mail: string): Lookup => ({ kind: 'member-mail', value: mail })
