import type { Role } from './permissions.ts'

/** What the roles of staff are called, wherever one is named by itself. */
export const roleNames: Record<'ja' | 'en', Record<Role, string>> = {
  ja: {
    owner: '所有者',
    admin: '管理者',
    recruiter: '採用担当',
    interviewer: '面接官',
    analyst: '分析担当',
    auditor: '監査担当',
  },
  en: {
    owner: 'Owner',
    admin: 'Administrator',
    recruiter: 'Recruiter',
    interviewer: 'Interviewer',
    analyst: 'Analyst',
    auditor: 'Auditor',
  },
}
