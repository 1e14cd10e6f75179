import { expect, test } from 'vitest'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { contributions } from '../contributions.ts'
import { anIntroduction, aScene } from '../testing.ts'

test('whom a refused request would have reached is forgotten after ninety days; of one that is open it stays', async () => {
  const scene = await aScene({ slots: 2 })
  const { id } = await anIntroduction(scene, { arrives: false })
  await expect(anIntroduction(scene)).rejects.toMatchObject({ code: 'introductions.asked-already' })
  await scene.settle()
  const asOperator = <T>(run: (work: Work) => Promise<T>) =>
    inCompany(scene.installation, { companyId: scene.operatorId, actor: systemActor('test') }, run)
  const mapped = () =>
    asOperator(({ tx, companyId }) =>
      tx
        .selectFrom('introductions_mapping')
        .select('id')
        .where('company_id', '=', companyId)
        .where('employer_id', '=', scene.employer.companyId)
        .execute(),
    )
  const retain = () => asOperator((work) => contributions.retain!(work))
  await retain()
  expect(await mapped()).toHaveLength(2)
  scene.installation.clock.advance({ days: 91 })
  await retain()
  expect(await mapped()).toEqual([{ id }])
})
