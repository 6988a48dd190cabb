/** The address of a coding's desk. */
export function deskPath(studyId: string, codingId: string): string {
  return `/studies/${studyId}/codings/${codingId}`
}
