import { counted } from '../../counted.ts'
import type { BoardWords } from '../../replyWords.ts'

export const frenchBoard: BoardWords = {
  groups: {
    needsYou: 'À vous',
    failed: 'En échec',
    linkExpired: 'Lien expiré',
    waiting: 'En attente des autres',
    booked: 'Fixés',
    closed: 'Clos',
  },
  show: (name) => `Afficher ${name}`,
  empty: {
    open: (opening) => `Aucune demande en cours. Écrivez « ${opening} » pour en ouvrir une.`,
    confirmed: 'Aucun entretien n’est fixé.',
    needsYou: 'Rien ne vous attend pour le moment.',
    today: 'Aucun entretien aujourd’hui.',
    all: (opening) => `Aucune demande pour le moment. Écrivez « ${opening} » pour en ouvrir une.`,
    waiting: 'Je n’attends personne pour le moment.',
    unscheduled: 'Toutes les demandes en cours ont un créneau.',
  },
  nothingFound: (place) => `Je ne trouve rien ${place}. « status » montre ce qui est en cours.`,
  of: (client) => `pour ${client}`,
  on: (day) => `le ${day}`,
  from: (day) => `à partir du ${day}`,
  until: (day) => `jusqu’au ${day}`,
  waitingFor: (names) => `J’attends ${names}`,
  newTimeWanted: 'un nouveau créneau est recherché',
  stepFailed: 'Une étape a échoué.',
  linkExpired: (count) =>
    `Le lien a expiré après ${counted('fr', count, { one: '# jour', other: '# jours' })} ; une relance en envoie un nouveau.`,
  state: {
    collecting: 'en attente de disponibilités',
    choosing: 'en attente d’un choix',
    approving: 'en attente de validation',
    noOverlap: 'sans créneau commun',
    declined: 'refus',
    agreed: 'créneau convenu, modalités à préciser',
    confirmed: 'entretien fixé',
    completed: 'entretien terminé',
    cancelled: 'demande annulée',
  },
}
