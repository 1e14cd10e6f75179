import { roleNames } from '../contract/accounts/role-words.ts'
import { messages } from '../ui/text/messages.ts'

/** The roles of staff as they are shown. */
export const roleWords = messages(roleNames)
