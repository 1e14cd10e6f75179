import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import {
  takeBackNetworkReferral,
  takeBackReasons,
  type NetworkReferral,
} from '../../../../contract/network/network-referrals.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { refresh } from '../../../queries.ts'
import { referralWords } from '../../../referral-words.ts'
import { networkWords } from '../../../words.ts'

type Reason = (typeof takeBackReasons)[number]

/** Refuses a held referral, or takes back a counted one: always with a reason, and named what follows. */
export function TakeBack({ referral, onClose }: { referral: NetworkReferral | undefined; onClose: () => void }) {
  const text = useText(referralWords)
  const common = useText(networkWords)
  const toast = useToast()
  const [reason, choose] = useState<Reason>('fake-person')
  const isCounted = referral?.state === 'COUNTED'
  return (
    <ConfirmDialog
      opened={referral !== undefined}
      onClose={onClose}
      danger
      title={isCounted ? text.takeBackTitle : text.refuseTitle}
      confirmLabel={isCounted ? text.takeBack : text.refuse}
      consequences={[
        { kind: 'happens', text: isCounted ? text.takeBackWhat : text.refuseWhat },
        { kind: 'final', text: text.final },
      ]}
      onConfirm={async () => {
        if (referral === undefined) return
        await call(takeBackNetworkReferral, { params: { id: referral.id }, body: { reason } })
        await refresh()
        toast.tell(text.taken)
      }}
    >
      <NativeSelect
        label={text.why}
        value={reason}
        onChange={({ currentTarget }) => choose(currentTarget.value as Reason)}
        data={takeBackReasons.map((value) => ({ value, label: common.reasons[value] ?? value }))}
      />
    </ConfirmDialog>
  )
}
