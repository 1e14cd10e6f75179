import { describe, expect, test } from 'vitest'
import { aCompany } from '../../../accounts/testing.ts'
import { consents, memberConsents } from '../../../consent/index.ts'
import { balances } from '../../../credits/index.ts'
import { latestWishes, linkByLetter, memberCompanies } from '../../../relay/index.ts'
import { aLetter, openPortal, wishes } from '../../testing.ts'

const { installation, portal } = await openPortal()

/** A member by one company's letter, to whom another company wrote as well. */
async function aScene() {
  const first = await aCompany({ installation, name: 'さくら商事株式会社' })
  const registered = await portal.registered(first, { 'consent.RELAY_PROFILE~NETWORK': 'yes' })
  const second = await aCompany({ installation, name: 'みなと物流株式会社' })
  const letter = await aLetter(second, { mail: registered.letter.mail })
  return { first, second, letter, inOwn: registered.inOwn, memberId: registered.memberId }
}

describe('a member whom another company wrote to', () => {
  test('meets one short page after the code instead of the form, with every choice about that company at no', async () => {
    const { second, letter } = await aScene()
    const { visiting } = await portal.arrived(second, letter)
    expect((await visiting.get('/home')).html).toContain('登録につなぐ')
    expect((await visiting.get('/register')).to).toBe('/link')
    const page = await visiting.get('/link')
    expect(page.html).toContain('すでにご登録いただいています')
    expect(page.html).not.toContain('name="displayName"')
    expect(page.html).not.toContain('RELAY_PROFILE')
    expect(page.html.match(/value="yes"[^>]*checked/g)).toBeNull()
    expect(page.html.match(/value="no"[^>]*checked/g)).toHaveLength(2)
  })

  test('links the letter by one press, and keeps wishes and consents as they are', async () => {
    const { first, second, letter, inOwn, memberId } = await aScene()
    const { visiting } = await portal.arrived(second, letter)
    const before = await inOwn(latestWishes)
    await visiting.get('/link')
    const done = await visiting.post('/link', { [`consent.FLOW_BACK~${second.companyId}`]: 'yes' })
    expect(done.html).toContain('ご登録につなぎました')
    await visiting.get('/profile')
    expect((await visiting.post('/link')).html).toContain('ご登録につなぎました')
    await installation.settle(memberId, first.companyId, second.companyId)
    const own = await inOwn(async (work) => ({
      wishes: await latestWishes(work),
      companies: (await memberCompanies(work)).map(({ companyId }) => companyId),
      consents: (await memberConsents(work)).map(({ purpose, recipient, decision }) => [purpose, recipient, decision]),
    }))
    expect(own.wishes).toEqual(before)
    expect(own.companies.toSorted()).toEqual([first.companyId, second.companyId].toSorted())
    expect(own.consents).toContainEqual(['RELAY_PROFILE', 'NETWORK', 'GIVEN'])
    expect(own.consents).toContainEqual(['FLOW_BACK', second.companyId, 'GIVEN'])
    const inPool = await second.work((work) => consents(work, { sourceRecordIds: [letter.sourceRecordId] }))
    expect(inPool).toMatchObject([{ purpose: 'POOL', decision: 'REFUSED' }])
    expect((await visiting.get('/home')).html).not.toContain('登録につなぐ')
  })

  test('whose form was cut off between the two realms has the rest done by sending it again', async () => {
    const { second, letter, inOwn } = await aScene()
    const { visiting } = await portal.arrived(second, letter)
    const yes = { [`consent.FLOW_BACK~${second.companyId}`]: 'yes', [`consent.POOL~${second.companyId}`]: 'yes' }
    // As a kill after the member's realm leaves it: the letter is linked, and the company has no answer about its pool.
    await linkByLetter(installation, {
      ...letter,
      companyId: second.companyId,
      sentAt: new Date(),
      answers: [],
    })
    await visiting.get('/profile')
    await visiting.post('/link', yes)
    const inPool = await second.work((work) => consents(work, { sourceRecordIds: [letter.sourceRecordId] }))
    expect(inPool).toMatchObject([{ purpose: 'POOL', decision: 'GIVEN' }])
    expect((await inOwn(memberCompanies)).filter(({ companyId }) => companyId === second.companyId)).toHaveLength(1)
  })

  test('counts for the company whose letter was sent first, as the rule says', async () => {
    const { first, second, letter, memberId } = await aScene()
    const { visiting } = await portal.arrived(second, letter)
    await visiting.get('/link')
    await visiting.post('/link')
    await installation.settle(memberId, first.companyId, second.companyId)
    expect(await first.work(balances)).toMatchObject({ held: 1 })
    expect(await second.work(balances)).toMatchObject({ held: 0 })
  })

  test('shows whoever holds a forwarded link the page that it shows to everybody', async () => {
    const { second, letter } = await aScene()
    const stranger = await aLetter(second, { mail: `nobody-${letter.personId}@mail.example` })
    const shown = async ({ token }: { token: string }) => {
      const visiting = portal.browser()
      await visiting.get(`/l/${token}`)
      await visiting.post(`/l/${token}`)
      const places = []
      for (const path of ['/home', '/register', '/link']) {
        const { status, to, html } = await visiting.get(path)
        const page = html.replaceAll(/value="[^"]*"|nonce="[^"]*"/g, '').replaceAll(/<p class="masked">.*?<\/p>/g, '')
        places.push([path, status, to, page.includes('登録につなぐ'), page.includes('登録について見る')])
      }
      return places
    }
    expect(await shown(letter)).toEqual(await shown(stranger))
  })

  test('who is no member is told so, and nothing is linked', async () => {
    const company = await aCompany({ installation })
    const { visiting } = await portal.arrived(company)
    await visiting.get('/register')
    const answer = await visiting.post('/link', wishes)
    expect(answer.html).not.toContain('ご登録につなぎました')
  })
})
