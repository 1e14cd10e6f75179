import type { Contributions } from '../../kernel/module.ts'
import { keysOfRecords } from '../people/index.ts'
import { listConnections } from './connections/store-connections.ts'
import { eraseUnattached } from './deliveries/store-unattached.ts'
import * as reports from './reports.ts'

const days = (count: number) => count * 86_400_000

/** A file that nobody imported. */
const uploadKept = days(1)
/** What was refused can be mended and imported again this long. */
const refusedKept = days(30)
/** The body of a delivery that was used, for questions about what a system sent. */
const deliveryKept = days(90)
/** The body of one that could not be used, and of whose person nothing is known. */
const unusedKept = days(30)

export const contributions: Contributions = {
  erase: async (work, { sourceRecordIds }) => {
    // Modules are erased from right to left: the keys of the records still stand.
    const keys = (await keysOfRecords(work, sourceRecordIds)).flatMap((record) => record.keys)
    await reports.eraseRecords(work, sourceRecordIds)
    await eraseUnattached(
      work,
      keys.filter(({ kind }) => kind === 'MAIL').map(({ key }) => key),
    )
  },
  export: async (work, { sourceRecordIds }) => ({ imported: await reports.importedFrom(work, sourceRecordIds) }),
  processing: async (work) => {
    const found = await listConnections(work)
    return found.map(({ connector, name, state }) => {
      const [file, system] = [connector === 'file', connector]
      const paused = state === 'PAUSED'
      return {
        activity: 'SELECTION' as const,
        kind: 'SOURCE' as const,
        ja: `${file ? 'ファイルの取り込み' : `連携(${system})`}「${name}」${paused ? '(停止中)' : ''}`,
        en: `${file ? 'Imported file' : `Connection (${system})`} “${name}”${paused ? ' (paused)' : ''}`,
      }
    })
  },
  retain: async (work) => ({
    uploads: await reports.dropUploads(work, new Date(work.now.getTime() - uploadKept)),
    refusedRows: await reports.dropRefusedRows(work, new Date(work.now.getTime() - refusedKept)),
    deliveryBodies: await reports.dropBodies(work, {
      used: new Date(work.now.getTime() - deliveryKept),
      unused: new Date(work.now.getTime() - unusedKept),
    }),
  }),
  verify: async (work) => [
    ...(await reports.uncountedRows(work)).map((where) => ({
      rule: 'intake.every-row-counted',
      where,
      saw: 'an import that is done whose counts are not its rows',
    })),
    ...(await reports.unsettledDeliveries(work)).map((where) => ({
      rule: 'intake.every-delivery-settled',
      where,
      saw: 'a delivery that was answered and is neither due, used, waiting nor unused',
    })),
  ],
}
