import { counted } from '../../counted.ts'
import type { OpeningWords } from '../../replyWords.ts'

export const frenchOpening: OpeningWords = {
  isThere: (about, state) => `${about} existe déjà ici : ${state}. Rien de nouveau n’a été ouvert.`,
  isBooked: (name, title) => `${name} a déjà un entretien pour ce poste : ${title}. Rien de nouveau n’a été ouvert.`,
  anInterview: 'un entretien',
  openIt: 'Ouvrir',
  anotherRound: 'Un autre tour',
  whom: (example) => `Pour qui dois-je organiser un entretien ? Par exemple : ${example}`,
  applicationGone: 'Cette candidature ne figure plus dans l’ATS ; rien n’a été ouvert.',
  applications: (count) =>
    `J’ai trouvé ${counted('fr', count, { one: '# candidature qui correspond', other: '# candidatures qui correspondent' })}. Laquelle ?`,
  noCandidate: (written) => `Je ne connais aucune candidature au nom « ${written} ».`,
  noCounterpart: (written) => `Je ne connais ni client, ni contact, ni collègue du nom « ${written} ».`,
  noJob: (written) => `Je ne connais aucun poste intitulé « ${written} ».`,
  notJoined: (names) => `J’ai trouvé ${names}, mais aucune candidature qui les relie.`,
  nothingOpened: 'Rien n’a été ouvert.',
  nearCandidate: (name) => `Candidature : ${name}`,
  nearClient: (name) => `Avec : ${name}`,
  nearJob: (name) => `Poste : ${name}`,
  add: {
    candidate: (name) => `Ajouter ${name}`,
    aCandidate: 'Ajouter une personne',
    forward: (name) => `Présenter ${name} pour le poste`,
    forwardTheCandidate: 'Présenter la personne pour le poste',
    goOn: 'Ajouter et continuer',
    aJob: 'Ajouter un poste',
    theJob: 'Ajouter le poste',
    contact: (client) => `Ajouter un contact chez ${client}`,
    name: 'Nom',
    email: 'E-mail',
    phone: 'Téléphone',
    job: 'Poste',
    jobTitle: 'Intitulé du poste',
    client: 'Entreprise cliente',
    clientHint: 'À laisser vide pour un poste dans votre entreprise',
  },
  missing: {
    candidateName: 'Indiquez le nom de la personne.',
    contactName: 'Indiquez le nom du contact.',
    job: 'Indiquez le poste concerné.',
    jobTitle: 'Indiquez l’intitulé du poste.',
    address: 'Écrivez l’adresse comme nom@entreprise.com.',
    cannotAdd: 'Ajoutez-le dans votre ATS ; cette connexion ne peut pas créer de fiches.',
  },
  noAddress: (name) =>
    `${name} n’a pas d’adresse e-mail dans l’ATS : je ne peux pas envoyer de demande. Ajoutez-en une à la fiche, puis appuyez sur le bouton. Rien n’a été ouvert.`,
  tryAgain: 'Réessayer',
  theClient: 'le client',
  noContact: (client) => `Je ne connais encore personne chez ${client}. À qui demander des disponibilités ?`,
  contacts: (client, count) =>
    `Il y a ${counted('fr', count, { one: '# contact', other: '# contacts' })} chez ${client}. Qui participe ?`,
  allTogether: 'Tout le monde ensemble',
  anyOne: 'Une seule personne suffit',
  noTeam: (job, name) =>
    `Le poste « ${job} » n’a ni client, ni manager, ni personne pour l’entretien : je ne sais donc pas qui rencontre ${name}. Complétez l’équipe du poste, puis redemandez-moi.`,
  instead: (name) => `Organiser plutôt avec ${name}`,
  insteadWith: (name, client) => `Organiser plutôt ${name} avec ${client}`,
  writtenAlready: (about) =>
    `Des e-mails sont déjà partis pour ${about} : la demande ne peut plus en devenir une autre. Je peux l’annuler, ce qui prévient les personnes concernées, et ouvrir la bonne. Rien n’a encore été fait.`,
}
