// Whether what was made from the sources (node_modules, the database client, the build) still belongs to them.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Whether the packages in node_modules are those of package-lock.json. npm keeps its own account of what it installed;
 * optional packages may be missing there, because they are for other machines.
 */
export function isInstalled(root) {
  const wanted = readJson(path.join(root, 'package-lock.json'))?.packages ?? {}
  const present = readJson(path.join(root, 'node_modules/.package-lock.json'))?.packages
  if (!present) return false
  return Object.entries(wanted).every(([folder, { version, integrity, optional }]) => {
    if (folder === '') return true
    const found = present[folder]
    return found ? found.version === version && found.integrity === integrity : optional === true
  })
}

/** All files of a folder, or the file itself, sorted; nothing when it is missing. */
function filesOf(root, entry) {
  const absolute = path.join(root, entry)
  const kind = statSync(absolute, { throwIfNoEntry: false })
  if (!kind) return []
  if (kind.isFile()) return [entry]
  return readdirSync(absolute)
    .sort()
    .flatMap((name) => filesOf(root, path.posix.join(entry, name)))
}

/** SHA-256 over names and contents of files and whole folders. */
export function fingerprint(root, entries) {
  const hash = createHash('sha256')
  for (const file of entries.flatMap((entry) => filesOf(root, entry))) {
    const content = readFileSync(path.join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

// The mark lies inside of what it speaks of, so that whoever deletes the one deletes the other.
const markIn = (root, folder) => path.join(root, folder, '.made-from')

/** Whether the folder was made from the sources with this fingerprint. */
export function isMadeFrom(root, folder, sources) {
  try {
    return readFileSync(markIn(root, folder), 'utf8') === sources
  } catch {
    return false
  }
}

export function markMadeFrom(root, folder, sources) {
  writeFileSync(markIn(root, folder), sources)
}
