import { unauthenticated, type Identify } from '../../kernel/http.ts'

/** Who is calling a company's route: a signed-in member of staff, or an API key. */
export const identifyStaff: Identify = async () => {
  throw unauthenticated({})
}
