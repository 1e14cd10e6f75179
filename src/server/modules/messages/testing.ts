import { isBusinessDay, localTime } from '../../../engines/japanese/index.ts'
import { newId } from '../../kernel/ids.ts'
import { outboxes } from '../../kernel/outbox.ts'
import { testInstallation, type TestInstallation } from '../../kernel/testing.ts'
import type { TestCompany } from '../accounts/testing.ts'
import { deliveries } from './sending/delivery.ts'
import { inboundMails } from './inbound/inbound.ts'
import { queueMail, type NewMail } from './mails.ts'

/** An installation in which mail is sent and answers are read. */
export const postInstallation = (): Promise<TestInstallation> =>
  testInstallation({ intents: [...outboxes, deliveries, inboundMails] })

/** A mail that waits to be sent at once; a code, which neither waits for the send window nor counts as a contact. */
export async function aMail(company: TestCompany, made: Partial<NewMail> = {}): Promise<string> {
  const id = made.id ?? newId()
  await company.work((work) =>
    queueMail(work, {
      kind: 'CODE',
      to: `${newId()}@person.example`,
      rendered: {
        subject: '確認コードのお知らせ',
        text: 'コードは 123456 です。',
        html: '<p>コードは 123456 です。</p>',
      },
      fromName: 'さくら商事株式会社',
      dueAt: work.now,
      ...made,
      id,
    }),
  )
  return id
}

/** Moves the installation's clock to the given hour of the next Japanese working day, so that a test knows the send window. */
export function toOfficeHours(installation: TestInstallation, hour = 11): void {
  for (;;) {
    const now = new Date(Date.now() + installation.clock.offsetMs())
    const { day, millisecond } = localTime(now, 'Asia/Tokyo')
    if (Math.floor(millisecond / 3_600_000) === hour && isBusinessDay(day)) return
    installation.clock.advance({ minutes: 60 - now.getUTCMinutes() })
  }
}
