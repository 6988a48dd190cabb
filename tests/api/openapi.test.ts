import { GET } from '@/app/api/openapi.json/route'
import { catalogue } from './route-catalogue'

/** The description holds exactly the routes that the bad requests walk: no route is missing, none is made up. */

interface Description {
  paths: Record<string, Record<string, { parameters: { name: string; in: string }[]; requestBody?: unknown }>>
}

const described = async (): Promise<Description> => (await GET()).json()

const addressOf = (path: string) => `/api/${path.replaceAll(/\[(\w+)\]/g, '{$1}')}`

it('describes every route and method, and no other', async () => {
  const { paths } = await described()
  const found = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  const wanted = catalogue.map(({ path, method }) => `${method.toLowerCase()} ${addressOf(path)}`)
  expect(found.sort()).toEqual([...new Set(wanted)].sort())
})

it('names every part of a path, and a body where one is taken', async () => {
  const { paths } = await described()
  for (const { path, method, body } of catalogue) {
    const operation = paths[addressOf(path)]?.[method.toLowerCase()]
    const named = operation?.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => `[${name}]`)
    expect(named?.sort()).toEqual((path.match(/\[\w+\]/g) ?? []).sort())
    expect([path, method, operation?.requestBody !== undefined]).toEqual([path, method, body !== undefined])
  }
})
