/** A field of its candidates that a system lets others write a link into; `token` is how its mails merge it, if told. */
export type RemoteField = { key: string; name: string; token: string | null }

/** What keeps a call from succeeding until a human changes something. Each has its message under `intake.access.<it>`. */
export const lastingProblems = [
  'BAD_CREDENTIALS',
  'SCOPE_FIELDS',
  'SCOPE_READ',
  'SCOPE_WRITE',
  'FIELD_REFUSED',
  'OTHERS_LOST',
] as const
/** What may pass by itself, with messages alike. */
export const passingProblems = ['BUSY', 'UNREACHABLE', 'TIMEOUT', 'TLS', 'FAILING', 'UNREADABLE'] as const
export type AccessProblem = (typeof lastingProblems)[number] | (typeof passingProblems)[number]

/** How a call ended; `restMs` is how long the system asks to be left alone after it. */
export type Called<T> =
  | { ok: true; value: T; restMs: number }
  | { ok: false; problem: AccessProblem | 'TOKEN_REFUSED'; restMs: number }

export type Credentials = { clientId: string; secret: string; userId: string | null }
export type Token = { value: string; lifetimeMs: number }
/** Where the system's API is; private addresses only where the installation names one. */
export type Site = { apiUrl: string; authUrl: string; isPrivateAllowed: boolean }

/** The values of a candidate's fields by key; null where the candidate is no more. */
export type FieldValues = ReadonlyMap<string, string> | null

/** A connector's way to write into a field of its candidates. */
export type FieldCalls = {
  askToken: (site: Site, credentials: Credentials) => Promise<Called<Token>>
  listFields: (site: Site, token: Token) => Promise<Called<RemoteField[]>>
  readFields: (site: Site, token: Token, remoteId: string) => Promise<Called<FieldValues>>
  /** Empties the field where `value` is null; false where the candidate is no more. */
  writeField: (
    site: Site,
    token: Token,
    change: { remoteId: string; key: string; value: string | null },
  ) => Promise<Called<boolean>>
}

export const isLasting = (problem: string): boolean => (lastingProblems as readonly string[]).includes(problem)
