import { messages } from '../ui/text/messages.ts'

/** Beside the product's mark, so that nobody takes this program for the console. */
export const partWords = messages({ ja: { part: '運営' }, en: { part: 'Operator' } })
