/** Pages of the console and the operator console that mails lead to; the token follows behind `#`. */
export const sitePaths = { invitation: '/invitation', resetPassword: '/reset-password' } as const
