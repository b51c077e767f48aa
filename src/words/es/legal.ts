import type { LegalWords } from '../legalWords.ts'

export const spanishLegal: LegalWords = {
  link: { privacy: 'Privacidad', terms: 'Condiciones' },
  privacy: {
    heading: 'Qué se guarda sobre usted',
    intro:
      'La agencia o empresa que le ha escrito organiza entrevistas con este programa, Parley. Ella decide qué se hace con sus datos y responde a sus preguntas.',
    sections: {
      kept: {
        heading: 'Qué se guarda',
        text: 'Su nombre, su correo electrónico y su teléfono, su zona horaria y su idioma. Lo que nos dice aquí o por correo: horarios, notas, motivos, un sí o un no. Los correos enviados y las respuestas recibidas. La propia entrevista: cuándo, cómo y con quién. Y de cada paso, cuándo se dio y de quién vino.',
      },
      seen: {
        heading: 'Quién lo ve',
        text: 'El equipo de selección y quienes participan por parte de la agencia. La empresa cliente conoce su nombre, la hora acordada y, si la agencia lo guarda, encuentra un enlace a su currículum; no su correo, su teléfono ni los horarios que marcó.',
      },
      passedOn: {
        heading: 'Por dónde pasa',
        text: 'Por los servicios de correo, chat y calendario que usa la agencia. Si la agencia ha configurado un modelo de lenguaje, una respuesta por correo difícil de leer puede enviarse a ese modelo para encontrar en ella los horarios. No se vende nada.',
      },
      howLong: {
        heading: 'Cuánto tiempo',
        text: (days) =>
          `Este programa no borra nada por sí solo: sus datos permanecen hasta que la agencia los borre. El enlace personal de un correo funciona ${days}; después ofrece uno nuevo.`,
      },
      pages: {
        heading: 'Qué hacen estas páginas',
        text: 'No usan cookies, no siguen a nadie, no cargan nada de otros sitios y piden a los buscadores que no las incluyan. Cuando un enlace es incorrecto, la dirección de red desde la que se abrió se cuenta durante un minuto, para que nadie pueda adivinar enlaces.',
      },
      rights: {
        heading: 'Qué puede pedir',
        text: 'Para ver sus datos, o para que se corrijan o se borren, escriba a la persona cuya dirección figura en su correo. También puede acudir a su autoridad de protección de datos.',
      },
    },
  },
  terms: {
    heading: 'Para qué son estas páginas',
    intro: 'No cuestan nada y no requieren una cuenta.',
    sections: {
      use: {
        heading: 'Qué puede hacer',
        text: 'Ofrecer horarios, elegir o aprobar uno, y mover, cancelar o rechazar una entrevista.',
      },
      link: {
        heading: 'Su enlace',
        text: 'Es solo suyo: quien lo tenga puede responder por usted. No lo comparta, por favor.',
      },
      answer: {
        heading: 'Qué significa una respuesta',
        text: 'Lo que envía llega a la agencia o empresa que le ha escrito, como si se lo hubiera dicho. Una hora acordada es una cita, no una oferta de empleo.',
      },
      people: {
        heading: 'Un programa organiza, las personas deciden',
        text: 'Un programa reúne horarios y envía correos. Las personas deciden a quién se contrata. Si prefiere hablar con alguien, responda a su correo o llame.',
      },
      failing: {
        heading: 'Si algo no funciona',
        text: 'Puede que estas páginas no estén disponibles durante un rato. Entonces responda a su correo: cuenta igual.',
      },
    },
  },
}
