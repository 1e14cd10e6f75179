import { listCosts, readCostPerHire } from '../../../../contract/selection/insight-outcomes.ts'
import { queries } from '../../../api.ts'

/** Has everything that costs are part of read again. */
export const refreshCosts = () =>
  Promise.all([listCosts, readCostPerHire].map(({ id }) => queries.invalidateQueries({ queryKey: [id] })))
