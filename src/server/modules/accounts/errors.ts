import { refusal } from '../../kernel/errors.ts'

export const staffExists = refusal('accounts.staff-exists', 409)
