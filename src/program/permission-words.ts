import { permissionNames } from '../contract/accounts/permission-words.ts'
import { messages } from '../ui/text/messages.ts'

/** What each permission allows, as it is shown where keys are made. */
export const permissionWords = messages(permissionNames)
