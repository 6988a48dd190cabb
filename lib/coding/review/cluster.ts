/** The types of disagreement, as docs/method.md defines them. */
export const disagreementTypes = ['D1', 'D2a', 'D2b', 'D2c', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9'] as const
export type DisagreementType = (typeof disagreementTypes)[number]

/** An annotation of a coding, named by whose it is. */
export interface Member {
  /** The pseudonym. */
  coder: string
  annotationId: string
}

/** One way in which two coders differ. */
export interface Difference {
  type: DisagreementType
  /** The two coders, in the order of their pseudonyms. */
  coders: readonly [string, string]
  /** What it is about: one annotation of an omission, two of a pair that differs, three or more of a split, all that the
   * two have in the cluster where codebook versions differ; none where it is about the document. */
  members: readonly Member[]
  /** Of a conflict of attributes or answers: the key. Of parts: the part. Of links: the relation. */
  attribute?: string
  /** Intersection over union of the two spans, of differences of boundaries. */
  iou?: number
}

/** What one coder has in a cluster. A coder who submitted and has nothing there is a party all the same. */
export interface Reading {
  coder: string
  codingId: string
  revision: number
  codebookVersion: string
  /** Ids of the coder's annotations in it, sorted by place. */
  annotationIds: readonly string[]
  /** Submitted the whole document with nothing to code. */
  nothingToCode: boolean
  /** Why the coder holds the document not eligible; null for who does not. */
  ineligible: string | null
}

/**
 * A connected component of overlapping annotations of different coders, of one family of codes in one document; or what
 * coders answer about the document; or whether it should be coded at all.
 */
export interface Cluster {
  /** The same after every recomputation while its annotations are the same, whatever is in them (UUID version 5). */
  id: string
  /** Names all that a decision is made on: differs when any of it does (UUID version 5). */
  inputKey: string
  kind: 'spans' | 'variable' | 'eligibility'
  /** Key of the family; "" when it is about the document. */
  family: string
  /** Of an answer about the document: key of the question. */
  variable?: string
  /** Outer extent in code points; the whole text when it is about the document. */
  start: number
  end: number
  /** Keys of the codes in it, sorted. */
  codes: readonly string[]
  /** Every coder who submitted the document, in the order of pseudonyms; of eligibility also who holds it not eligible. */
  readings: readonly Reading[]
  /** Annotations of different coders that are each other's partners, by place; one without a partner stands alone. */
  rows: readonly (readonly Member[])[]
  /** How they differ, pair by pair; none when all agree. */
  differences: readonly Difference[]
  /** The types of the differences, each once, the most severe first. */
  types: readonly DisagreementType[]
  /** Place in the order of severity: 0 is the hardest, agreement comes last. */
  severity: number
  /** "C01 <lineageId>" of each annotation, sorted; of a document's cluster its kind and variable. By them what was said
   * of a cluster is found again when its annotations change. */
  lineages: readonly string[]
}
