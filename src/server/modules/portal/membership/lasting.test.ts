import { expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { aCompany } from '../../accounts/testing.ts'
import { findMember } from '../../relay/index.ts'
import { openPortal } from '../testing.ts'

const { installation, portal } = await openPortal()

test('a registration ends by the box and the button, never by the button alone', async () => {
  const company = await aCompany({ installation })
  const { visiting, inOwn, letter, memberId } = await portal.registered(company)
  const state = async () => (await inOwn(findMember))?.state ?? 'ERASED'
  await visiting.get('/registration')
  const pressed = await visiting.post('/registration/leave')
  expect(pressed.status).toBe(422)
  expect(pressed.html).toContain('取り消せない手続きであることを理解しました')
  expect(await state()).not.toBe('ERASED')
  expect((await visiting.post('/registration/leave', { understood: 'yes' })).status).toBe(200)
  expect(await state()).toBe('ERASED')
  for (let pass = 0; pass < 2; pass += 1) await installation.settle(memberId, company.companyId)
  const [last] = installation.mailer.sent.filter(({ to }) => to === letter.mail).toReversed()
  expect(last?.subject, 'a receipt of what cannot be taken back').toContain('ご登録の終了と情報の消去の控え')
})

test('what is neither an objection nor a release says nothing of a promise', async () => {
  const { visiting } = await portal.registered(await aCompany({ installation }))
  for (const said of ['', 'KEPT', 'object']) {
    await visiting.get('/introductions')
    const answer = await visiting.post(`/introductions/${newId()}/promises`, { promise: newId(), said })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('何も変更されていません')
  }
})
