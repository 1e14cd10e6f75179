/** The number of a receipt or a request by which people and staff speak of it, in mails and on every page. */
export const receiptNumber = (id: string): string => id.slice(-12).toUpperCase()
