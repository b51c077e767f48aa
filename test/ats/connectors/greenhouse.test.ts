import { greenhouse } from '../../../src/ats/connectors/greenhouse.ts'
import { describeConnector } from '../../contract/connectorContract.ts'
import { greenhouse as kind } from '../../fakes/ats/greenhouse.ts'

describeConnector({
  system: greenhouse,
  kind,
  fields: () => ({ clientId: 'client-1', clientSecret: 'secret-1' }),
  lacks: ['clients', 'contacts'],
  candidateCount: 1100,
  requests: { first: 20, quiet: 9 },
  creates: { interview: /^POST \/v3\/interviews$/, note: /^POST \/v3\/notes$/ },
  hook: { event: 'candidate_stage_change', header: 'signature' },
  unneededScopes: ['harvest:job_owners:list'],
  notInSheet: /^\/token$/,
})
