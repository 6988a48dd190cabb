import { db } from '@/lib/db'
import { aStudy, putAnnotation } from '../support/builders'
import { withTestDatabase } from '../support/database'
import { call } from '../support/requests'

withTestDatabase()

it('a change that the database has no room for is answered 507 and can be sent again', async () => {
  const study = await aStudy()
  const request = {
    ...{ path: 'codings/[codingId]/changes', method: 'POST' as const, as: study.actor('ana') },
    params: { codingId: await study.codingId('ana') },
    body: { changes: [putAnnotation(0, 5, 'hero')] },
  }
  await db().$executeRaw`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`
  await db().$executeRaw`CREATE TRIGGER no_room BEFORE INSERT ON "Annotation" FOR EACH ROW EXECUTE FUNCTION no_room()`
  try {
    const response = await call(request)
    expect(response.status).toBe(507)
    expect(await response.json()).toEqual({
      error: { code: 'storage_full', message: expect.stringContaining('nothing was written') },
    })
    expect(await db().annotationHistory.count()).toBe(0)
  } finally {
    await db().$executeRaw`DROP FUNCTION no_room() CASCADE`
  }
  expect((await call(request)).status).toBe(201)
})
