import type { Candidate, Contact, World } from './world.ts'

// Where a vendor knows one kind of people only: candidates and the people at clients.

export type Person = Candidate | Contact
export const fullName = ({ firstName, lastName }: { firstName: string; lastName: string }) => `${firstName} ${lastName}`
export const isCandidate = (row: Person): row is Candidate => 'emails' in row
export const mailsOf = (row: Person): readonly string[] => (isCandidate(row) ? row.emails : [row.email])
export const phonesOf = (row: Person): readonly string[] =>
  isCandidate(row) ? row.phones : row.phone === null ? [] : [row.phone]
export const peopleOf = ({ contacts, candidates }: World): readonly Person[] => [...contacts.rows, ...candidates.rows]
export const findPersonIn = ({ contacts, candidates }: World, id: string): Person | undefined =>
  candidates.get(id) ?? contacts.get(id)
