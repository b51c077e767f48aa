import { counted } from '../counted.ts'
import type { PageWords } from '../pageWords.ts'
import { frenchLegal } from './legal.ts'

// Spaces before ? ! ; are narrow no-break ones (U+202F), those before : and within « » no-break ones (U+00A0). A test looks at it.
// No name stands behind "de" or "que", which would have to lose their e before a vowel.

const hourForms = { one: '# heure', other: '# heures' }

export const frenchPages: PageWords = {
  legal: frenchLegal,
  skip: 'Aller à la question',
  languageSwitch: 'Langue',
  quote: (text) => `« ${text} »`,
  colon: ' : ',
  errorPrefix: 'Erreur',
  errorHeading: (count) => counted('fr', count, { one: 'Un point est à corriger', other: '# points sont à corriger' }),
  to: (from, to) => `de ${from} à ${to}`,
  clock: (time) => time,
  facts: {
    role: 'Poste',
    candidate: 'Candidature',
    length: 'Durée',
    how: 'Modalités',
    meets: 'Vous rencontrez',
    howOpen: 'Précisées avec la confirmation',
  },
  minutes: (count) => counted('fr', count, { one: '# minute', other: '# minutes' }),
  contactHeading: 'Une question ?',
  contact: (name) => `${name} vous répond volontiers :`,
  assistant: (agency, recruiter) =>
    `${agency} organise cet entretien à l’aide d’un assistant logiciel. Ce que vous écrivez ici est lu par ${recruiter}.`,
  linkLasts: (name, until) => `Cette page est réservée à ${name}. Son lien est valable jusqu’au ${until}.`,
  expiredNote: 'Ensuite, le même lien vous proposera d’en recevoir un nouveau par e-mail.',
  zone: {
    now: (zone, offset) => `Heures affichées : ${zone} (${offset})`,
    shifts: (zone, before, on, after) =>
      `Heures affichées : ${zone} (${before} ; ${after} à partir du ${on}, en raison du changement d’heure)`,
    change: 'Modifier',
    pick: 'Fuseau horaire',
    apply: 'Afficher dans ce fuseau',
    all: 'Voir tous les fuseaux horaires',
    both: (range, zone) => `${range}, ${zone}`,
    device: 'Votre appareil est réglé sur',
  },
  availability: {
    title: 'Vos disponibilités',
    heading: (role, name, candidate, company) =>
      role === 'candidate'
        ? `${name}, quand pourriez-vous rencontrer ${company ? `l’équipe ${company}` : 'l’équipe'} ?`
        : `${name}, quand pourriez-vous rencontrer ${candidate} ?`,
    intro: (minutes, agency) =>
      `Cochez tous les créneaux qui vous conviennent. ${agency} cherche ${minutes} qui conviennent à tout le monde : plus vous en cochez, plus vite c’est réglé. L’autre partie ne voit pas ce que vous cochez.`,
    again: 'Les disponibilités reçues jusqu’ici ne concordent pas. Pourriez-vous en proposer d’autres ?',
    suggesting:
      'Aucun des créneaux proposés ne vous convient ? Cochez ceux qui vous conviennent, et nous relançons la recherche.',
    weekOf: (from, to) => `Du ${from} au ${to}`,
    quick: 'Cocher d’un coup :',
    fills: {
      all: 'Toute la journée',
      morning: 'Matins',
      afternoon: 'Après-midi',
      evening: 'Soirs',
      clear: 'Tout décocher',
    },
    wholeDay: 'journée entière',
    noDays: 'Il ne reste rien à proposer dans ces heures de la semaine.',
    moreHours: 'Afficher les soirs et les week-ends',
    fewerHours: 'Afficher seulement les heures habituelles',
    rows: 'Autres créneaux, ou seulement si nécessaire',
    rowsHint:
      'Pour les heures qui ne figurent pas dans la grille, ou celles que vous préférez garder libres mais pourriez aménager.',
    row: (number) => `Créneau ${number}`,
    on: 'Jour',
    from: 'De',
    until: 'À',
    level: 'Me convient',
    good: 'bien',
    possible: 'seulement si nécessaire',
    note: 'Quelque chose à nous signaler ? (facultatif)',
    noteHint: 'Par exemple : « Je suis joignable par téléphone tous les jours à midi. »',
    send: 'Envoyer mes disponibilités',
    sendAgain: 'Envoyer mes modifications',
    sure: 'Oui, ce sont toutes mes disponibilités',
    goTo: (week) => `Enregistrer et passer à la semaine du ${week}`,
    saved: (count) => counted('fr', count, { one: 'un créneau enregistré', other: '# créneaux enregistrés' }),
    decline: 'Aucun créneau ne vous convient, ou vous ne pouvez pas participer ?',
    declineIntro: 'Aucun problème. Dites-le ici, et personne ne vous attendra.',
    back: 'Revenir sans rien changer',
  },
  told: {
    title: 'Vos disponibilités sont enregistrées',
    heading: (name) => `Merci, ${name}. Voici ce que vous nous avez indiqué.`,
    intro: 'Vos disponibilités',
    byRecruiter: (recruiter) => `${recruiter} a saisi ces disponibilités pour vous.`,
    ifNeedBe: (range) => `${range} si nécessaire`,
    sentence: (day, ranges) => `Le ${day}, ${ranges}.`,
    note: 'Vous avez ajouté :',
    next: 'Dès que l’autre partie aura répondu, vous recevrez un e-mail avec le rendez-vous, ou avec des créneaux au choix. D’ici là, vous n’avez rien à faire.',
    nextLater: 'Un imprévu ? Vous pouvez modifier vos disponibilités tant qu’aucun rendez-vous n’est fixé.',
    change: 'Modifier mes disponibilités',
  },
  reason: 'Motif (facultatif)',
  reasonHint: 'Un mot nous aide à vous proposer mieux.',
  choice: {
    title: 'Choisir un créneau',
    heading: (name) => `${name}, quel créneau vous convient le mieux ?`,
    intro:
      'Chacun de ces créneaux convient à toutes les autres personnes. Choisissez-en un, nous nous occupons du reste.',
    legend: 'Créneaux au choix',
    more: (count) => counted('fr', count, { one: 'Un autre créneau', other: '# autres créneaux' }),
    goodForEveryone: 'convient à tout le monde',
    send: 'Choisir ce créneau',
    noneLeft:
      'Aucun des créneaux proposés n’est encore libre. Indiquez-nous d’autres disponibilités, et nous relançons la recherche.',
    suggest: 'Aucun : proposer d’autres créneaux',
  },
  approval: {
    title: 'Valider un créneau',
    heading: (name, candidate) => `${name}, pouvons-nous fixer un entretien avec ${candidate} ?`,
    intro: (candidate, minutes, job) =>
      `${candidate} peut vous rencontrer pendant ${minutes} pour le poste « ${job} », à chacun de ces créneaux.`,
    legend: 'Créneaux possibles pour la personne candidate',
    several: 'L’un de vos collègues a déjà donné son accord ; l’entretien sera fixé quand tout le monde l’aura donné.',
    resume: 'Lire le CV',
    send: 'Valider ce créneau',
    suggest: 'Proposer d’autres créneaux',
    declineHeading: 'Vous ne souhaitez pas cet entretien ?',
    declineTick: 'Oui, je décline cet entretien',
    declineSend: 'Décliner l’entretien',
  },
  declineTick: 'Oui, je ne peux pas participer',
  declineSend: 'Prévenir que je ne peux pas participer',
  reading: {
    title: 'Est-ce exact ?',
    heading: (name) => `Vous avons-nous bien compris, ${name} ?`,
    intro: 'Un programme a lu votre e-mail. Rien n’est noté tant que vous n’avez pas dit que c’est exact.',
    times: 'Vos disponibilités, telles que nous les avons comprises',
    replaces: 'Elles remplacent celles que vous aviez indiquées auparavant.',
    tick: 'Oui, ces créneaux sont exacts',
    send: 'Envoyer ces créneaux',
    no: 'Nous avons compris que vous ne pouvez pas participer',
    change: 'Ce n’est pas exact : choisir moi-même',
  },
  waiting: {
    title: 'Rien à faire pour le moment',
    heading: {
      otherSide: (name) => `Merci, ${name}. Nous interrogeons l’autre partie.`,
      approval: (name) => `Merci, ${name}. Il manque encore un accord.`,
      details: (name) => `Merci, ${name}. Le créneau est convenu.`,
    },
    text: {
      otherSide: 'Dès que sa réponse nous parvient, vous recevrez un e-mail. D’ici là, vous n’avez rien à faire.',
      approval:
        'Dès que le créneau est validé, vous recevrez une invitation par e-mail. D’ici là, vous n’avez rien à faire.',
      details:
        'Les modalités sont en cours de définition ; vous recevrez ensuite une invitation par e-mail. D’ici là, vous n’avez rien à faire.',
    },
  },
  manage: {
    title: 'Votre entretien',
    heading: 'Votre entretien est fixé',
    whereOpen: 'Les détails suivront par e-mail',
    join: 'Rejoindre l’appel',
    add: 'Ajouter à mon agenda',
    moveHeading: 'Déplacer l’entretien',
    moveIntro:
      'Nous vous demanderons d’autres disponibilités. Tant qu’un nouveau rendez-vous n’est pas convenu, l’entretien reste fixé.',
    moveTick: 'Oui, j’ai besoin d’un autre créneau',
    moveSend: 'Demander un autre créneau',
    cancelHeading: 'Annuler l’entretien',
    cancelIntro: 'Tout le monde est prévenu par e-mail, et l’entretien disparaît de tous les agendas.',
    cancelTick: 'Oui, annuler mon entretien',
    cancelSend: 'Annuler l’entretien',
    changed: (name) => `Si ni l’un ni l’autre n’est possible ici, appelez ${name} ou écrivez-lui.`,
  },
  limits: {
    late: (hours, recruiter) =>
      `Les modifications étaient possibles ici jusqu’à ${counted('fr', hours, hourForms)} avant le début. Veuillez contacter ${recruiter}.`,
    moved: (count, recruiter) =>
      `L’entretien a déjà été déplacé ${counted('fr', count, { one: 'une fois', other: '# fois' })}, ce qui est le maximum possible ici. Veuillez contacter ${recruiter}.`,
    open: (hours, movesLeft) =>
      `Vous pouvez déplacer ou annuler l’entretien ici jusqu’à ${counted('fr', hours, hourForms)} avant le début ; un déplacement est encore possible ${counted('fr', movesLeft, { one: 'une fois', other: '# fois' })}.`,
  },
  reminders: {
    heading: 'Vous préférez ne plus recevoir de rappels ?',
    intro:
      'Vous ne recevrez alors plus de rappels par e-mail. Rien n’est annulé, et vous pouvez toujours répondre sur cette page.',
    tick: 'Oui, ne plus m’envoyer de rappels',
    send: 'Arrêter les rappels',
    stopped: (recruiter) =>
      `Vous ne recevrez plus de rappels à ce sujet. Rien n’est annulé ; ${recruiter} peut les réactiver pour vous.`,
  },
  closed: {
    title: 'Cette page est close',
    heading: {
      cancelled: 'Cet entretien a été annulé',
      declined: 'Vous avez indiqué ne pas pouvoir participer',
      completed: 'Cet entretien a eu lieu',
      released: 'L’entretien se poursuit sans vous',
    },
  },
  expired: {
    title: 'Ce lien a expiré',
    heading: 'Ce lien a expiré',
    text: 'Pour votre sécurité, les liens sont valables deux semaines. Nous pouvons en envoyer un nouveau à l’adresse qui a reçu celui-ci.',
    tick: 'Oui, envoyez-moi un nouveau lien',
    send: 'Recevoir un nouveau lien',
  },
  renewed: {
    title: 'Consultez votre messagerie',
    heading: 'Consultez votre messagerie',
    text: 'Si ce lien peut être renouvelé, un nouveau est en route vers l’adresse qui avait reçu l’ancien.',
  },
  unknown: {
    title: 'Cette page n’existe pas',
    heading: 'Cette page n’existe pas',
    text: 'Le lien est peut-être incomplet ou n’est plus utilisé. Ouvrez-le à partir du dernier e-mail reçu, ou répondez à cet e-mail : quelqu’un le lira.',
  },
  tooMany: {
    title: 'Veuillez patienter une minute',
    heading: 'Veuillez patienter une minute',
    text: 'Trop de liens ont été essayés depuis votre réseau. Rien n’est perdu ; réessayez dans une minute.',
  },
  broken: {
    title: 'Cela n’a pas fonctionné',
    heading: 'Cela n’a pas fonctionné',
    text: 'Un problème est survenu de notre côté. Rien n’a été modifié ; revenez en arrière et réessayez.',
  },
  tooBig: {
    title: 'L’envoi est trop volumineux',
    heading: 'L’envoi est trop volumineux',
    text: 'L’envoi dépasse ce que cette page accepte. Rien n’a été modifié ; revenez en arrière et envoyez-en moins.',
  },
  trouble: {
    badInput: 'Une des indications ne peut pas être prise en compte. Rien n’a été modifié ; veuillez la vérifier.',
    busy: 'Un service dont nous avons besoin ne répond pas pour le moment. Rien n’a été modifié ; réessayez dans quelques minutes.',
    other: 'Un problème est survenu de notre côté. Rien n’a été modifié ; veuillez réessayer.',
  },
  notices: {
    taken: 'Ce créneau vient d’être attribué à quelqu’un d’autre. Rien n’a été fixé ; voyez ceux qui restent.',
    tooLate: 'Ce n’est plus possible, car les choses ont avancé entre-temps. Voici où en est l’entretien.',
  },
  errors: {
    noTimes: 'Cochez au moins un créneau, ou dites plus bas qu’aucun ne vous convient.',
    sure: 'Vous n’avez rien modifié. Cochez ceci pour envoyer les disponibilités telles quelles.',
    tooMany: (max) => `Cela fait plus de ${max} créneaux séparés. Veuillez en indiquer moins, mais plus longs.`,
    badTick: 'L’une des cases cochées ne fait plus partie de cette semaine. Veuillez revoir la grille.',
    zone: 'Nous ne connaissons pas ce fuseau horaire. Choisissez-en un dans la liste.',
    zoneChanged: (zone) => `Les heures sont maintenant affichées pour ${zone}. Vérifiez-les, puis envoyez de nouveau.`,
    note: (max) => `Veuillez limiter la remarque à ${max} caractères.`,
    reason: (max) => `Veuillez limiter le motif à ${max} caractères.`,
    date: 'Indiquez le jour sous forme de date.',
    time: 'Indiquez l’heure en heures et minutes, par exemple 14:30.',
    missing: 'Remplissez le jour, le début et la fin, ou laissez les trois champs vides.',
    notInWeek: (from, to) =>
      `Cette page couvre la période du ${from} au ${to}. Pour un autre jour, enregistrez et passez à sa semaine.`,
    endFirst: 'La fin précède le début.',
    past: 'Ce moment est passé.',
    early: (at) => `Le premier moment possible est le ${at}.`,
    late: (on) => `Le dernier jour possible est le ${on}.`,
    gap: (time, on) => `${time} n’existe pas le ${on} : les horloges sont avancées d’une heure.`,
    short: (day, range, minutes) =>
      `Le créneau du ${day}, ${range}, est plus court que les ${minutes} nécessaires. Cochez ce qui précède ou ce qui suit, ou décochez-le.`,
    declineTick: 'Cochez ceci si vous ne pouvez pas participer.',
    choose: 'Choisissez l’un des créneaux.',
    moveTick: 'Cochez ceci si vous avez besoin d’un autre créneau.',
    cancelTick: 'Cochez ceci si vous souhaitez annuler.',
    readingTick: 'Cochez ceci si les créneaux sont exacts.',
    remindersTick: 'Cochez ceci si vous ne souhaitez plus de rappels.',
    renewTick: 'Cochez ceci si vous souhaitez un nouveau lien.',
  },
}
