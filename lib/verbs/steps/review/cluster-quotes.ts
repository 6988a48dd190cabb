import { Prisma } from '../../../../prisma/generated/client'

/** In code points. */
const longestQuote = 120

const aliases = { c: Prisma.raw('c'), k: Prisma.raw('k') }

/**
 * The words of a cluster, cut; "" when it is about the document, or gone. For lists: of the document "d".
 * @param cluster what has "kind", "start" and "end" of it
 */
export function quoteOf(cluster: keyof typeof aliases): Prisma.Sql {
  const of = aliases[cluster]
  return Prisma.sql`CASE WHEN ${of}."kind" = 'spans'
    THEN substring(d."text" FROM ${of}."start" + 1 FOR least(${of}."end" - ${of}."start", ${longestQuote}::int)) ELSE '' END`
}
