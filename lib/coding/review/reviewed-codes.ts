import type { Codebook } from '../codebook'
import { attributesOf } from '../codes'
import { documentQuestions } from '../document-questions'

/** A question about the document as one version of the codebook asks it. */
export interface AskedQuestion {
  key: string
  /** Of a code for whole documents: who says nothing says no. */
  isCode: boolean
}

/** What the codebook versions of one document say of codes, attributes and questions. */
export class ReviewedCodes {
  /** The newest first. */
  readonly #versions: readonly Codebook[]
  readonly #byVersion: ReadonlyMap<string, Codebook>
  readonly #families = new Map<string, string>()
  readonly #attributes = new Map<string, readonly string[] | null>()

  /** @param versions those of the codings */
  constructor(codebooks: ReadonlyMap<string, Codebook>, versions: readonly string[]) {
    const used = [...new Set(versions)].sort(newestFirst).flatMap((version) => codebooks.get(version) ?? [])
    this.#versions = used
    this.#byVersion = new Map(used.map((codebook) => [codebook.version, codebook]))
  }

  /** The family of a code in the newest version that has it, so that a code has one family in all of a document. */
  familyOf(code: string): string {
    const known = this.#families.get(code)
    if (known !== undefined) return known
    const found = this.#versions.flatMap(({ codes }) => codes.find(({ key }) => key === code) ?? [])
    const family = found[0]?.family ?? code
    this.#families.set(code, family)
    return family
  }

  /** Keys of the attributes that this version asks for with this code; null where it does not know the code. */
  attributesOf(version: string, code: string): readonly string[] | null {
    const name = `${version} ${code}`
    const known = this.#attributes.get(name)
    if (known !== undefined) return known
    const codebook = this.#byVersion.get(version)
    const found = codebook?.codes.find(({ key }) => key === code)
    const keys = codebook && found ? attributesOf(codebook, found).map(({ key }) => key) : null
    this.#attributes.set(name, keys)
    return keys
  }

  /** What is asked about the document in any version, in the order of the newest that asks. */
  questions(): AskedQuestion[] {
    const asked = new Map<string, AskedQuestion>()
    for (const codebook of this.#versions) {
      for (const { key } of documentQuestions(codebook)) {
        const isCode = !codebook.variables.some((variable) => variable.key === key)
        if (!asked.has(key)) asked.set(key, { key, isCode })
      }
    }
    return [...asked.values()]
  }

  /** Keys of what this version asks about the document. */
  askedIn(version: string): Set<string> {
    const codebook = this.#byVersion.get(version)
    return new Set(codebook ? documentQuestions(codebook).map(({ key }) => key) : [])
  }
}

function newestFirst(one: string, other: string): number {
  const [left, right] = [one.split('.').map(Number), other.split('.').map(Number)]
  const place = left.findIndex((number, i) => number !== right[i])
  return place < 0 ? 0 : (right[place] ?? 0) - (left[place] ?? 0)
}
