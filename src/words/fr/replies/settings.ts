import { counted } from '../../counted.ts'
import type { SettingWords } from '../../replyWords.ts'

const minutes = (count: number) => counted('fr', count, { one: '# minute', other: '# minutes' })

export const frenchSettings: SettingWords = {
  setUp: {
    yours: 'Vos paramètres',
    welcome: 'Bienvenue sur Parley',
    whoAreYou:
      'J’organise des entretiens entre personnes candidates et clients. Avant que le premier e-mail ne parte en votre nom, dites-moi qui vous êtes.',
    change: 'Modifier les paramètres',
    begin: 'Configurer',
    save: 'Enregistrer',
    agencyName: 'Nom de l’agence ou de l’entreprise',
    agencyHint: 'Il figure dans chaque e-mail.',
    name: 'Votre nom',
    email: 'Votre adresse e-mail',
    emailHint: 'Les réponses y arrivent.',
    phone: 'Votre téléphone',
    phoneHint: 'Dans les e-mails, pour qui préfère appeler.',
    zone: 'Votre fuseau horaire',
    zoneHint: 'Par exemple Europe/Paris.',
    dayStarts: 'Entretiens à partir de',
    dayEnds: 'Entretiens jusqu’à',
    locale: 'Langue et formats',
    wrong: {
      agencyName: 'Indiquez le nom qui figure dans chaque e-mail.',
      name: 'Indiquez votre nom, pour que l’on sache qui demande.',
      email: 'Écrivez votre adresse comme nom@agence.fr.',
      zone: 'Je ne connais pas ce fuseau horaire. Écrivez-le comme Europe/Paris ou America/New_York.',
      clock: (example) => `Écrivez l’heure comme ${example}.`,
      tooShort: 'La journée doit finir au moins une heure après son début.',
    },
  },
  defaults: {
    button: 'Réglages des entretiens',
    numbers: {
      durationMinutes: { label: 'Durée d’un entretien', hint: 'En minutes, de 5 à 480' },
      screeningMinutes: { label: 'Durée d’un premier échange', hint: 'En minutes, de 5 à 480' },
      noticeHours: { label: 'Préavis', hint: 'En heures avant l’entretien le plus proche, de 0 à 336' },
      gapMinutes: { label: 'Temps entre deux entretiens d’une même personne', hint: 'En minutes, de 0 à 240' },
      windowDays: { label: 'Jours ouverts aux disponibilités', hint: 'En jours, de 1 à 120' },
      offerCount: { label: 'Créneaux proposés à la fois', hint: 'De 1 à 5' },
      moveCountMax: { label: 'Nombre de reports possibles par les invités', hint: 'De 0 à 20' },
      changeCutoffHours: { label: 'Modifiable par les invités jusqu’à', hint: 'En heures avant le début, de 0 à 168' },
    },
    weekdays: 'Jours',
    weekdaysHint: (days) => `Par exemple ${days}`,
    hours: {
      workday: 'Une journée de travail',
      morning: 'Le matin',
      afternoon: 'L’après-midi',
      evening: 'Le soir',
      lunch: 'Le midi',
    },
    hoursHint: (hours) => `Ce que l’on entend par là à l’écrit, par exemple ${hours}`,
    hoursWrong: (hours) => `Écrivez de quand à quand, par exemple ${hours}.`,
    grid: { label: 'Un entretien commence toutes les', quarter: '15 min', half: '30 min', hour: '60 min' },
    order: {
      label: 'Qui est contacté d’abord',
      both: 'les deux parties à la fois',
      candidateFirst: 'la personne candidate',
      clientFirst: 'le client',
    },
    quorum: {
      label: 'Quand un client a plusieurs contacts',
      all: 'l’accord de chaque personne est requis',
      any: 'une seule personne suffit',
    },
    ladder: {
      candidateAfter: 'Relancer les personnes candidates après',
      candidateBefore: 'et avant le dernier jour possible',
      clientAfter: 'Relancer les clients après',
      clientBefore: 'et avant le dernier jour possible, clients',
    },
    ladderHint: 'En jours, par exemple 1, 3 ; vide pour aucun rappel',
    accentColor: 'Couleur des pages et des e-mails',
    accentHint: (example) => `Par exemple ${example}`,
    unusable: (hint) => `Cette valeur n’est pas utilisable. ${hint}`,
    lookAtExample: 'Reportez-vous à l’exemple.',
    saved: 'Enregistré. Les nouvelles demandes suivent ces valeurs ; celles en cours gardent les leurs.',
  },
  place: {
    label: 'Où se trouve la carte d’une demande',
    options: {
      asked: 'là où elle a été faite',
      ownThread: 'un fil à elle dans un canal',
      candidateChannel: 'un canal privé par personne candidate (Slack)',
    },
    channel: 'Quel canal',
    channelHint: (example) =>
      `Pour un fil par demande, par exemple ${example}. Dans Teams, dites-le dans le canal : « keep each request in its own thread here ».`,
    threadIn: (channel) => `un fil à elle dans ${channel}`,
    whichChannel: (example) =>
      `Quel canal ? Donnez son nom, par exemple « keep each request in its own thread in ${example} ».`,
    notAChannel: 'Cette conversation n’est pas un canal, rien n’a donc été modifié. Dites-le dans le canal concerné.',
    notFound: {
      none: (channel) =>
        `Je ne trouve pas de canal ${channel}, rien n’a donc été modifié. Dans Teams, dites-le dans le canal même : « keep each request in its own thread here ».`,
      notInvited: (channel) =>
        `Je ne suis pas encore dans ${channel}, rien n’a donc été modifié. Invitez-moi et redites-le.`,
    },
    onlyAdmins: 'Seule l’administration choisit où se trouvent les demandes ; rien n’a été modifié.',
    changed: (place, before) =>
      `Désormais, la carte d’une demande se trouve ici : ${place}. Auparavant : ${before}. Les demandes ouvertes restent où elles sont.`,
    fellBack: (why) =>
      `Je n’ai pas pu donner à cette demande un endroit à elle, elle reste donc ici. ${why} Je ne le dis qu’une fois ; d’ici là, chaque demande reste là où elle a été faite.`,
    there: (candidate, job, place) => `${candidate}, ${job} : la suite se passe dans ${place}.`,
    open: 'L’ouvrir là-bas',
  },
  change: {
    value: {
      minutes,
      hours: (count) => counted('fr', count, { one: '# heure', other: '# heures' }),
      days: (count) => counted('fr', count, { one: '# jour', other: '# jours' }),
      times: (count) => counted('fr', count, { one: '# créneau', other: '# créneaux' }),
    },
    range: {
      gapMinutes: 'de 0 à 240 minutes',
      noticeHours: 'de 0 à 336 heures',
      windowDays: 'de 1 à 120 jours',
      offerCount: 'de 1 à 5',
      screeningMinutes: 'de 5 à 480 minutes',
      durationMinutes: 'de 5 à 480 minutes',
    },
    none: (written) => `Je n’ai pas de réglage pour « ${written} » ; rien n’a changé. Voici ceux qui existent :`,
    outside: (label, limits) => `${label} : ${limits}. Rien n’a changé.`,
    same: (label, value) => `${label} : c’est déjà ${value}.`,
    changed: (label, value, before) =>
      `${label} : ${value} désormais, contre ${before} auparavant. Les demandes en cours gardent leur valeur.`,
    changedHours: (label, value, before) =>
      `${label} : ${value} désormais, contre ${before} auparavant. C’est ainsi que je lirai les horaires écrits.`,
  },
  briefings: {
    unknownMember: 'Je ne vous connais plus ; je n’ai donc rien fait.',
    noWorkingDay: 'Aucun jour n’est travaillé dans les réglages : il n’y aura donc pas de point du jour.',
    daily: (clock, when) =>
      `Votre point du jour arrive à ${clock} les jours travaillés, ici dans « Briefings » et par e-mail. Le prochain : ${when}. Un jour sans entretien et sans rien en attente pour vous, il n’y en a pas.`,
    stopped: 'Votre point du jour est arrêté.',
    shortStays: (count) => `Le rappel ${minutes(count)} avant un entretien auquel vous participez continue.`,
    endShort: '« no briefings before interviews » l’arrête pour tout le monde.',
    comesBack: '« briefing now » montre votre journée, et « briefing at 8:00 » le rétablit.',
    onlyRecruiters:
      'Les rappels avant entretien sont les mêmes pour tout le monde ici ; seul le recrutement les change. Je n’ai rien fait.',
    noneBefore:
      'Plus de rappel avant les entretiens, pour tout le monde ici. « briefing 30 minutes before interviews » les rétablit.',
    before: (count) =>
      `Toute personne qui participe à un entretien reçoit un rappel ${minutes(count)} avant. Cela vaut pour les entretiens fixés ou déplacés à partir de maintenant ; les autres gardent leur horaire.`,
  },
  connect: {
    mail: 'Les e-mails partent par n’importe quel serveur SMTP : indiquez SMTP_URL, PARLEY_MAIL_FROM et PARLEY_PUBLIC_URL dans le fichier .env, puis redémarrez Parley. D’ici là, ils sont conservés et affichés dans la boîte d’envoi.',
    calendarFile: 'Un agenda s’importe comme fichier .ics, pour chaque collègue, sur la page de l’équipe.',
    calendars:
      'Les agendas Google, Microsoft et CalDAV ne peuvent pas encore être connectés. Ce qui marche aujourd’hui : un agenda s’importe comme fichier .ics, pour chaque collègue, sur la page de l’équipe ; sans agenda, une personne est inconnue, jamais libre.',
    chats:
      'Slack et Microsoft Teams se connectent par des réglages dans le fichier .env\u00a0: ceux qui commencent par SLACK_ ou TEAMS_ dans .env.example. Les autres messageries ne peuvent pas encore être connectées.',
    video:
      'Parley ne crée pas encore de salles de visioconférence. Ce qui marche aujourd’hui : indiquez le lien vidéo une fois sur la carte d’une demande, il est gardé pour le poste ou le client.',
    files: 'Candidatures, contacts et postes s’importent par fichiers CSV.',
    cannot: (written) => `Je ne peux pas connecter « ${written} ».`,
    today: 'Voici ce qui peut être connecté aujourd’hui :',
    items: {
      mail: { label: 'E-mail', detail: 'un serveur SMTP, par des réglages dans le fichier .env' },
      calendars: { label: 'Agendas', detail: 'un fichier .ics par collègue, sur la page de l’équipe' },
      records: { label: 'Fiches', detail: 'des fichiers CSV de candidatures, contacts et postes' },
    },
    pages: { mailbox: 'Boîte d’envoi', team: 'Équipe', importing: 'Importer un fichier' },
  },
  home: {
    calendar: 'Votre agenda',
    knownUntil: (day) => `Connu jusqu’au ${day}`,
    calendarUnknown: 'Inconnu, je vous demande donc vos disponibilités',
    connected: 'Connecté',
    notConnected: 'Plus connecté',
    mail: 'E-mail',
    mailKept: 'Gardé dans la boîte d’envoi, pas envoyé',
    mailSent: 'Envoyé par votre serveur de messagerie',
    you: (name, zone) => `${name}, fuseau horaire ${zone}`,
    allRequests: 'Toutes les demandes',
  },
  strangers: {
    who: (name, surface) =>
      `${name} m’a écrit dans ${surface}. Personne dans l’équipe n’a cette adresse ; je n’ai donc rien répondu. Qui est-ce ?`,
    sayWho: 'Dire qui c’est',
    thisIs: 'C’est',
    colleague: (position) => `Une nouvelle personne dans l’équipe : ${position}`,
    roles: {
      recruiter: 'recrutement',
      coordinator: 'coordination',
      hiringManager: 'manager',
      interviewer: 'entretiens',
      admin: 'administration',
    },
    nobody: 'Personne de chez nous',
    onlyAdmins: 'Seule l’administration dit qui fait partie de l’équipe ; rien n’a été fait.',
    gone: 'Cette personne n’existe plus.',
    choose: 'Choisissez de qui il s’agit.',
    linked: (name, member, surface) => `Désormais, ${name} correspond à ${member} et peut m’écrire dans ${surface}.`,
    ignored: 'Bien. Je continue à ne rien répondre là-bas.',
    noAddressKnown: (email, agency, next) =>
      `Je ne connais personne avec l’adresse ${email} chez ${agency} ; je n’ai donc rien fait. ${next} Écrivez-moi ensuite à nouveau.`,
    cannotTell: (agency, next) =>
      `Je ne sais pas qui vous êtes chez ${agency} ; je n’ai donc rien fait. ${next} Écrivez-moi ensuite à nouveau.`,
    asked: (name) => `J’ai demandé à ${name} de dire qui vous êtes.`,
    adminCanAdd: 'L’administration peut vous ajouter sous Équipe.',
    thisAgency: 'cette agence',
    notKnown: 'Je ne vous connais pas encore ici ; rien n’a été fait. L’administration peut vous ajouter sous Équipe.',
  },
  slack: {
    back: 'Retour à Slack',
    add: 'Ajouter à Slack',
    noWorkspace: 'Parley n’est encore dans aucun espace de travail.',
    whenAnswers: 'La connexion se fait dès que Slack répond.',
    adminCan: 'L’administration peut l’ajouter.',
    onlyAdmin: 'Seule l’administration peut ajouter Parley à Slack.',
    addParley: 'Ajouter Parley à Slack',
    agreed: 'Slack a donné son accord. Appuyez sur le bouton pour connecter cet espace de travail à Parley.',
    connect: 'Connecter',
    elsewhere: (name) => `${name} est déjà connecté à une autre agence ; rien n’a changé.`,
    connected: 'Connecté',
    revoked: 'Plus connecté',
    since: (day) => `depuis le ${day}`,
    addAgain: 'Ajoutez à nouveau Parley à Slack pour y continuer.',
    ended: (surface, name, cause) =>
      `Je ne peux plus lire ni écrire dans ${surface} chez ${name} (${cause}). Ce qui s’y dit ne me parvient pas, et ce que j’ai à y dire attend. Ajoutez-moi à nouveau à ${surface} pour continuer.`,
  },
}
