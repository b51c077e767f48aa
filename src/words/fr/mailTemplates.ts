import { forAll, type MailTemplates, type WordFacts } from '../mailWords.ts'

// As in pages.ts: no-break spaces before ? ! ; : and within « », and no name behind "de" or "que".

const role = (facts: WordFacts) => `${facts.job} chez ${facts.company}`
const minute = 'Cela prend environ une minute, sans créer de compte.'

export const frenchTemplates: MailTemplates = {
  request: {
    candidate: {
      subject: (facts) => `Entretien, ${role(facts)} : quels créneaux vous conviennent ?`,
      heading: (facts) => `Quand pouvez-vous échanger avec ${facts.company} ?`,
      opening: (facts) =>
        `${facts.company} souhaite vous rencontrer pour le poste « ${facts.job} ». Merci de nous indiquer les créneaux qui vous conviennent. ${minute}`,
    },
    client: {
      subject: (facts) => `Entretien avec ${facts.candidate}, ${facts.job} : quels créneaux vous conviennent ?`,
      heading: (facts) => `Quand pouvez-vous rencontrer ${facts.candidate} ?`,
      opening: (facts) =>
        `Nous souhaitons organiser un entretien avec ${facts.candidate} pour le poste « ${facts.job} ». Merci de nous indiquer les créneaux qui vous conviennent. ${minute}`,
    },
    recruiter: {
      subject: (facts) => `Entretien avec ${facts.candidate}, ${facts.job} : quels créneaux vous conviennent ?`,
      heading: (facts) => `Quand pouvez-vous participer à l’entretien avec ${facts.candidate} ?`,
      opening: (facts) =>
        `Un entretien avec ${facts.candidate} est en cours d’organisation (${role(facts)}). Merci de nous indiquer les créneaux qui vous conviennent.`,
    },
  },
  askAnew: {
    candidate: {
      subject: (facts) => `Nouveau créneau nécessaire : entretien, ${role(facts)}`,
      heading: (facts) => `Quels autres créneaux vous conviennent pour ${facts.company} ?`,
      opening: (facts) =>
        `Il faut trouver un nouveau créneau pour l’entretien avec ${facts.company}. Merci de nous indiquer ceux qui vous conviennent désormais. ${minute}`,
    },
    client: {
      subject: (facts) => `Nouveau créneau nécessaire : entretien avec ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Quels autres créneaux vous conviennent pour ${facts.candidate} ?`,
      opening: (facts) =>
        `Il faut trouver un nouveau créneau pour l’entretien avec ${facts.candidate}. Merci de nous indiquer ceux qui vous conviennent désormais. ${minute}`,
    },
    recruiter: {
      subject: (facts) => `Nouveau créneau nécessaire : ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Quels autres créneaux vous conviennent pour l’entretien avec ${facts.candidate} ?`,
      opening: (facts) =>
        `Il faut trouver un nouveau créneau pour l’entretien avec ${facts.candidate}. Merci de nous indiquer ceux qui vous conviennent désormais.`,
    },
  },
  reminder: {
    candidate: {
      subject: (facts) => `Rappel : entretien, ${role(facts)}`,
      heading: () => 'Quels créneaux vous conviennent ?',
      opening: (facts) =>
        `Nous n’avons pas encore reçu votre réponse au sujet de l’entretien avec ${facts.company}. Quelques créneaux possibles nous suffisent pour avancer.`,
    },
    client: {
      subject: (facts) => `Rappel : entretien avec ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `${facts.candidate} attend un rendez-vous`,
      opening: (facts) =>
        `Nous n’avons pas encore reçu votre réponse au sujet de l’entretien avec ${facts.candidate}. Une brève réponse nous suffit pour avancer.`,
    },
    recruiter: {
      subject: (facts) => `Rappel : entretien avec ${facts.candidate}, ${facts.job}`,
      heading: () => 'Quels créneaux vous conviennent ?',
      opening: (facts) => `Il manque encore votre réponse pour l’entretien avec ${facts.candidate}.`,
    },
  },
  acknowledgement: forAll({
    subject: (facts) => `Merci pour vos disponibilités : ${role(facts)}`,
    heading: () => 'Merci, nous avons bien reçu vos disponibilités',
    opening: () =>
      'Voici ce que vous nous avez indiqué. Vous pouvez le modifier tant qu’aucun rendez-vous n’est fixé, et nous vous écrivons dès qu’il y en a un.',
  }),
  choice: {
    candidate: {
      subject: (facts) => `Choisissez votre créneau d’entretien : ${role(facts)}`,
      heading: () => 'Choisissez le créneau qui vous convient le mieux',
      opening: (facts) =>
        `Ces créneaux sont possibles pour votre entretien avec ${facts.company}. Merci d’en choisir un.`,
    },
    client: {
      subject: (facts) => `Choisissez un créneau d’entretien : ${facts.candidate}, ${facts.job}`,
      heading: () => 'Choisissez le créneau qui vous convient le mieux',
      opening: (facts) =>
        `Ces créneaux sont possibles pour l’entretien avec ${facts.candidate}. Merci d’en choisir un.`,
    },
    recruiter: {
      subject: (facts) => `Choisissez un créneau d’entretien : ${facts.candidate}, ${facts.job}`,
      heading: () => 'Choisissez le créneau qui convient le mieux',
      opening: (facts) => `Ces créneaux sont possibles pour l’entretien avec ${facts.candidate}.`,
    },
  },
  approval: {
    candidate: {
      subject: (facts) => `Merci de confirmer : entretien, ${role(facts)}`,
      heading: () => 'Ce créneau vous convient-il ?',
      opening: (facts) =>
        `Ces créneaux sont possibles pour votre entretien avec ${facts.company}. Merci d’en confirmer un.`,
    },
    client: {
      subject: (facts) => `À valider : entretien avec ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Validez un créneau avec ${facts.candidate}`,
      opening: (facts) =>
        `Ces créneaux conviennent à ${facts.candidate}. Validez-en un, proposez-en d’autres ou déclinez : le bouton ouvre une page sur laquelle vous décidez.`,
    },
    recruiter: {
      subject: (facts) => `À valider : entretien avec ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Validez un créneau pour ${facts.candidate}`,
      opening: (facts) =>
        `Ces créneaux conviennent à ${facts.candidate}. Validez-en un, proposez-en d’autres ou déclinez.`,
    },
  },
  waiting: forAll({
    subject: (facts) => `Votre entretien est en cours d’organisation : ${role(facts)}`,
    heading: () => 'Vous n’avez rien à faire pour le moment',
    opening: () => 'Merci. Nous vous écrivons dès que la prochaine étape est connue.',
  }),
  nothingFits: {
    candidate: {
      subject: (facts) => `Il nous faut d’autres créneaux : entretien, ${role(facts)}`,
      heading: () => 'Pourriez-vous proposer d’autres créneaux ?',
      opening: (facts) =>
        `Nous n’avons pas encore trouvé de créneau pour votre entretien avec ${facts.company}. Pourriez-vous en proposer quelques-uns de plus ? D’autres jours nous aideraient le plus.`,
    },
    client: {
      subject: (facts) => `Il nous faut d’autres créneaux : entretien avec ${facts.candidate}, ${facts.job}`,
      heading: () => 'Pourriez-vous proposer d’autres créneaux ?',
      opening: (facts) =>
        `Nous n’avons pas encore trouvé de créneau pour l’entretien avec ${facts.candidate}. Pourriez-vous en proposer quelques-uns de plus ? D’autres jours nous aideraient le plus.`,
    },
    recruiter: {
      subject: (facts) => `Il nous faut d’autres créneaux : ${facts.candidate}, ${facts.job}`,
      heading: () => 'Pourriez-vous proposer d’autres créneaux ?',
      opening: (facts) => `Nous n’avons pas encore trouvé de créneau pour l’entretien avec ${facts.candidate}.`,
    },
  },
  dayOf: {
    candidate: {
      subject: (facts) => `Aujourd’hui : entretien, ${role(facts)}`,
      heading: () => 'Votre entretien a lieu aujourd’hui',
      opening: (facts) =>
        `Aujourd’hui, vous avez rendez-vous avec ${facts.company}. Voici tout ce dont vous avez besoin.`,
    },
    client: {
      subject: (facts) => `Aujourd’hui : entretien avec ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Aujourd’hui, vous rencontrez ${facts.candidate}`,
      opening: (facts) =>
        `Votre entretien avec ${facts.candidate} a lieu aujourd’hui. Voici tout ce dont vous avez besoin.`,
    },
    recruiter: {
      subject: (facts) => `Aujourd’hui : entretien avec ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `L’entretien avec ${facts.candidate} a lieu aujourd’hui`,
      opening: (facts) => `${facts.candidate} et ${facts.company} se rencontrent aujourd’hui.`,
    },
  },
  timeKept: {
    candidate: {
      subject: (facts) => `Le créneau est maintenu : entretien, ${role(facts)}`,
      heading: () => 'Votre entretien reste inchangé',
      opening: (facts) =>
        `Nous vous avions demandé d’autres disponibilités. Ce n’est plus nécessaire : vous rencontrez ${facts.company} au moment déjà prévu. Vous n’avez rien à faire.`,
    },
    client: {
      subject: (facts) => `Le créneau est maintenu : entretien avec ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `L’entretien avec ${facts.candidate} reste inchangé`,
      opening: (facts) =>
        `Nous vous avions demandé d’autres disponibilités. Ce n’est plus nécessaire : vous rencontrez ${facts.candidate} au moment déjà prévu. Vous n’avez rien à faire.`,
    },
    recruiter: {
      subject: (facts) => `Le créneau est maintenu : entretien avec ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `L’entretien avec ${facts.candidate} reste inchangé`,
      opening: (facts) => `${facts.candidate} et ${facts.company} se rencontrent au moment prévu auparavant.`,
    },
  },
  closing: {
    candidate: {
      subject: (facts) => `Plus nécessaire : entretien, ${role(facts)}`,
      heading: () => 'Nous ne cherchons plus de créneau',
      opening: (facts) =>
        `L’entretien avec ${facts.company} n’est plus à organiser. Vous n’avez plus rien à faire, et les liens précédents ne fonctionnent plus. Merci pour votre temps.`,
    },
    client: {
      subject: (facts) => `Plus nécessaire : entretien avec ${facts.candidate}, ${facts.job}`,
      heading: () => 'Nous ne cherchons plus de créneau',
      opening: (facts) =>
        `L’entretien avec ${facts.candidate} n’est plus à organiser. Vous n’avez plus rien à faire, et les liens précédents ne fonctionnent plus. Merci pour votre temps.`,
    },
    recruiter: {
      subject: (facts) => `Plus nécessaire : entretien avec ${facts.candidate}, ${facts.job}`,
      heading: () => 'Nous ne cherchons plus de créneau',
      opening: (facts) => `L’entretien avec ${facts.candidate} n’est plus à organiser.`,
    },
  },
  needsYou: forAll({
    subject: (facts) => `Parley a besoin de vous : ${facts.candidate}, ${role(facts)}`,
    heading: () => 'Une décision vous attend',
    opening: () =>
      'Pendant votre absence, Parley est arrivé à un point où il faut une décision humaine. Ouvrez la conversation pour la prendre.',
  }),
  enteredForYou: forAll({
    subject: (facts) => `Nous avons noté vos disponibilités : ${role(facts)}`,
    heading: () => 'Nous avons noté ces disponibilités pour vous',
    opening: (facts) =>
      `${facts.recruiter} a saisi ces disponibilités en votre nom. Si elles sont exactes, vous n’avez rien à faire. Sinon, merci de les modifier.`,
  }),
  renewedLink: forAll({
    subject: (facts) => `Votre nouveau lien : ${role(facts)}`,
    heading: () => 'Voici votre nouveau lien',
    opening: () =>
      'Vous avez demandé un nouveau lien, car le précédent avait expiré. Celui-ci vous conduit à la même page.',
  }),
  readBack: forAll({
    subject: (facts) => `Est-ce exact ? Entretien, ${role(facts)}`,
    heading: () => 'Vous avons-nous bien compris ?',
    opening: () =>
      'Merci pour votre e-mail. Un programme l’a lu, et voici ce qu’il a compris. Rien n’est noté tant que vous n’avez pas dit que c’est exact.',
  }),
  notUnderstood: forAll({
    subject: (facts) => `Votre réponse : entretien, ${role(facts)}`,
    heading: () => 'Merci de nous l’indiquer sur la page',
    opening: (facts) => `Merci pour votre e-mail. ${facts.recruiter} peut le lire, mais rien n’a encore été noté.`,
  }),
  passedOn: forAll({
    subject: (facts) => `Nous avons reçu votre e-mail : entretien, ${role(facts)}`,
    heading: (facts) => `Votre e-mail est transmis à ${facts.recruiter}`,
    opening: (facts) =>
      `Merci pour votre e-mail. Nous l’avons transmis à ${facts.recruiter}. À lui seul, il ne modifie rien ; ce que vous pouvez modifier se trouve sur votre page.`,
  }),
  invitation: {
    candidate: {
      subject: (facts) => `Entretien confirmé : ${role(facts)}`,
      heading: () => 'Votre entretien est confirmé',
      opening: (facts) => `Tout le monde est d’accord : vous rencontrez ${facts.company} à ce moment.`,
    },
    client: {
      subject: (facts) => `Entretien confirmé : ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Votre entretien avec ${facts.candidate} est confirmé`,
      opening: (facts) => `Tout le monde est d’accord : vous rencontrez ${facts.candidate} à ce moment.`,
    },
    recruiter: {
      subject: (facts) => `Entretien confirmé : ${facts.candidate}, ${role(facts)}`,
      heading: (facts) => `L’entretien avec ${facts.candidate} est confirmé`,
      opening: (facts) => `${facts.candidate} et ${facts.company} sont d’accord sur ce créneau.`,
    },
  },
  change: {
    candidate: {
      subject: (facts) => `Entretien modifié : ${role(facts)}`,
      heading: () => 'Votre entretien a été modifié',
      opening: (facts) =>
        `Les détails de votre entretien avec ${facts.company} ont changé. Seuls ceux-ci font foi désormais.`,
    },
    client: {
      subject: (facts) => `Entretien modifié : ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Votre entretien avec ${facts.candidate} a été modifié`,
      opening: (facts) =>
        `Les détails de l’entretien avec ${facts.candidate} ont changé. Seuls ceux-ci font foi désormais.`,
    },
    recruiter: {
      subject: (facts) => `Entretien modifié : ${facts.candidate}, ${role(facts)}`,
      heading: (facts) => `L’entretien avec ${facts.candidate} a été modifié`,
      opening: (facts) => `Les détails de l’entretien entre ${facts.candidate} et ${facts.company} ont changé.`,
    },
  },
  cancellation: {
    candidate: {
      subject: (facts) => `Entretien annulé : ${role(facts)}`,
      heading: () => 'Votre entretien est annulé',
      opening: (facts) =>
        `L’entretien avec ${facts.company} n’aura pas lieu à ce moment. Nous vous prions de nous excuser pour ce changement.`,
    },
    client: {
      subject: (facts) => `Entretien annulé : ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Votre entretien avec ${facts.candidate} est annulé`,
      opening: (facts) =>
        `L’entretien avec ${facts.candidate} n’aura pas lieu à ce moment. Nous vous prions de nous excuser pour ce changement.`,
    },
    recruiter: {
      subject: (facts) => `Entretien annulé : ${facts.candidate}, ${role(facts)}`,
      heading: (facts) => `L’entretien avec ${facts.candidate} est annulé`,
      opening: (facts) => `${facts.candidate} et ${facts.company} ne se rencontrent pas à ce moment.`,
    },
  },
  changed: {
    candidate: {
      subject: (facts) => `Modification : entretien, ${role(facts)}`,
      heading: () => 'Votre entretien a changé sur un point',
      opening: (facts) =>
        `Les conditions de l’entretien avec ${facts.company} ont changé ; voici ce qui est prévu maintenant. Merci de vérifier si vos disponibilités conviennent toujours.`,
    },
    client: {
      subject: (facts) => `Modification : entretien avec ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `L’entretien avec ${facts.candidate} a changé sur un point`,
      opening: (facts) =>
        `Les conditions de l’entretien avec ${facts.candidate} ont changé ; voici ce qui est prévu maintenant. Merci de vérifier si vos disponibilités conviennent toujours.`,
    },
    recruiter: {
      subject: (facts) => `Modification : entretien avec ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `L’entretien avec ${facts.candidate} a changé sur un point`,
      opening: (facts) => `Les conditions de l’entretien avec ${facts.candidate} ont changé.`,
    },
  },
  released: {
    candidate: {
      subject: (facts) => `Votre participation n’est plus nécessaire : entretien, ${role(facts)}`,
      heading: () => 'Vous n’avez pas besoin de participer',
      opening: (facts) => `L’entretien avec ${facts.company} se poursuit sans vous. Vous n’avez plus rien à faire.`,
    },
    client: {
      subject: (facts) => `Votre participation n’est plus nécessaire : entretien avec ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `L’entretien avec ${facts.candidate} se poursuit sans vous`,
      opening: (facts) =>
        `Nous vous avions écrit au sujet de l’entretien avec ${facts.candidate}. Il est désormais organisé avec une autre personne : vous n’avez plus rien à faire. Merci.`,
    },
    recruiter: {
      subject: (facts) => `Votre participation n’est plus nécessaire : ${facts.candidate}, ${facts.job}`,
      heading: () => 'Vous n’avez pas besoin de participer',
      opening: (facts) => `L’entretien avec ${facts.candidate} se poursuit sans vous.`,
    },
  },
  late: {
    candidate: {
      subject: (facts) => `Début retardé : entretien, ${role(facts)}`,
      heading: () => 'Votre entretien commencera un peu plus tard',
      opening: () =>
        'Présentez-vous comme prévu et patientez un peu, s’il vous plaît. Rien d’autre ne change et vous n’avez rien à faire.',
    },
    client: {
      subject: (facts) => `Début retardé : entretien avec ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `L’entretien avec ${facts.candidate} commencera un peu plus tard`,
      opening: () =>
        'Présentez-vous comme prévu et patientez un peu, s’il vous plaît. Rien d’autre ne change et vous n’avez rien à faire.',
    },
    recruiter: {
      subject: (facts) => `Début retardé : ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `L’entretien avec ${facts.candidate} commencera un peu plus tard`,
      opening: () => 'Rien d’autre ne change.',
    },
  },
  feedback: {
    candidate: {
      subject: (facts) => `Comment s’est passé votre entretien, ${role(facts)} ?`,
      heading: (facts) => `Comment s’est passé l’entretien avec ${facts.company} ?`,
      opening: (facts) =>
        `Vous avez rencontré ${facts.company}. Comment cela s’est-il passé ? Quelques mots suffisent : répondez simplement à cet e-mail.`,
    },
    client: {
      subject: (facts) => `Votre avis, s’il vous plaît : ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Comment s’est passé l’entretien avec ${facts.candidate} ?`,
      opening: (facts) =>
        `Vous avez rencontré ${facts.candidate} pour le poste « ${facts.job} ». Quelle est votre impression, et devons-nous poursuivre ? Quelques mots suffisent : répondez simplement à cet e-mail.`,
    },
    recruiter: {
      subject: (facts) => `Votre avis, s’il vous plaît : ${facts.candidate}, ${facts.job}`,
      heading: (facts) => `Comment s’est passé l’entretien avec ${facts.candidate} ?`,
      opening: (facts) =>
        `Vous avez rencontré ${facts.candidate}. Quelle est votre impression ? Répondez simplement à cet e-mail.`,
    },
  },
}
