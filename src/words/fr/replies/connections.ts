import { counted } from '../../counted.ts'
import type { ConnectionWords } from '../../replyWords.ts'

const counts = (count: number, one: string, other: string) =>
  counted('fr', count, { one: `# ${one}`, other: `# ${other}` })

export const frenchConnections: ConnectionWords = {
  reading: (name) =>
    `Je lis ${name} maintenant. Vous pouvez continuer pendant ce temps\u202f; je vous préviens ici quand tout y est.`,
  missing: (name, capability, said) =>
    `${name}\u00a0: impossible pour l’instant («\u00a0${capability}\u00a0»). ${said}`,
  stillReading: (name, records) => `${name}\u00a0: lecture en cours, ${records} jusqu’ici.`,
  connected: (name, records) => `${name} est connecté\u00a0: ${records}.`,
  writes: {
    on: 'J’y écris les entretiens, les étapes et le journal.',
    dryRun:
      'L’écriture est en répétition\u00a0: je montre ce que j’écrirais, sans rien écrire tant que vous ne l’activez pas dans «\u00a0Integrations\u00a0».',
    off: 'Je n’y écris rien.',
  },
  goOn: 'Vous pouvez maintenant planifier par nom.',
  worksAgain: (name) => `${name} fonctionne à nouveau.`,
  fromBefore: (name) => `${name}\u00a0: ce que j’en sais date d’avant.`,
  keyRefused: (name) =>
    `${name} n’accepte plus la clé. Saisissez-en une nouvelle dans «\u00a0Integrations\u00a0». D’ici là, je n’y lis ni n’y écris rien.`,
  quiet: (name, days) =>
    `${name} répond, mais n’a montré aucun changement depuis ${days}\u00a0jours, ce qui est inhabituel. Si on y travaille, l’une de ses ` +
    'interfaces s’est peut-être arrêtée, ou la clé voit moins qu’avant\u00a0: regardez dans «\u00a0Integrations\u00a0».',
  records: {
    candidates: (count) => counts(count, 'personne candidate', 'personnes candidates'),
    applications: (count) => counts(count, 'candidature', 'candidatures'),
    jobs: (count) => counts(count, 'poste', 'postes'),
    contacts: (count) => counts(count, 'contact', 'contacts'),
    users: (count) => counts(count, 'collègue', 'collègues'),
  },
  noRecords: 'aucune fiche',
  gone: (who, job, system) => `${who} (${job}) n’est plus dans ${system}. Faut-il annuler la demande\u202f?`,
  hired: (who, job, system) =>
    `${who} (${job}) figure désormais comme recrutement conclu dans ${system}. Faut-il annuler la demande\u202f?`,
  rejected: (who, job, system) =>
    `${who} (${job}) figure désormais comme refus ou retrait dans ${system}. Faut-il annuler la demande\u202f?`,
  moved: (who, job, from, to, system) =>
    `${who} (${job})\u00a0: passage de «\u00a0${from}\u00a0» à «\u00a0${to}\u00a0» dans ${system}. La demande continue.`,
  otherAddress: (who, email, system) =>
    `${who} a maintenant une autre adresse e-mail dans ${system}\u00a0: ${email}. Les e-mails de cette demande vont toujours à l’adresse du début.`,
  drift: (system, what, ours, theirs) =>
    `${system} ne dit pas ce qui a été convenu\u00a0: pour ${what}, nous avions ${ours}, mais ${theirs}. Les invitations disent ${ours}.`,
  driftTime: (at) => `il y figure ${at}`,
  driftGone: 'il n’y figure plus',
  writeAgain: (system) => `L’écrire à nouveau dans ${system}`,
  noLongerAhead: 'Cet entretien n’est plus à venir, donc rien n’a été écrit.',
  needs: {
    connection: (system) =>
      `${system} n’est pas connecté pour le moment\u00a0: rien de cette demande n’y est écrit tant que la clé n’est pas saisie à nouveau.`,
    manager: (system) =>
      `Ce poste n’a pas de responsable du recrutement dans ${system}. Tant que personne n’y est indiqué, l’entretien s’affiche sans responsable\u202f; indiquez quelqu’un dans l’équipe du poste.`,
    managerTakingPart: (manager, system) =>
      `Pour ce poste, ${system} indique ${manager} comme responsable du recrutement, sans participation prévue. L’entretien y sera écrit, mais s’affichera sans responsable. «\u00a0Add ${manager}\u00a0» le change.`,
    client: (system) =>
      `Les personnes de votre client n’ont pas de compte dans ${system}\u00a0: l’entretien n’y affiche pas de responsable, les participants figurent dans le texte.`,
  },
  noDocuments: (name) => `${name} n’a pas donné les documents à l’instant.`,
  recordIn: (name) => `Fiche dans ${name}`,
  states: {
    connecting: 'Première lecture en cours',
    connected: 'Connecté',
    failing: 'À regarder',
    revoked: 'Clé refusée',
  },
  stands: (state, more) => `${state}\u00a0: ${more}`,
  asked: {
    forAll: (name) => `${name} peut être connecté pour toute l’organisation ou pour vous seul.`,
    forMe: (name) => `Vous pouvez connecter ${name} pour vous-même\u202f; pour tout le monde, c’est l’administration.`,
    noKeyHere: 'La page indique où trouver la clé\u202f; merci de ne pas l’écrire ici.',
    connect: (name) => `Connecter ${name}`,
    connectAnother: (name) => `Connecter ${name} une fois de plus`,
    notListed: (written) => `«\u00a0${written}\u00a0» ne figure pas lui-même dans la liste.`,
    these: (names) => `Peuvent être connectés\u00a0: ${names}.`,
    none: 'Aucun ATS externe ne peut être connecté ici.',
    unified: (name) => `${name} en apporte environ 70 de plus par une seule connexion.`,
    files: 'Candidatures, contacts et postes de tout système s’importent par fichiers CSV.',
    listed: 'Connexions actuelles',
    possible: 'Ce qui peut être connecté',
    systems: (count) =>
      counts(
        count,
        'logiciel de recrutement, sur la page Integrations',
        'logiciels de recrutement, sur la page Integrations',
      ),
    chats: { label: 'Messageries', detail: 'Slack et Microsoft Teams, par des réglages dans le fichier .env' },
    pages: { integrations: 'Page Integrations', add: 'Ajouter un ATS' },
  },
}
