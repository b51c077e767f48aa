import { ParleyError } from '../../domain/errors.ts'
import { sqlStateOf } from './databaseError.ts'
import type { AdminSession } from './migrate.ts'

/** The role every session works as: it owns nothing and cannot bypass the policies. */
export const appRole = 'parley_app'

const grants = `
  GRANT USAGE ON SCHEMA public, pgboss TO ${appRole};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${appRole};
  REVOKE ALL ON _prisma_migrations FROM ${appRole};
  REVOKE UPDATE, DELETE ON audit, tenants FROM ${appRole};
  GRANT ALL ON ALL TABLES IN SCHEMA pgboss TO ${appRole};
  GRANT ALL ON ALL SEQUENCES IN SCHEMA pgboss TO ${appRole};
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ${appRole};`

const missingGrants = `
  SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
    AND NOT (has_table_privilege($1, c.oid, 'SELECT') AND has_table_privilege($1, c.oid, 'INSERT')) LIMIT 1`

/**
 * Makes sure that the role exists, that `user` may take it, and that it may do with each table what Parley does. Needs the
 * tables of the migrations and of the queue. Throws `notConfigured` with the SQL to run when the session may not do it.
 */
export async function ensureAppRole(session: AdminSession, user: string): Promise<void> {
  try {
    const { rows } = await session.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [appRole])
    // Another process, working on another database of the same server, may have been faster.
    if (rows.length === 0) await session.exec(createRole)
    const { rows: members } = await session.query<{ is_member: boolean }>(
      // Since PostgreSQL 16 who creates a role is its member without the right to become it.
      `SELECT pg_has_role($1, $2, CASE WHEN current_setting('server_version_num')::int >= 160000
        THEN 'SET' ELSE 'MEMBER' END) AS is_member`,
      [user, appRole],
    )
    if (!members[0]?.is_member) await session.exec(`GRANT ${appRole} TO ${quoteName(user)}`)
    const { rows: missing } = await session.query(missingGrants, [appRole])
    if (missing.length > 0) await session.exec(grants)
  } catch (error) {
    if (sqlStateOf(error) !== '42501') throw error
    throw new ParleyError(
      'notConfigured',
      `The database user may not create the role ${appRole}. Please let an administrator run: CREATE ROLE ${appRole} NOLOGIN; ` +
        `GRANT ${appRole} TO ${quoteName(user)}; and start Parley again (or set PARLEY_SINGLE_ROLE=1 to work without it).`,
      { cause: error },
    )
  }
}

const createRole = `DO $$ BEGIN
  CREATE ROLE ${appRole} NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$`

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
