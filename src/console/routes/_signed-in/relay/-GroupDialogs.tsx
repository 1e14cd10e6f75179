import { queryOptions } from '@tanstack/react-query'
import { readCreditGroup, settleGroupLink, type CreditGroupLink } from '../../../../contract/credits/credit-group.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { groupWords } from './-group-words.ts'

/** A transfer settles within moments on the other side, so the page looks again while it is open. */
export const groupQuery = queryOptions({
  queryKey: [readCreditGroup.id],
  queryFn: () => call(readCreditGroup, {}),
  refetchInterval: 5_000,
})

export const refreshGroup = () => queries.invalidateQueries({ queryKey: [readCreditGroup.id] })

export const nameOf = ({ otherName, otherNumber }: CreditGroupLink): string => otherName ?? otherNumber

export type Asked = { link: CreditGroupLink; settle: 'AGREED' | 'REFUSED' | 'ENDED' }

/** Asks before a link is agreed to, declined or ended. */
export function Settling({ asked, onClose }: { asked: Asked | undefined; onClose: () => void }) {
  const text = useText(groupWords)
  const toast = useToast()
  const isAgreeing = asked?.settle === 'AGREED'
  const name = asked ? nameOf(asked.link) : ''
  return (
    <ConfirmDialog
      opened={asked !== undefined}
      onClose={onClose}
      danger={!isAgreeing}
      title={isAgreeing ? text.agreeTitle(name) : text.endTitle(name)}
      confirmLabel={isAgreeing ? text.agree : asked?.settle === 'REFUSED' ? text.refuse : text.end}
      consequences={
        isAgreeing
          ? [
              { kind: 'happens', text: text.agreeHappens },
              { kind: 'reversible', text: text.declareUndo },
            ]
          : [
              { kind: 'happens', text: text.endHappens },
              { kind: 'final', text: text.endAgain },
            ]
      }
      onConfirm={async () => {
        if (asked === undefined) return
        await call(settleGroupLink, { params: { id: asked.link.id }, body: { settle: asked.settle } })
        await refreshGroup()
        toast.tell(text.settled)
      }}
    />
  )
}
