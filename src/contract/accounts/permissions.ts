/** What a member of staff may be allowed to do. A route names exactly one of these. */
export const permissions = [
  'company:read',
  'company:manage',
  'staff:read',
  'staff:manage',
  'audit:read',
  'consent:read',
  'consent:manage',
  'people:read',
  'people:write',
  'people:erase',
  'selection:read',
  'selection:write',
  'selection:evaluate',
  'linkage:decide',
  'messages:read',
  'messages:send',
  'intake:import',
  'intake:connect',
  'credits:read',
  'credits:adjust',
  'relay:read',
  'relay:send',
  'relay:configure',
  'matching:read',
  'introductions:request',
  'insights:read',
  'network:read',
  'network:decide',
] as const

export type Permission = (typeof permissions)[number]

export const roles = ['owner', 'admin', 'recruiter', 'interviewer', 'analyst', 'auditor'] as const
export type Role = (typeof roles)[number]

/** Who works for the operator of a network: it selects nobody, so that nobody recruits or interviews for it. */
export const operatorRoles: readonly Role[] = ['owner', 'admin', 'analyst', 'auditor']

const recruiter: readonly Permission[] = [
  'company:read',
  'staff:read',
  'consent:read',
  'people:read',
  'people:write',
  'selection:read',
  'selection:write',
  'selection:evaluate',
  'linkage:decide',
  'messages:read',
  'messages:send',
  'intake:import',
  'credits:read',
  'relay:read',
  'relay:send',
  'matching:read',
  'introductions:request',
  'insights:read',
]

const admin: readonly Permission[] = [
  ...recruiter,
  'company:manage',
  'staff:manage',
  'audit:read',
  'consent:manage',
  'people:erase',
  'intake:connect',
  'credits:adjust',
  'relay:configure',
  'network:read',
  'network:decide',
]

/**
 * What each role may do. An interviewer records evaluations of their own interviews and sees nothing else;
 * `network:*` routes additionally ask that the company is the operator.
 */
export const permissionsOf: Record<Role, readonly Permission[]> = {
  owner: admin,
  admin,
  recruiter,
  interviewer: ['selection:evaluate'],
  analyst: ['company:read', 'insights:read', 'credits:read', 'network:read'],
  auditor: ['company:read', 'staff:read', 'audit:read', 'consent:read', 'credits:read', 'relay:read', 'network:read'],
}
