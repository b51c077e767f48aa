import { counted } from '../../counted.ts'
import type { ConnectionWords } from '../../replyWords.ts'

const counts = (count: number, one: string, other: string) =>
  counted('de', count, { one: `# ${one}`, other: `# ${other}` })

export const germanConnections: ConnectionWords = {
  reading: (name) =>
    `Ich lese ${name} jetzt ein. Sie können inzwischen weiterarbeiten; ich melde mich hier, wenn alles da ist.`,
  missing: (name, capability, said) => `${name}: Das geht nicht („${capability}“). ${said}`,
  stillReading: (name, records) => `Ich lese ${name} noch ein: bisher ${records}.`,
  connected: (name, records) => `${name} ist verbunden: ${records}.`,
  writes: {
    on: 'Gespräche, Phasen und das Protokoll schreibe ich dort hinein.',
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
    candidates: (count) => counts(count, 'Person', 'Personen'),
    applications: (count) => counts(count, 'Bewerbung', 'Bewerbungen'),
    jobs: (count) => counts(count, 'Stelle', 'Stellen'),
    contacts: (count) => counts(count, 'Kontakt', 'Kontakte'),
    users: (count) => counts(count, 'Teammitglied', 'Teammitglieder'),
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
  noLongerAhead: 'Dieses Gespräch steht nicht mehr bevor, darum wurde nichts geschrieben.',
  needs: {
    connection: (system) =>
      `${system} ist zurzeit nicht verbunden: Von dieser Anfrage wird dort nichts eingetragen, bis der Schlüssel neu eingegeben ist.`,
    manager: (system) =>
      `Diese Stelle hat in ${system} keinen Hiring Manager. Solange dort niemand benannt ist, erscheint das Gespräch ohne; bitte benennen Sie jemanden im Hiring Team der Stelle.`,
    managerTakingPart: (manager, system) =>
      `${system} nennt für diese Stelle ${manager} als Hiring Manager; diese Person nimmt nicht teil. Das Gespräch wird dort eingetragen, erscheint aber ohne Hiring Manager. "Add ${manager}" ändert das.`,
    client: (system) =>
      `Ihre Kundschaft hat kein Konto in ${system}; deshalb zeigt das Gespräch dort keinen Hiring Manager: Wer teilnimmt, steht im Text.`,
  },
  noDocuments: (name) => `${name} hat die Unterlagen gerade nicht herausgegeben.`,
  recordIn: (name) => `Eintrag in ${name}`,
  states: {
    connecting: 'Wird zum ersten Mal eingelesen',
    connected: 'Verbunden',
    failing: 'Braucht einen Blick',
    revoked: 'Schlüssel nicht angenommen',
  },
  stands: (state, more) => `${state}: ${more}`,
  asked: {
    forAll: (name) => `${name} lässt sich für das ganze Unternehmen verbinden oder für Sie allein.`,
    forMe: (name) => `Sie können ${name} für sich selbst verbinden; für alle kann es ein Admin.`,
    noKeyHere: 'Auf der Seite steht, wo der Schlüssel zu finden ist; bitte schreiben Sie ihn nicht hierher.',
    connect: (name) => `${name} verbinden`,
    connectAnother: (name) => `${name} noch einmal verbinden`,
    notListed: (written) => `„${written}“ steht nicht selbst in der Liste.`,
    these: (names) => `Verbinden lassen sich: ${names}.`,
    none: 'Ein fremdes ATS lässt sich hier nicht verbinden.',
    unified: (name) => `${name} bringt über eine Verbindung etwa 70 weitere mit.`,
    files: 'Bewerber, Kontakte und Stellen jedes Systems lassen sich als CSV-Dateien einlesen.',
    listed: 'Zurzeit verbunden',
    possible: 'Was sich verbinden lässt',
    systems: (count) =>
      counts(
        count,
        'Bewerbermanagementsystem, auf der Seite Integrations',
        'Bewerbermanagementsysteme, auf der Seite Integrations',
      ),
    chats: { label: 'Chat-Programme', detail: 'Slack und Microsoft Teams, durch Einträge in der Datei .env' },
    pages: { integrations: 'Seite Integrations', add: 'Ein ATS hinzufügen' },
  },
}
