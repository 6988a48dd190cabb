// The difference between prisma/migrations and prisma/schema.prisma, as SQL, from Prisma's schema engine
// as WebAssembly: the command line of Prisma would download a binary for it.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'

const engineFolder = new URL('../node_modules/@prisma/schema-engine-wasm/', import.meta.url)

/** The engine's JavaScript half expects a bundler to join it to the .wasm file; this joins them by hand. */
async function loadEngine() {
  const glue = await import(new URL('schema_engine_bg.js', engineFolder).href)
  const bytes = await readFile(new URL('schema_engine_bg.wasm', engineFolder))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue.SchemaEngine
}

async function migrationList(baseDir) {
  const names = (await readdir(baseDir)).filter((entry) => /^\d{3}_/.test(entry)).sort()
  const migrationDirectories = await Promise.all(
    names.map(async (name) => {
      const value = await readFile(path.join(baseDir, name, 'migration.sql'), 'utf8')
      return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } } }
    }),
  )
  return {
    baseDir,
    lockfile: { path: './migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories,
  }
}

/** SQL that takes a migrated database to the schema; empty when they agree. */
export async function schemaDifference(folder = path.resolve('prisma')) {
  const SchemaEngine = await loadEngine()
  const schemaFile = path.join(folder, 'schema.prisma')
  const content = await readFile(schemaFile, 'utf8')
  const database = new PGlite()
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(database))
    const engine = await SchemaEngine.new({ datamodels: [[schemaFile, content]] }, () => {}, factory)
    const migrations = await migrationList(path.join(folder, 'migrations'))
    const from = migrations.migrationDirectories.length === 0 ? { tag: 'empty' } : { tag: 'migrations', ...migrations }
    const { stdout } = await engine.diff({
      from,
      to: { tag: 'schemaDatamodel', files: [{ path: schemaFile, content }] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return (stdout ?? '').replace('-- This is an empty migration.', '').trim()
  } finally {
    await database.close()
  }
}
