import { counted } from '../../counted.ts'
import type { ConnectionWords } from '../../replyWords.ts'

const counts = (n: number, one: string, other: string) => counted('de', n, { one: `# ${one}`, other: `# ${other}` })

export const germanConnections: ConnectionWords = {
  reading: (name) =>
    `Ich lese ${name} jetzt ein. Sie können inzwischen weiterarbeiten; ich melde mich hier, wenn alles da ist.`,
  missing: (name, capability, said) => `${name}: Das geht nicht („${capability}“). ${said}`,
  stillReading: (name, records) => `Ich lese ${name} noch ein: bisher ${records}.`,
  connected: (name, records) => `${name} ist verbunden: ${records}.`,
  writes: {
    on: 'Interviews, Phasen und das Protokoll schreibe ich dort hinein.',
    dryRun:
      'Das Schreiben ist noch Probe: Ich zeige, was ich schreiben würde, und schreibe nichts, bis Sie es unter „Integrations“ einschalten.',
    off: 'Ich schreibe dort nichts.',
  },
  goOn: 'Ab jetzt können Sie mit Namen Termine planen.',
  worksAgain: (name) => `${name} funktioniert wieder.`,
  fromBefore: (name) => `Was ich über ${name} weiß, ist von vorher.`,
  keyRefused: (name) =>
    `${name} nimmt den Schlüssel nicht mehr an. Bitte geben Sie unter „Integrations“ einen neuen ein. Bis dahin lese und schreibe ich dort nichts.`,
  quiet: (name, days) =>
    `${name} antwortet, zeigt aber seit ${days} Tagen keine Änderung; das ist ungewöhnlich lang. Wenn dort gearbeitet wird, steht vielleicht ` +
    'eine der Schnittstellen, oder der Schlüssel sieht weniger als vorher: Bitte sehen Sie unter „Integrations“ nach.',
  records: {
    candidates: (n) => counts(n, 'Person', 'Personen'),
    applications: (n) => counts(n, 'Bewerbung', 'Bewerbungen'),
    jobs: (n) => counts(n, 'Stelle', 'Stellen'),
    contacts: (n) => counts(n, 'Kontakt', 'Kontakte'),
    users: (n) => counts(n, 'Teammitglied', 'Teammitglieder'),
  },
  noRecords: 'keine Einträge',
  gone: (who, job, system) => `${who} (${job}) steht nicht mehr in ${system}. Soll die Anfrage abgesagt werden?`,
  hired: (who, job, system) =>
    `${who} (${job}) ist in ${system} jetzt als eingestellt vermerkt. Soll die Anfrage abgesagt werden?`,
  rejected: (who, job, system) =>
    `${who} (${job}) ist in ${system} jetzt als abgelehnt oder zurückgezogen vermerkt. Soll die Anfrage abgesagt werden?`,
  moved: (who, job, from, to, system) =>
    `${who} (${job}) wurde in ${system} von „${from}“ nach „${to}“ verschoben. Die Anfrage läuft weiter.`,
  otherAddress: (who, email, system) =>
    `${who} hat in ${system} jetzt eine andere E-Mail-Adresse: ${email}. Die Mails dieser Anfrage gehen weiter an die Adresse, mit der sie begann.`,
  drift: (system, what, ours, theirs) =>
    `In ${system} steht etwas anderes als vereinbart: ${what} ist am ${ours}, aber ${theirs}. In den Einladungen steht ${ours}.`,
  driftTime: (at) => `dort steht ${at}`,
  driftGone: 'dort gibt es den Eintrag nicht mehr',
  writeAgain: (system) => `Noch einmal in ${system} schreiben`,
  noLongerAhead: 'Dieses Interview steht nicht mehr bevor, darum wurde nichts geschrieben.',
  noDocuments: (name) => `${name} hat die Unterlagen gerade nicht herausgegeben.`,
  recordIn: (name) => `Eintrag in ${name}`,
}
