import type { Reading } from './cluster'
import type { ReviewedCoding } from './reviewed-document'

/** What a coder has who submitted this, before any annotation of it is counted in. */
export function readingOf({ codingId, coder, revision, codebookVersion, nothingToCode }: ReviewedCoding): Reading {
  return { codingId, coder, revision, codebookVersion, annotationIds: [], nothingToCode, ineligible: null }
}
