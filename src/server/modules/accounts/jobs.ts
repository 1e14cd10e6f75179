import { job, nothing } from '../../kernel/jobs.ts'
import { sweepSignIn } from './sign-in/store-sign-in.ts'

/** Clears expired sessions, links, codes and counts of tries away. */
export const sweepSignIns = job({
  name: 'accounts.sweep-sign-ins',
  payload: nothing,
  schedule: '17 * * * *',
  run: (installation) => sweepSignIn(installation),
})
