import { GetEvidenceFile } from '@loa/contract/activities'
import { urlOf } from '../api.ts'

export const fileOf = (id: string, kind: 'original' | 'preview' | 'small' | 'public') =>
  urlOf(GetEvidenceFile.path, { id, kind })
