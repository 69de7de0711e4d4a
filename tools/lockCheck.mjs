import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/**
 * @typedef {{ version?: string, integrity?: string, resolved?: string, dependencies?: Record<string, string>,
 *   devDependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} LockEntry
 * @typedef {{ packages?: Record<string, LockEntry> }} Lock
 * @typedef {{ dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} Manifest
 */

/**
 * What is wrong with a lock file, in sentences. `npm ci` fails on another kind of machine where the entry of a
 * platform package is missing; an address in the file would tie the project to one registry.
 * @param {Manifest} manifest package.json
 * @param {string} text package-lock.json
 * @returns {readonly string[]}
 */
export function lockFaults(manifest, text) {
  const packages = /** @type {Lock} */ (JSON.parse(text)).packages ?? {}
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies }
  const loose = Object.entries(wanted)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    .map(([name, version]) => `package.json: ${name} is not pinned to one version (${version})`)
  const stale = Object.entries(wanted)
    .filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)
    .map(([name, version]) => `package-lock.json has no ${name} ${version}: run npm install`)
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !entryOf(packages, place, name)?.integrity)
      .map((name) => `package-lock.json has no entry for ${name}, which ${place} may need`),
  )
  const addresses = /https?:\/\/[^"]*\.tgz/.test(text)
    ? ['package-lock.json holds addresses of a registry: set omit-lockfile-registry-resolved']
    : []
  return [...loose, ...stale, ...missing, ...addresses]
}

/**
 * The entry that Node's resolution finds from a place in the tree.
 * @param {Record<string, LockEntry>} packages
 * @param {string} place
 * @param {string} name
 * @returns {LockEntry | undefined}
 */
function entryOf(packages, place, name) {
  for (
    let from = place;
    ;
    from = from.slice(0, from.lastIndexOf('node_modules/')).replace(/\/$/, '')
  ) {
    const entry = packages[from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`]
    if (entry || from === '') return entry
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const manifest = /** @type {Manifest} */ (JSON.parse(readFileSync('package.json', 'utf8')))
  const faults = lockFaults(manifest, readFileSync('package-lock.json', 'utf8'))
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length === 0 ? 0 : 1
}
