import type { Role } from '../../../contract/accounts/permissions.ts'
import type { NetworkStanding } from '../../../contract/network/network-companies.ts'
import { refusal } from '../../kernel/errors.ts'

export const staffExists = refusal('accounts.staff-exists', 409)
export const notAMember = refusal('accounts.not-a-member', 403)
export const suspended = refusal('accounts.suspended', 403)
export const companyUnclear = refusal('accounts.company-unclear', 400)
export const twoFactorRequired = refusal('accounts.two-factor-required', 403)

export const signInRefused = refusal('accounts.sign-in-refused', 401)
export const codeRefused = refusal('accounts.code-refused', 401)
export const challengeOver = refusal('accounts.challenge-over', 401)
export const tooManyAttempts = refusal<{ waitMinutes: number }>('accounts.too-many-attempts', 429)
export const passwordWrong = refusal('accounts.password-wrong', 403)
export const linkSpent = refusal('accounts.link-spent', 410)
export const secondFactorOn = refusal('accounts.second-factor-on', 409)
export const secondFactorOff = refusal('accounts.second-factor-off', 409)
export const secondFactorNeeded = refusal('accounts.second-factor-needed', 409)

export const alreadySetUp = refusal('accounts.already-set-up', 409)
export const setUpCodeWrong = refusal('accounts.set-up-code-wrong', 403)

export const licenceRequired = refusal('accounts.licence-required', 422)
export const groupRequired = refusal('accounts.group-required', 422)
export const modeAboveInstallation = refusal<{ most: string }>('accounts.mode-above-installation', 422)
/** The number's check digit is wrong. */
export const numberWrong = refusal('accounts.number-wrong', 422)
/** The line of business was changed less than twelve months ago; `from` is the day from which it may be again. */
export const industryFixed = refusal<{ from: string }>('accounts.industry-fixed', 409)
export const agreementEndsBefore = refusal('accounts.agreement-ends-before', 422)
/** There is nothing to set: the company says so itself. */
export const industryAsStated = refusal('accounts.industry-as-stated', 409)
export const windowNeverOpens = refusal('accounts.window-never-opens', 422)
export const invitationOpen = refusal('accounts.invitation-open', 409)
export const invitationOver = refusal('accounts.invitation-over', 410)
export const invitationSettled = refusal('accounts.invitation-settled', 409)
export const lastOwner = refusal('accounts.last-owner', 409)
export const ownersOnly = refusal('accounts.owners-only', 403)
/** The operator of a network has no such role (contract/accounts/permissions.ts). */
export const roleElsewhere = refusal<{ role: Role }>('accounts.role-elsewhere', 422)
export const notYourself = refusal('accounts.not-yourself', 409)
/** The sign-in of a member of staff is theirs in every company where they work. */
export const worksElsewhere = refusal('accounts.works-elsewhere', 409)
export const keyExists = refusal('accounts.key-exists', 409)
export const keyTooWide = refusal<{ permissions: string[] }>('accounts.key-too-wide', 403)
export const staffOnly = refusal('accounts.staff-only', 403)

/** Papers are missing or over; `missing` says which (contract/network/network-companies.ts). */
export const notVerifiable = refusal<{ missing: readonly string[] }>('accounts.not-verifiable', 409)
export const standingElse = refusal<{ standing: NetworkStanding }>('accounts.standing-else', 409)
