import type { HookDelivery } from '../../../src/ats/connector.ts'
import { lever } from '../../../src/ats/connectors/lever.ts'
import { describeConnector } from '../../contract/connectorContract.ts'
import { lever as kind } from '../../fakes/ats/lever.ts'

const change = (delivery: HookDelivery, patch: Record<string, unknown>): HookDelivery => ({
  ...delivery,
  body: Buffer.from(JSON.stringify({ ...JSON.parse(delivery.body.toString()), ...patch })),
})
const fieldsOf = ({ body }: HookDelivery) =>
  JSON.parse(body.toString()) as Record<'token' | 'signature', string> & { triggeredAt: number }

/** Only token and time are signed: other data in the body would be taken, and is a hint to look at best. */
function spoil(good: HookDelivery, other: HookDelivery): HookDelivery[] {
  const { token, triggeredAt, signature } = fieldsOf(good)
  return [
    change(good, { token: `${token}0` }),
    change(good, { token: fieldsOf(other).token }),
    change(good, { triggeredAt: triggeredAt + 1 }),
    change(good, { triggeredAt: null }),
    change(good, { signature: fieldsOf(other).signature }),
    change(good, { signature: signature.slice(1) }),
    change(good, { signature: undefined }),
    { ...good, secret: 'another-secret' },
    { ...good, secret: '' },
    { ...good, body: Buffer.from('not JSON') },
  ]
}

describeConnector({
  system: lever,
  kind,
  fields: ({ key }) => ({ apiKey: key }),
  lacks: ['clients', 'contacts', 'splitNames'],
  candidateCount: 240,
  requests: { first: 300, quiet: 5 },
  creates: { interview: /^POST .*\/panels$/, note: /^POST .*\/notes$/ },
  hook: { event: 'candidateStageChange', header: null, spoil, windowMinutes: 60 },
  unneededScopes: ['contact:read:admin', 'interviews:read:admin', 'interviews:write:admin', 'webhooks:write:admin'],
  permissionNames: {
    'users:read:admin': ['list-users'],
    'opportunities:read:admin': ['list-opportunities', 'read-opportunity'],
    'opportunities:write:admin': ['update-opportunity-stage'],
    'postings:read:admin': ['list-postings'],
    'stages:read:admin': ['list-stages'],
    'panels:read:admin': ['list-opportunity-panels', 'read-opportunity-panel'],
    'panels:write:admin': ['create-opportunity-panel', 'update-opportunity-panel', 'delete-opportunity-panel'],
    'notes:read:admin': ['list-opportunity-notes'],
    'notes:write:admin': ['create-opportunity-note'],
    'resumes:read:admin': ['list-opportunity-resumes'],
    'files:read:admin': ['list-opportunity-files'],
    'webhooks:read:admin': ['list-webhooks'],
  },
})
