import type { LegalWords } from '../legalWords.ts'

export const frenchLegal: LegalWords = {
  link: { privacy: 'Confidentialité', terms: 'Conditions' },
  privacy: {
    heading: 'Ce qui est conservé à votre sujet',
    intro:
      'L’agence ou l’entreprise qui vous a écrit organise ses entretiens avec ce logiciel, Parley. C’est elle qui décide de vos données et qui répond à vos questions.',
    sections: {
      kept: {
        heading: 'Ce qui est conservé',
        text: 'Votre nom, votre adresse e-mail et votre numéro de téléphone, votre fuseau horaire et votre langue. Ce que vous nous dites ici ou par e-mail : créneaux, remarques, motifs, un oui ou un non. Les e-mails envoyés et les réponses reçues. L’entretien lui-même : quand, comment et avec qui. Et pour chaque étape, sa date et son origine.',
      },
      seen: {
        heading: 'Qui le voit',
        text: 'L’équipe de recrutement et les collègues qui participent. L’entreprise cliente apprend votre nom, l’heure convenue et, si l’agence en conserve un, trouve un lien vers votre CV ; ni votre adresse e-mail, ni votre numéro de téléphone, ni les créneaux que vous avez cochés.',
      },
      passedOn: {
        heading: 'Où cela passe',
        text: 'Par les services de messagerie, de discussion et d’agenda que l’agence utilise. Si l’agence a mis en place un modèle de langage, une réponse par e-mail difficile à lire peut lui être envoyée pour y trouver les créneaux. Rien n’est vendu.',
      },
      howLong: {
        heading: 'Combien de temps',
        text: (days) =>
          `Ce logiciel n’efface rien de lui-même : vos données restent jusqu’à ce que l’agence les efface. Le lien personnel d’un e-mail est valable ${days} ; ensuite, il en propose un nouveau.`,
      },
      pages: {
        heading: 'Ce que font ces pages',
        text: 'Elles ne posent pas de cookies, ne suivent personne, ne chargent rien d’ailleurs et demandent aux moteurs de recherche de ne pas les répertorier. Quand un lien est faux, l’adresse réseau d’où il a été ouvert est comptée pendant une minute, pour que personne ne puisse deviner de liens.',
      },
      rights: {
        heading: 'Ce que vous pouvez demander',
        text: 'Pour voir vos données, les faire corriger ou effacer, écrivez à la personne dont l’adresse figure dans votre e-mail. Vous pouvez aussi vous adresser à votre autorité de protection des données.',
      },
    },
  },
  terms: {
    heading: 'À quoi servent ces pages',
    intro: 'Elles sont gratuites et ne demandent pas de compte.',
    sections: {
      use: {
        heading: 'Ce que vous pouvez faire',
        text: 'Proposer des créneaux, en choisir ou en approuver un, et déplacer, annuler ou refuser un entretien.',
      },
      link: {
        heading: 'Votre lien',
        text: 'Il n’est qu’à vous : quiconque l’a peut répondre à votre place. Ne le transmettez pas, s’il vous plaît.',
      },
      answer: {
        heading: 'Ce que vaut une réponse',
        text: 'Ce que vous envoyez va à l’agence ou à l’entreprise qui vous a écrit, comme si vous le lui aviez dit. Une heure convenue est un rendez-vous, et non une offre d’emploi.',
      },
      people: {
        heading: 'Un programme organise, des personnes décident',
        text: 'Un programme recueille les créneaux et envoie des e-mails. Ce sont des personnes qui décident des embauches. Si vous préférez parler à quelqu’un, répondez à votre e-mail ou appelez.',
      },
      failing: {
        heading: 'Si quelque chose ne marche pas',
        text: 'Ces pages peuvent être inaccessibles un moment. Répondez alors à votre e-mail : cela compte tout autant.',
      },
    },
  },
}
