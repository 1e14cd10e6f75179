import { Box, Button } from '@mantine/core'
import { modeNames } from '../contract/network/mode-words.ts'
import type { Membership } from '../contract/accounts/session.ts'
import { Link } from '../ui/link.tsx'
import { InlineNotice } from '../ui/feedback/Notice.tsx'
import { messages } from '../ui/text/messages.ts'
import { useText } from '../ui/text/TextProvider.tsx'
import { useCan, useMembership } from './session.ts'

const words = messages({
  ja: {
    cutOff: {
      NETWORK_STOPPED: '運営がネットワークを停止しているため、キャリアリレーは休止しています',
      SUSPENDED: '運営が貴社の参加を停止しているため、キャリアリレーは休止しています',
    },
    titles: {
      IN_HOUSE: `運用モード「${modeNames.ja.IN_HOUSE}」のため、キャリアリレーは休止しています`,
      GROUP: `運用モード「${modeNames.ja.GROUP}」のため、キャリアリレーは休止しています`,
      INFO_PROVISION: `運用モード「${modeNames.ja.INFO_PROVISION}」のため、紹介は依頼できません`,
    },
    stopped:
      'お見送りメールのリンクは自社の人材プールへの登録ページを開きます。新たな紹介の計上、リレー登録者の検索、紹介の依頼は行えません。これまでの記録は引き続きご確認いただけます。',
    listedOnly: `リレーへの登録を受け付け、登録者が希望した情報を一覧でご覧いただけます。順位付けと紹介の依頼は、許可番号を登録した「${modeNames.ja.PLACEMENT}」モードでのみ行えます。`,
    settings: '運用モードを確認',
  },
  en: {
    cutOff: {
      NETWORK_STOPPED: 'The relay rests: the operator has stopped the network',
      SUSPENDED: 'The relay rests: the operator has suspended your company',
    },
    titles: {
      IN_HOUSE: `The relay rests: the operating mode is “${modeNames.en.IN_HOUSE}”`,
      GROUP: `The relay rests: the operating mode is “${modeNames.en.GROUP}”`,
      INFO_PROVISION: `Introductions cannot be requested: the operating mode is “${modeNames.en.INFO_PROVISION}”`,
    },
    stopped:
      'The link of a rejection letter opens the registration for your own talent pool. No referral is counted, no relay member is found and no introduction requested. What is on record stays readable.',
    listedOnly: `People may register for the relay, and what they asked to send is listed. Ranking and requesting introductions need the mode “${modeNames.en.PLACEMENT}” with its licence number on record.`,
    settings: 'See the operating mode',
  },
})

/** Where the relay may do more than this: what the mode in force, or the operator, shuts. Nothing where it shuts nothing. */
export function ModeNotice() {
  const text = useText(words)
  const { operatingMode, cutOff } = useMembership()
  const can = useCan()
  if (operatingMode === 'PLACEMENT') return null
  return (
    <Box mb="md">
      <InlineNotice
        tone="wait"
        title={cutOff === null ? text.titles[operatingMode] : text.cutOff[cutOff]}
        actions={
          cutOff === null &&
          can('company:read') && (
            <Button component={Link} href="/settings/company" size="xs" variant="default">
              {text.settings}
            </Button>
          )
        }
      >
        {relayRuns(operatingMode) ? text.listedOnly : text.stopped}
      </InlineNotice>
    </Box>
  )
}

/** Whether relay members may be seen at all in this mode. */
export const relayRuns = (mode: Membership['operatingMode']): boolean =>
  mode === 'INFO_PROVISION' || mode === 'PLACEMENT'
