// Adds to package-lock.json the optional platform packages that the lock file names as dependencies but does not list.
// npm leaves out those a registry did not serve, and `npm ci` then refuses the lock file. The added entries have a
// version and no hash. Used by `npm run relock`; prints how many it added.
import { readFileSync, writeFileSync } from 'node:fs'

const lockFile = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(lockFile, 'utf8'))

const systems = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  sunos: 'sunos',
  aix: 'aix',
  wasi: 'wasi',
  win32: 'win32',
  windows: 'win32',
}
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/** Says where Node would find `name` for the package installed at `path`, or undefined when the lock file lacks it. */
function findInstalled(path, name) {
  const folders = path.split('node_modules/')
  for (let depth = folders.length; depth > 0; depth -= 1) {
    const base = folders.slice(0, depth).join('node_modules/').replace(/\/?$/, '/').replace(/^\/$/, '')
    const candidate = `${base}node_modules/${name}`
    if (lock.packages[candidate]) return candidate
  }
  return undefined
}

/** Reads the system and processor out of a platform package's name, such as `@biomejs/cli-linux-x64-musl`. */
function readPlatform(name) {
  const words = name.split(/[^a-z0-9]+/)
  const os = words.map((word) => systems[word]).find(Boolean)
  const cpu = words.find((word) => processors.includes(word))
  if (!os || !cpu) throw new Error(`cannot tell which platform ${name} is for; add it to package-lock.json by hand`)
  return { os: [os], cpu: [cpu], ...(words.some((word) => word.startsWith('musl')) ? { libc: ['musl'] } : {}) }
}

let addedCount = 0
for (const [path, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (findInstalled(path, name)) continue
    const version = range.replace(/^[\^~]/, '')
    if (!/^\d+\.\d+\.\d+[\w.+-]*$/.test(version)) throw new Error(`${name} wants ${range}, which names no one version`)
    // Keys in npm's own order, so that its next install leaves the entry as it is.
    const { os, cpu, libc } = readPlatform(name)
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu,
      ...(entry.dev ? { dev: true } : {}),
      ...(libc ? { libc } : {}),
      optional: true,
      os,
    }
    addedCount += 1
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`package-lock.json: added ${addedCount} optional platform packages`)
