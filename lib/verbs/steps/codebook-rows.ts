import { randomUUID } from 'node:crypto'
import type { CodebookVersion, Code as CodeRow, Prisma } from '../../../prisma/generated/client'
import { type Codebook, codebookSchema } from '../../coding/codebook'
import type { Transaction } from '../../db'

/** How a codebook lies in the tables, and back. */

type Json = Prisma.InputJsonValue

function versionColumns(codebook: Codebook) {
  return {
    version: codebook.version,
    title: codebook.title,
    description: codebook.description,
    language: codebook.language,
    rules: codebook.rules,
    families: codebook.families as Json,
    attributes: codebook.attributes as Json,
    variables: codebook.variables as Json,
    relations: codebook.relations as Json,
  }
}

function codeRows(studyId: string, codebookVersionId: string, codebook: Codebook): Prisma.CodeCreateManyInput[] {
  return codebook.codes.map(({ parentKey, shortcut, examples, nearMisses, ...code }, position) => ({
    ...code,
    id: randomUUID(),
    studyId,
    codebookVersionId,
    parentKey: parentKey ?? null,
    shortcut: shortcut ?? null,
    examples: examples as Json,
    nearMisses: nearMisses as Json,
    position,
  }))
}

/** Writes a new version of the codebook with all its codes, and returns its id. */
export async function insertCodebook(
  tx: Transaction,
  studyId: string,
  codebook: Codebook,
  state: 'draft' | 'published',
): Promise<string> {
  const id = randomUUID()
  await tx.codebookVersion.create({ data: { id, studyId, state: 'draft', ...versionColumns(codebook) } })
  await tx.code.createMany({ data: codeRows(studyId, id, codebook) })
  if (state === 'published') await publishRow(tx, id)
  return id
}

/** After this the version never changes: the database refuses it. */
export async function publishRow(tx: Transaction, id: string): Promise<void> {
  await tx.codebookVersion.update({ where: { id }, data: { state: 'published', publishedAt: new Date() } })
}

/** The codebook of a version as the pure parts know it. */
export function toCodebook(version: CodebookVersion & { codes: CodeRow[] }): Codebook {
  const { title, description, language, rules, families, attributes, variables, relations } = version
  const codes = [...version.codes].sort((a, b) => a.position - b.position)
  return codebookSchema.parse({
    ...{ version: version.version, title, description, language, rules, families, attributes, variables, relations },
    codes: codes.map(
      ({ key, parentKey, family, label, definition, include, exclude, examples, shortcut, ...code }) => ({
        ...{ key, family, label, definition, include, exclude, examples },
        nearMisses: code.nearMisses,
        notes: code.notes,
        colour: code.colour,
        pattern: code.pattern,
        level: code.level,
        enabled: code.enabled,
        alphaMin: code.alphaMin,
        parts: code.parts,
        attributeKeys: code.attributeKeys,
        ...(parentKey === null ? {} : { parentKey }),
        ...(shortcut === null ? {} : { shortcut }),
      }),
    ),
  })
}
