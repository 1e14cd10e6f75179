import { selectionWords as shared } from '../contract/selection/selection-words.ts'
import { messages } from '../ui/text/messages.ts'

/** The stages and channels of a selection in words. */
export const selectionWords = messages(shared)
