import { counted } from '../counted.ts'
import type { MailWords } from '../mailWords.ts'
import { spanishTemplates } from './mailTemplates.ts'

export const spanishMails: MailWords = {
  templates: spanishTemplates,
  greeting: (name) => `Hola, ${name}:`,
  colon: ': ',
  button: {
    times: 'Indicar mi disponibilidad',
    changeTimes: 'Cambiar mi disponibilidad',
    choose: 'Elegir un horario',
    review: 'Revisar y decidir',
    look: 'Ver cómo está',
    record: 'Abrir la ficha',
    manage: 'Ver o cambiar la entrevista',
    confirm: 'Revisar y confirmar',
  },
  label: {
    position: 'Puesto',
    candidate: 'Candidatura',
    company: 'Empresa',
    with: 'Se reúne con',
    participants: 'Participan',
    title: 'Entrevista',
    duration: 'Duración',
    format: 'Modalidad',
    when: 'Cuándo',
    now: 'Nuevo horario',
    was: 'Antes',
    cancelledTime: 'Horario cancelado',
    join: 'Unirse aquí',
    number: 'Número de teléfono',
    address: 'Dirección',
    reason: 'Motivo',
    note: 'Su nota',
    days: 'Días posibles',
    answerBy: 'Responda, por favor, antes del',
    linkUntil: 'Enlace válido hasta el',
    yourTimes: 'Su disponibilidad',
    offers: 'Horarios posibles',
  },
  format: {
    video: 'Videollamada',
    phoneYouCall: (name) => `Teléfono: usted llama a ${name}`,
    phoneCallsYou: (name) => `Teléfono: ${name} le llama`,
    phoneBetween: (from, to) => `Teléfono: ${from} llama a ${to}`,
    onsite: 'Presencial',
    follows: 'Detalles por confirmar',
  },
  waitsFor: {
    otherSide: (facts) =>
      `Esperamos la disponibilidad de ${facts.side === 'candidate' ? facts.company : facts.candidate}; después buscamos un horario que convenga a todas las partes.`,
    approval: (facts) =>
      facts.side === 'candidate'
        ? `${facts.company} decide ahora sobre el horario.`
        : `Ahora esperamos la decisión sobre el horario de la entrevista con ${facts.candidate}.`,
    details: () => 'El horario está acordado. Se está concretando la modalidad; después llegará la invitación.',
  },
  late: (name, delay) => `${name} está en camino y llegará unos ${delay} tarde.`,
  ifNeedBe: 'si es necesario',
  noTimes: 'Ninguno de los días solicitados',
  allTimesIn: (zone) => `Todas las horas están en su zona horaria: ${zone}.`,
  inBrackets: (zone) => `Entre paréntesis: ${zone}.`,
  more: (count) => counted('es', count, { one: 'y # horario más', other: 'y # horarios más' }),
  count: (count, first) => `${counted('es', count, { one: '# horario', other: '# horarios' })}, el primero: ${first}`,
  until: (first, last) => `del ${first} al ${last}`,
  calendarHint: {
    REQUEST: 'La cita de calendario va con este correo. Acéptela allí, o abra el archivo adjunto.',
    CANCEL: 'Este correo también quita la cita de su calendario.',
  },
  understoodNo: 'Hemos entendido que no puede participar.',
  ifNotRight: 'Si no es correcto, puede corregirlo en la misma página o simplemente volver a escribirnos.',
  unclear: {
    words: 'Nuestro programa no ha sabido a qué horarios se refiere. Elíjalos en la página, por favor.',
    busy: 'Hemos entendido cuándo no puede. Indíquenos en la página cuándo sí, por favor.',
    none: 'Hemos entendido que ninguno de estos horarios le conviene. Ofrezca otros en la página, por favor.',
    short:
      'Los horarios que hemos entendido son demasiado cortos, demasiado próximos o quedan fuera de los días previstos. Elija otros en la página, por favor.',
  },
  orAnswer: {
    times:
      'O responda a este correo con sus propias palabras (en inglés o alemán), por ejemplo: Tuesday 2 to 4 pm, or Thursday morning.',
    choice:
      'O responda a este correo con sus propias palabras (en inglés o alemán), por ejemplo: the second one works.',
  },
  noneSuits: '¿No le conviene ninguno? En la misma página puede ofrecer otros horarios.',
  stopReminders:
    'Si prefiere no recibir más recordatorios, puede detenerlos al final de esa página. Con ello no se cancela nada.',
  privateLink: 'El enlace es solo para usted: no reenvíe este correo, por favor.',
  regards: 'Saludos cordiales',
  assistant: (agency) => `Este correo lo ha enviado un asistente de software de ${agency}.`,
  human: (recruiter, phone) =>
    `Para hablar con una persona, responda a este correo: ${recruiter} lee la respuesta${phone ? `. O llame al ${phone}` : ''}.`,
  humanAfterProgram: (recruiter, email, phone) =>
    `Puede responder a este correo: primero lo lee un programa y también lo ve ${recruiter}. Para hablar directamente con una persona, escriba a ${email}${phone ? ` o llame al ${phone}` : ''}.`,
  addressHint: 'Si el botón no funciona, abra esta dirección:',
}
