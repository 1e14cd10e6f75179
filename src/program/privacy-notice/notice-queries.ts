import { queryOptions } from '@tanstack/react-query'
import { listPrivacyNotices } from '../../contract/consent/privacy-notices.ts'
import { call } from '../api.ts'

export const noticesQuery = queryOptions({
  queryKey: [listPrivacyNotices.id],
  queryFn: () => call(listPrivacyNotices, {}),
})
