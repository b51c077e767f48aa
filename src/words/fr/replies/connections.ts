import { counted } from '../../counted.ts'
import type { ConnectionWords } from '../../replyWords.ts'

const counts = (n: number, one: string, other: string) => counted('fr', n, { one: `# ${one}`, other: `# ${other}` })

export const frenchConnections: ConnectionWords = {
  reading: (name) =>
    `Je lis ${name} maintenant. Vous pouvez continuer pendant ce temps ; je vous préviens ici quand tout y est.`,
  missing: (name, capability, said) =>
    `${name}\u00a0: impossible pour l’instant («\u00a0${capability}\u00a0»). ${said}`,
  stillReading: (name, records) => `Lecture de ${name} en cours\u00a0: ${records} jusqu’ici.`,
  connected: (name, records) => `${name} est connecté\u00a0: ${records}.`,
  writes: {
    on: 'J’y écris les entretiens, les étapes et le journal.',
    dryRun:
      'L’écriture est en répétition\u00a0: je montre ce que j’écrirais, sans rien écrire tant que vous ne l’activez pas dans «\u00a0Integrations\u00a0».',
    off: 'Je n’y écris rien.',
  },
  goOn: 'Vous pouvez maintenant planifier par nom.',
  worksAgain: (name) => `${name} fonctionne à nouveau.`,
  fromBefore: (name) => `Ce que je sais de ${name} date d’avant.`,
  keyRefused: (name) =>
    `${name} n’accepte plus la clé. Saisissez-en une nouvelle dans «\u00a0Integrations\u00a0». D’ici là, je n’y lis ni n’y écris rien.`,
  quiet: (name, days) =>
    `${name} répond, mais n’a montré aucun changement depuis ${days}\u00a0jours, ce qui est inhabituel. Si on y travaille, l’une de ses ` +
    'interfaces s’est peut-être arrêtée, ou la clé voit moins qu’avant\u00a0: regardez dans «\u00a0Integrations\u00a0».',
  records: {
    candidates: (n) => counts(n, 'candidat', 'candidats'),
    applications: (n) => counts(n, 'candidature', 'candidatures'),
    jobs: (n) => counts(n, 'poste', 'postes'),
    contacts: (n) => counts(n, 'contact', 'contacts'),
    users: (n) => counts(n, 'collègue', 'collègues'),
  },
  noRecords: 'aucune fiche',
  gone: (who, job, system) => `${who} (${job}) n’est plus dans ${system}. Faut-il annuler la demande\u202f?`,
  hired: (who, job, system) =>
    `${who} (${job}) est désormais marqué comme recruté dans ${system}. Faut-il annuler la demande\u202f?`,
  rejected: (who, job, system) =>
    `${who} (${job}) est désormais marqué comme refusé ou retiré dans ${system}. Faut-il annuler la demande\u202f?`,
  moved: (who, job, from, to, system) =>
    `${who} (${job}) est passé de «\u00a0${from}\u00a0» à «\u00a0${to}\u00a0» dans ${system}. La demande continue.`,
  otherAddress: (who, email, system) =>
    `${who} a maintenant une autre adresse e-mail dans ${system}\u00a0: ${email}. Les e-mails de cette demande vont toujours à l’adresse du début.`,
  drift: (system, what, ours, theirs) =>
    `${system} ne dit pas ce qui a été convenu\u00a0: ${what} a lieu le ${ours}, mais ${theirs}. Les invitations disent ${ours}.`,
  driftTime: (at) => `il y figure le ${at}`,
  driftGone: 'il n’y figure plus',
  writeAgain: (system) => `L’écrire à nouveau dans ${system}`,
  noLongerAhead: 'Cet entretien n’est plus à venir, donc rien n’a été écrit.',
  noDocuments: (name) => `${name} n’a pas donné les documents à l’instant.`,
  recordIn: (name) => `Fiche dans ${name}`,
}
