import english from '../models/english.json' with { type: 'json' }
import japanese from '../models/japanese.json' with { type: 'json' }
import { LinkageModel } from './model.ts'

/** The models that Tasuki ships, made by scripts/make-linkage-models.ts. */
export const shippedModels = {
  japanese: LinkageModel.parse(japanese),
  english: LinkageModel.parse(english),
} as const

/** Too few records to learn from by themselves: they lean on a shipped model. */
export const fewRecords = 500
