/** How many of the last letters of its id are the number of a receipt or a request. */
export const receiptLength = 12

/** The number of a receipt or a request by which people and staff speak of it, in mails and on every page. */
export const receiptNumber = (id: string): string => id.slice(-receiptLength).toUpperCase()
