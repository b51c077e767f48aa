import { counted } from '../../counted.ts'
import type { NewsWords } from '../../replyWords.ts'

const verb = (count: number, one: string, several: string) => (count === 1 ? one : several)

export const spanishNews: NewsWords = {
  declined: (name) => `${name} ha dicho que no, sin dar un motivo.`,
  declinedBecause: (name, cause) => `${name} ha dicho que no: «${cause}».`,
  waitsForYou: (about) => `${about} queda pendiente de usted: la tarjeta de arriba muestra qué puede hacer.`,
  goesOn: (about) => `${about} sigue con los demás contactos.`,
  noCommonTime: (name, title) => `Ningún horario común para ${name}, ${title}.`,
  onlyAllowed: (times) => `Usted solo ha permitido ${times}; «any time» quita ese límite.`,
  reasons: {
    wishes: (name) => `${name} ha pedido otro horario.`,
    newTime: 'Hace falta un nuevo horario.',
    withoutYou: 'La entrevista se celebra sin usted.',
  },
  remedy: {
    moreTimes: (name) => `Se piden otros horarios a ${name}.`,
    standInAsked: (name, others) => `Se piden horarios a ${name}: basta con ${name} o bien ${others}.`,
    standIn: (name, others) => `Basta con ${name} o bien ${others}.`,
    without: (names) => `Ya no hace falta que esté ${names}.`,
    hours: (from, to) => `La entrevista puede ser ahora de ${from} a ${to}.`,
    noNotice: 'Ya no hace falta antelación.',
    notice: (count) => `Ahora ${counted('es', count, { one: 'basta # hora', other: 'bastan # horas' })} de antelación.`,
    laterEnd: (day) => `El último día posible es ahora el ${day}.`,
    shorter: (count) => `Ahora dura ${counted('es', count, { one: '# minuto', other: '# minutos' })}.`,
    lookingAgain: 'Busco horarios de nuevo; la tarjeta muestra el resultado.',
    somebody: 'alguien',
  },
  reminders: {
    stopped: (name, about) =>
      `${name} no quiere recordatorios sobre ${about}. No envío más; la solicitud sigue, y una llamada puede ayudar.`,
    stoppedPhone: (name, about, number) =>
      `${name} no quiere recordatorios sobre ${about}. No envío más; la solicitud sigue, y una llamada puede ayudar (${number}).`,
    resume: 'Volver a recordar',
  },
  links: {
    renewed: (name, when) =>
      `${name} no ha respondido, y el enlace del correo caduca: ${when}. Envío uno nuevo; solo ocurre una vez por sí mismo.`,
    expires: (name, person, title, when) =>
      `${name} no ha respondido por ${person}, ${title}, y el enlace renovado caduca: ${when}. Le toca a usted: una llamada puede ayudar.`,
    expiresPhone: (name, person, title, when, number) =>
      `${name} no ha respondido por ${person}, ${title}, y el enlace renovado caduca: ${when}. Le toca a usted: una llamada puede ayudar (${number}).`,
    soon: 'pronto',
    fresh: (name) => `Enlace nuevo para ${name}`,
    cancel: 'Cancelar la solicitud',
    cancelConfirm: 'Se avisa de que termina a quienes recibieron la pregunta.',
  },
  passed: (name, keep) =>
    `La entrevista de ${name} iba a cambiarse, pero su hora ya ha pasado. «${keep}», en la tarjeta, indica que se celebró; si no, aplácela o cancélela allí.`,
  outage: {
    gap: (from, to) => `No estuve en marcha del ${from} al ${to}.`,
    late: (count) =>
      `${counted('es', count, { one: '# paso cayó', other: '# pasos cayeron' })} en ese tiempo; lo que aún tiene sentido se hace ahora.`,
    nothingLate: 'Nada de lo que había que enviar cayó en ese tiempo.',
    skipped: (count) =>
      `${counted('es', count, { one: '# recordatorio llegaba demasiado tarde y se omitió', other: '# recordatorios llegaban demasiado tarde y se omitieron' })}.`,
    briefing: 'El resumen de ese tiempo se omitió.',
  },
  steps: {
    failed: (step, cause) => `${step}: ha fallado. ${cause}`,
    unknown: (step, cause) => `${step}: ${cause} Pulse para enviarlo de nuevo si no ha llegado.`,
    stopped: 'El envío de este correo se interrumpió, así que puede haber salido o no.',
    tryAgain: 'Intentarlo de nuevo',
    what: {
      mail: 'Un correo',
      cancellation: 'Una cancelación',
      invitation: 'Una invitación',
      atsInterview: 'Registrar la entrevista en el ATS',
      atsStage: 'Cambiar la fase en el ATS',
      atsLog: 'Escribir en el registro del ATS',
      chat: 'Un mensaje del chat',
      briefing: 'Un resumen',
    },
  },
  mails: {
    noAddress: 'Alguien sin dirección',
    severalWriters: 'Un correo de varios remitentes',
    automatic: (name, about) => `${name}: una respuesta automática sobre ${about}. No he hecho nada con ella.`,
    stranger: (who, name, about) =>
      `${who} ha escrito a la dirección de ${name} para ${about} y no forma parte de la solicitud. No he hecho nada con ello.`,
    unproven: (name, address, about) =>
      `Un correo sobre ${about} dice venir de ${name} (${address}), pero nuestro servidor ha visto que no es así (DMARC). No he hecho nada con él. Pregunte a ${name}.`,
    unread: (name, about, cause) =>
      `${name} ha escrito sobre ${about}, pero no he podido leer el correo: ${cause}. Pídalo de nuevo, sin adjuntos.`,
    trouble: {
      tooBig: 'ocupa más de 10 MB',
      tooManyParts: 'tiene más de 100 partes',
      unreadable: 'no está construido como un correo',
    },
    shown: (name, about) => `${name} ha escrito sobre ${about}. Solo lo muestro.`,
    wrote: (name, about) => `${name} ha escrito sobre ${about}.`,
    notAnswered: 'No he respondido: sería un correo de más en poco tiempo. Mírelo usted, por favor.',
    understood: {
      windows: (name) =>
        `He entendido los horarios de abajo y he pedido por correo a ${name} que los confirme; hasta entonces no se anota nada.`,
      select: (name) =>
        `He entendido una elección entre los horarios de abajo y he pedido por correo a ${name} que la confirme.`,
      decline: (name) => `He entendido que ${name} no puede participar, y he pedido por correo que lo confirme.`,
      unclear: (name) => `No se ha anotado nada; he respondido a ${name} con el enlace a la página.`,
      passedOn: (name) =>
        `No he hecho nada con ello, y he respondido que usted lo ve y cómo puede ${name} hacer cambios.`,
    },
    serverTrouble: (name, address, about) =>
      `Un servidor de correo informa de un problema con un correo a ${name} (${address}) sobre ${about}.`,
    cameBack: (name, address, about, advice) => `El correo a ${name} (${address}) sobre ${about} ha vuelto. ${advice}`,
    serverSaid: (cause) => `Respuesta del servidor: ${cause}`,
    advice: {
      address: 'La dirección no existe. Pida la correcta y corrija la ficha.',
      mailbox: 'El buzón no acepta correo, porque está lleno o desactivado. Escriba por otra vía o llame.',
      network: 'No se pudo entregar durante mucho tiempo y ya no se intenta.',
      policy:
        'El destinatario rechaza nuestros correos. Escriba por otra vía o llame, y pida que se revise nuestro correo.',
      other: 'Compruebe la dirección, escriba por otra vía o llame.',
    },
  },
  calendars: {
    stranger: (who, about) =>
      `${who} ha respondido a una invitación a ${about} que no era para esa dirección. No he hecho nada con ello.`,
    unproven: (about, name) =>
      `Una respuesta a la invitación a ${about} dice venir de ${name}, pero nuestro servidor ha visto que no es así (DMARC). No he hecho nada con ella. Pregunte a ${name}.`,
    answers: {
      accepted: (name, event) => `${name} ha aceptado la invitación: ${event}.`,
      declined: (name, event) =>
        `${name} ha rechazado la invitación en el calendario. La entrevista sigue en pie: ${event}.`,
      tentative: (name, event) => `${name} quizá acuda, pero no lo ha confirmado: ${event}.`,
      delegated: (name, event) => `${name} quiere enviar a otra persona. La entrevista sigue como se acordó: ${event}.`,
      open: (name, event) => `${name} aún no ha decidido: ${event}.`,
    },
    counter: (name, when, event) =>
      `${name} prefiere ${when} en lugar de lo acordado: ${event}. Aún no ha cambiado nada.`,
    counterUnclear: (name, event) =>
      `${name} prefiere otro horario que el acordado: ${event}. Su calendario no dice con claridad cuál. Aún no ha cambiado nada.`,
    cancelInterview: 'Cancelar la entrevista',
    askOthers: 'Preguntar a los demás por este horario',
    askOthersConfirm: (name) =>
      `Se piden horarios nuevos a todas las partes, y este queda anotado para ${name}. La entrevista sigue en pie hasta que se acuerde uno nuevo.`,
  },
  panel: {
    cannotCome: (name, about, job, when) =>
      `${name} no puede acudir a ${about} (${job}): ${when}. ¿Puede usted ocupar su lugar?`,
    calendarUnread: 'No puedo leer su calendario, así que no sé si está libre a esa hora.',
    takeSeat: 'Voy yo',
    passSeat: 'No puedo',
    told: (name, about, when) => `${name} no puede acudir a ${about}, ${when}.`,
    toldBecause: (name, about, when, cause) => `${name} no puede acudir a ${about}, ${when}: «${cause}».`,
    nobodyElse: 'No he encontrado a nadie más del puesto que pudiera. La entrevista sigue en pie.',
    askedAlready: (names, count) =>
      `${names} ya ${verb(count, 'ha recibido', 'han recibido')} la pregunta. La entrevista sigue en pie hasta que alguien ocupe el lugar.`,
    asked: (names) => `He pedido a ${names} que ocupe el lugar. La entrevista sigue en pie hasta que alguien lo haga.`,
    takesSeat: (name, other, about) =>
      `${name} ocupa el lugar de ${other} en ${about}. Todas las partes reciben el cambio en la misma cita del calendario.`,
    thanks: 'Gracias por avisar.',
    passed: (name, about) => `${name} no puede ocupar el lugar en ${about}.`,
    late: (name, late, about, when) => `${name} llegará unos ${late} minutos tarde a ${about}, ${when}.`,
    lateNote: (name, late, about, when, remark) =>
      `${name} llegará unos ${late} minutos tarde a ${about}, ${when}: «${remark}»`,
    tell: (name) => `Avisar a ${name}`,
    reach: (name) => `O llamar a ${name}`,
    mailed: (names) => `He escrito a ${names}.`,
    mailedEnough: (names) =>
      `${names} ya ha recibido tres correos sobre retrasos de esta entrevista, así que no he enviado otro. Llame, por favor.`,
    toldOne: (name) => `He avisado a ${name}.`,
    toldAll: (name) => `He avisado a ${name} y al resto del equipo.`,
    delegated: (name, about, other) => `${name} ha pasado ${about} a ${other}, que recibe ahora la pregunta.`,
  },
}
