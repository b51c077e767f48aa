import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'

// A real mail house of its own: Postfix takes and delivers, Dovecot shows the mailboxes. Both on free ports of 127.0.0.1, all they
// write in one temporary folder, and no mail ever leaves the machine.

/** Domain of the house; not a reserved one, to which Parley sends nothing. */
export const mailDomain = 'mail.lan'
/** Mails to this domain are taken, and come back as undeliverable. */
export const bouncingDomain = 'gone.lan'
export const mailPassword = 'pass word'

export interface MailServers {
  smtpUrl: string
  /** The mailbox of `name`@mail.lan. */
  imapUrl(name: string): string
  /** Ends Dovecot, or starts it again on the same port. */
  stopImap(): Promise<void>
  startImap(): Promise<void>
  /** Throws the index of a mailbox away: its UIDs are given anew, with another UIDVALIDITY. */
  forgetUids(name: string): Promise<void>
  stop(): Promise<void>
}

const postfixFolder = ['/usr/lib/postfix/sbin', '/usr/libexec/postfix'].find((folder) =>
  existsSync(join(folder, 'master')),
)
const dovecotFile = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot'].find((file) => existsSync(file))

/** One line: how to have the servers; null when they are there. */
export function mailServersHint(): string | null {
  if (!postfixFolder || !dovecotFile)
    return 'Postfix or Dovecot is missing: on Debian and Ubuntu run `apt-get install --no-install-recommends postfix dovecot-imapd`'
  return process.getuid?.() === 0 ? null : 'Postfix starts as root only: run these tests as root, as .ci/run does'
}

function idOf(flag: string, name: string): number {
  return Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout)
}

function makeFolder(path: string, mode: number, user?: string, group = user): void {
  mkdirSync(path, { recursive: true })
  if (user && group) {
    const line = readFileSync('/etc/group', 'utf8')
      .split('\n')
      .find((each) => each.startsWith(`${group}:`))
    chownSync(path, idOf('-u', user), Number(line?.split(':')[2]))
  }
  chmodSync(path, mode)
}

