import { z } from 'zod'
import { Prisma } from '../../../../prisma/generated/client'
import { db, type Transaction } from '../../../db'
import { AppError } from '../../../errors'

/** Where a cluster stands in the order of the queue: the hardest first, then by document and place in it. */
export interface QueuePlace {
  severity: number
  number: number
  start: number
  id: string
}

/** A place before every cluster. */
export const beforeAll: QueuePlace = { severity: -1, number: 0, start: 0, id: '00000000-0000-0000-0000-000000000000' }

const placeSchema = z.tuple([z.int(), z.int(), z.int(), z.uuid()])

/** As a text that passes through an address. */
export function cursorOf({ severity, number, start, id }: QueuePlace): string {
  return Buffer.from(JSON.stringify([severity, number, start, id])).toString('base64url')
}

/** @throws AppError invalid for what no page gave out */
export function placeOfCursor(cursor: string): QueuePlace {
  try {
    const [severity, number, start, id] = placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { severity, number, start, id }
  } catch {
    const message = 'This page of the queue does not exist. Begin at the first.'
    throw new AppError('invalid', message, { fields: { after: message } })
  }
}

export const queueOrder = Prisma.sql`c."severity", c."number", c."start", c."id"`
const reverseOrder = Prisma.sql`c."severity" DESC, c."number" DESC, c."start" DESC, c."id" DESC`

const tupleOf = ({ severity, number, start, id }: QueuePlace) =>
  Prisma.sql`(${severity}::integer, ${number}::integer, ${start}::integer, ${id}::uuid)`

/** As a condition on "Cluster" c: it comes later in the queue. */
export function comesAfter(place: QueuePlace): Prisma.Sql {
  return Prisma.sql`(c."severity", c."number", c."start", c."id") > ${tupleOf(place)}`
}

function comesBefore(place: QueuePlace): Prisma.Sql {
  return Prisma.sql`(c."severity", c."number", c."start", c."id") < ${tupleOf(place)}`
}

function oneOf(which: Prisma.Sql, condition: Prisma.Sql, order: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT c."id"::text FROM "Cluster" c WHERE ${which} AND ${condition} ORDER BY ${order} LIMIT 1)`
}

/** What comes after a place; beyond the last the first, but never the cluster at this very place. */
function following(place: QueuePlace, which: Prisma.Sql): Prisma.Sql {
  const other = Prisma.sql`c."id" <> ${place.id}::uuid`
  return Prisma.sql`coalesce(${oneOf(which, comesAfter(place), queueOrder)}, ${oneOf(which, other, queueOrder)})`
}

/** The id of the cluster after this place in the queue. @param which the queue, as a condition on "Cluster" c */
export async function nextInQueue(place: QueuePlace, which: Prisma.Sql): Promise<string | null> {
  const [row] = await db().$queryRaw<{ id: string | null }[]>`SELECT ${following(place, which)} AS "id"`
  return row?.id ?? null
}

/** A cluster's neighbours in the queue; beyond the last comes the first. */
export interface QueueNeighbours {
  previousId: string | null
  nextId: string | null
  /** How many clusters the queue holds. */
  left: number
}

/** @param which the queue, as a condition on "Cluster" c */
export async function queueNeighbours(
  place: QueuePlace,
  which: Prisma.Sql,
  reader: Transaction = db(),
): Promise<QueueNeighbours> {
  const [row] = await reader.$queryRaw<QueueNeighbours[]>`
    SELECT ${oneOf(which, comesBefore(place), reverseOrder)} AS "previousId", ${following(place, which)} AS "nextId",
      (SELECT count(*) FROM "Cluster" c WHERE ${which})::integer AS "left"`
  return row ?? { previousId: null, nextId: null, left: 0 }
}
