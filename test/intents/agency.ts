import type { Directory } from '../../src/domain/directory.ts'
import { createDirectory } from '../../src/intents/createDirectory.ts'
import { noThread, type ThreadContext } from '../../src/intents/thread.ts'

/** An agency of three clients: two Novaks who differ by job, a Sofia on either side, names with accents. */
export function openAgency(): Directory {
  return createDirectory({
    people: [
      { id: 'ida', name: 'Ida Novak', kind: 'candidate', jobIds: ['data'] },
      { id: 'ivo', name: 'Ivo Novak', kind: 'candidate', jobIds: ['ios'] },
      { id: 'remi', name: 'Rémi Faure', kind: 'candidate', jobIds: ['ops'] },
      { id: 'sofia', name: 'Sofia Lund', kind: 'candidate', jobIds: ['data'] },
      { id: 'tomas', name: 'Tomás Vidal', aka: ['Tom Vidal'], kind: 'candidate', jobIds: ['ios'] },
      { id: 'will', name: 'Will Archer', kind: 'candidate', jobIds: ['ops'] },
      { id: 'greta', name: 'Greta Holm', kind: 'contact', clientId: 'zenit', role: 'hiring manager' },
      { id: 'hugo', name: 'Hugo Paz', kind: 'contact', clientId: 'zenit', role: 'interviewer' },
      { id: 'sofiaBlom', name: 'Sofia Blom', kind: 'contact', clientId: 'orbit', role: 'hiring manager' },
    ],
    clients: [
      { id: 'zenit', name: 'Zenit Foods', aka: ['Zenit'] },
      { id: 'orbit', name: 'Orbit Labs', aka: ['Orbit'] },
      { id: 'harbour', name: 'Harbour Bank' },
    ],
    jobs: [
      { id: 'data', title: 'Data Engineer', clientId: 'zenit' },
      { id: 'ios', title: 'iOS Engineer', clientId: 'orbit' },
      { id: 'ops', title: 'Operations Manager', clientId: 'harbour' },
    ],
    stages: ['New', 'Phone Screen', 'Interview', 'Final Interview', 'Offer', 'Hired', 'Rejected'],
  })
}

export const requestThread: ThreadContext = {
  ...noThread,
  hasRequest: true,
  candidateId: 'ida',
  clientId: 'zenit',
  jobId: 'data',
}

export const approvalThread: ThreadContext = {
  ...requestThread,
  awaits: 'approval',
  options: [
    { number: 1, id: null, words: 'Mon 10:00' },
    { number: 2, id: null, words: 'Tue 13:00' },
    { number: 3, id: null, words: 'Thu 15:30' },
  ],
}