/** Starts both servers with mailboxes for these names. */
export async function startMailServers(names: readonly string[]): Promise<MailServers> {
  const hint = mailServersHint()
  if (hint || !postfixFolder || !dovecotFile) throw new Error(hint ?? 'no mail servers')
  const folder = mkdtempSync(join(tmpdir(), 'parley-mail-'))
  chmodSync(folder, 0o755)
  const [smtpPort, imapPort] = await findFreePorts()
  makeFolder(join(folder, 'boxes'), 0o755, 'nobody', 'nogroup')
  writePostfix(folder, smtpPort, names)
  writeDovecot(folder, imapPort, names)
  const postfix = startProcess(join(postfixFolder, 'master'), ['-c', join(folder, 'postfix'), '-d'], folder)
  const startDovecot = async () => {
    const started = startProcess(dovecotFile ?? '', ['-F', '-c', join(folder, 'dovecot.conf')], folder)
    await untilListening(imapPort, () => logsOf(folder))
    return started
  }
  let dovecot = await startDovecot()
  await untilListening(smtpPort, () => logsOf(folder))
  const stopAtExit = () => {
    for (const child of [postfix, dovecot]) {
      child.kill('SIGTERM')
      endGroup(child)
    }
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', stopAtExit)
  const stopImap = () => stopProcess(dovecot)
  const startImap = async () => {
    dovecot = await startDovecot()
  }
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    imapUrl: (name) => `imap://${name}%40${mailDomain}:${encodeURIComponent(mailPassword)}@127.0.0.1:${imapPort}`,
    stopImap,
    startImap,
    forgetUids: async (name) => {
      await stopImap()
      for (const file of [
        'dovecot-uidlist',
        'dovecot.index',
        'dovecot.index.log',
        'dovecot.index.cache',
        'dovecot-uidvalidity',
      ])
        rmSync(join(folder, 'boxes', name, 'Maildir', file), { force: true })
      await startImap()
    },
    stop: async () => {
      process.off('exit', stopAtExit)
      await Promise.all([stopProcess(postfix), stopProcess(dovecot)])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function writePostfix(folder: string, port: number, names: readonly string[]): void {
  const queue = join(folder, 'queue')
  makeFolder(queue, 0o755)
  for (const name of [
    'active',
    'bounce',
    'corrupt',
    'defer',
    'deferred',
    'flush',
    'hold',
    'incoming',
    'private',
    'saved',
    'trace',
  ])
    makeFolder(join(queue, name), 0o700, 'postfix')
  makeFolder(join(queue, 'maildrop'), 0o730, 'postfix', 'postdrop')
  makeFolder(join(queue, 'public'), 0o710, 'postfix', 'postdrop')
  makeFolder(join(queue, 'pid'), 0o755)
  makeFolder(join(folder, 'data'), 0o700, 'postfix')
  const config = join(folder, 'postfix')
  makeFolder(config, 0o755)
  const maps = {
    boxes: names.map((name) => `${name}@${mailDomain} ${name}/Maildir/`),
    routes: [`${bouncingDomain} refuse:`],
  }
  for (const [name, lines] of Object.entries(maps)) writeFileSync(join(config, name), `${lines.join('\n')}\n`)
  const settings = {
    compatibility_level: '3.6',
    queue_directory: queue,
    data_directory: join(folder, 'data'),
    daemon_directory: postfixFolder,
    mail_owner: 'postfix',
    setgid_group: 'postdrop',
    myhostname: `mx.${mailDomain}`,
    mydestination: '',
    mynetworks: '127.0.0.0/8',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    recipient_delimiter: '+',
    default_transport: 'error:nothing leaves this machine',
    transport_maps: `texthash:${config}/routes`,
    virtual_mailbox_domains: mailDomain,
    virtual_mailbox_base: join(folder, 'boxes'),
    virtual_mailbox_maps: `texthash:${config}/boxes`,
    virtual_uid_maps: `static:${idOf('-u', 'nobody')}`,
    virtual_gid_maps: `static:${idOf('-g', 'nobody')}`,
    virtual_alias_maps: '',
    alias_maps: '',
    local_recipient_maps: '',
    smtpd_tls_security_level: 'none',
    smtpd_peername_lookup: 'no',
    smtp_dns_support_level: 'disabled',
    message_size_limit: '20971520',
    virtual_mailbox_limit: '0',
    maillog_file: join(folder, 'postfix.log'),
    maillog_file_prefixes: folder,
  }
  writeFileSync(
    join(config, 'main.cf'),
    Object.entries(settings)
      .map(([name, value]) => `${name} = ${value}\n`)
      .join(''),
  )
  const services = [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    ...['bounce', 'defer', 'trace'].map((name) => `${name} unix - - n - 0 bounce`),
    ...['error', 'retry'].map((name) => `${name} unix - - n - - error`),
    'proxymap unix - - n - - proxymap',
    'virtual unix - n n - - virtual',
    // sysexits.h: 67 is "no such user".
    'refuse unix - n n - - pipe user=nobody argv=/bin/sh -c {exit 67}',
    'anvil unix - - n - 1 anvil',
    'postlog unix-dgram n - n - 1 postlogd',
  ]
  writeFileSync(join(config, 'master.cf'), `${services.join('\n')}\n`)
}

function writeDovecot(folder: string, port: number, names: readonly string[]): void {
  writeFileSync(join(folder, 'users'), names.map((name) => `${name}@${mailDomain}:{PLAIN}${mailPassword}\n`).join(''))
  writeFileSync(
    join(folder, 'dovecot.conf'),
    `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/boxes/%n/Maildir
mail_uid = nobody
mail_gid = nogroup
first_valid_uid = 1
first_valid_gid = 1
shutdown_clients = yes
auth_failure_delay = 0
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${folder}/boxes/%n
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`,
  )
}

function startProcess(file: string, args: readonly string[], cwd: string): ChildProcess {
  // A group of its own, so that what it has started ends with it.
  return spawn(file, args, { cwd, stdio: 'ignore', detached: true, env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } })
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await ended
  clearTimeout(timer)
  endGroup(child)
}

/** A session that waits in IDLE would outlive its server for some seconds. */
function endGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // All of them have ended.
  }
}

function logsOf(folder: string): string {
  return ['postfix.log', 'dovecot.log']
    .map((name) => join(folder, name))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
}

async function untilListening(port: number, logs: () => string): Promise<void> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy()
        resolve(true)
      })
      socket.once('error', () => resolve(false))
    })
    if (isOpen) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`nothing listens on port ${port}\n${logs()}`)
}

async function findFreePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()]
  const ports = []
  for (const server of servers) {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address && typeof address === 'object') ports.push(address.port)
  }
  for (const server of servers) server.close()
  const [first, second] = ports
  if (first === undefined || second === undefined) throw new Error('no port')
  return [first, second]
}

/**
 * Tests on mail servers of their own. Left out, with a line saying how to have them, where they are not installed; with
 * PARLEY_TEST_ALL=1 that is a failure.
 */
export function describeOnMailServers(
  title: string,
  names: readonly string[],
  body: (servers: () => MailServers) => void,
): void {
  const hint = mailServersHint()
  if (hint !== null) {
    if (process.env.PARLEY_TEST_ALL === '1')
      it(title, () => {
        throw new Error(hint)
      })
    else describe.skip(`${title} (${hint})`, () => it('needs mail servers', () => {}))
    return
  }
  // A loaded machine is slow, not broken.
  describe(title, { timeout: 120_000 }, () => {
    let running: MailServers | null = null
    beforeAll(async () => {
      running = await startMailServers(names)
    }, 120_000)
    afterAll(() => running?.stop())
    body(() => {
      if (!running) throw new Error('the mail servers have not been started')
      return running
    })
  })
}
