/** Somebody who has texts of a round left to submit. */
export interface CoderLeft {
  name: string
  pseudonym: string
  texts: number
}
