import { counted } from '../../counted.ts'
import type { ErrandWords } from '../../replyWords.ts'

const verb = (count: number, one: string, several: string) => (count === 1 ? one : several)

export const spanishErrands: ErrandWords = {
  nudge: {
    done: (names, title) => `Recordatorio enviado a ${names} sobre ${title}. Lleva un enlace nuevo.`,
    answered: (names, others) =>
      `Ahora mismo no se espera respuesta de ${names}, así que no he recordado nada a nadie. Espero a ${others}.`,
    button: (names) => `Recordar a ${names}`,
    nobody: (name) => `Ahora mismo nadie tiene que responder por ${name}, así que no he recordado nada a nadie.`,
    tooSoon: 'El último recordatorio es de hace menos de una hora, así que no he vuelto a escribir.',
    oneStopped: (name) => `${name} no quiere recordatorios, así que no he escrito a ${name}. Usted decide.`,
    stopped: (names) => `${names} no quieren recordatorios, así que no les he escrito. Usted decide.`,
  },
  ask: {
    nobody: (written) =>
      `No tengo ninguna solicitud abierta para «${written}», así que no he preguntado a nadie. «status» muestra lo que está abierto.`,
    opens: (name) =>
      `Aún no hay ninguna entrevista de ${name} en preparación. Para pedir horarios hay que decir para qué, así que abro una solicitud y pregunto primero a ${name}:`,
    agreed: (about) => `El horario de ${about} está acordado. Pedir otros horarios significa cambiarlo. ¿Lo hago?`,
    agreedAt: (about, when) =>
      `El horario de ${about} está acordado: ${when}. Pedir otros horarios significa cambiarlo. ¿Lo hago?`,
    fitsNobody: (about) => `En ${about} nadie encaja con estas palabras, así que no he preguntado a nadie.`,
    inChat: (names, count) =>
      `${names} ${verb(count, 'recibió', 'recibieron')} la pregunta en el chat, y espero la respuesta.`,
    goesOut: (names, when) => `La pregunta a ${names} sale sola: ${when}.`,
    haveGiven: (names, count) => `${names} ya ${verb(count, 'ha dado', 'han dado')} horarios.`,
    declined: (names) => `Rechazo: ${names}.`,
    laterTurn: (names) => `Se preguntaría después de la otra parte a ${names}.`,
    calendarRead: (names) => `Leo el calendario de ${names}, así que no hace falta preguntar.`,
    askNow: (names) => `Pedir horarios a ${names} ahora`,
    askOthers: (names) => `Pedir otros horarios a ${names}`,
    shallI: (names, about) => `He entendido: pedir horarios a ${names} para ${about}. ¿Lo hago?`,
  },
  link: {
    closed: (title) => `${title} está cerrada; sus enlaces solo llevan a una página de cierre. No he creado ninguno.`,
    nobody: 'En esta solicitud nadie tiene aún página propia, así que no hay enlace que pasar.',
    one: (name, title) => `Un enlace para ${name}, ${title}, está a un clic.`,
    whose: '¿De quién es el enlace que quiere pasar?',
    goesOn: 'Los enlaces ya enviados siguen valiendo. «Enlace nuevo», en la tarjeta, los anula todos.',
    inChat: (names, count) =>
      `${names} ${verb(count, 'responde aquí, en el chat, y no tiene', 'responden aquí, en el chat, y no tienen')} página, así que no hay enlace que pasar.`,
    notAsked: (names, count) =>
      `${names} aún no ${verb(count, 'ha recibido', 'han recibido')} la pregunta, así que no hay enlace que pasar.`,
    join: (url) => `A la entrevista se entra por aquí: ${url}`,
    shown: (name, url, days) =>
      `Un enlace para copiar, de ${name}, que se muestra solo esta vez: ${url} Quien lo tenga puede responder como ${name}. Caduca a los ${days} días.`,
  },
  times: {
    nobodyWaits: (written, times) =>
      `He entendido que «${written}» puede ${times}, pero ninguna solicitud abierta lo espera, así que no he introducido nada.`,
    understood: (written) => `He entendido estos horarios para ${written}:`,
    copy: 'Recibe una copia por correo y puede cambiarlos hasta que se acuerde un horario.',
    enter: (name, person, job) => `Introducir para ${name} (${person}, ${job})`,
    ownNotWanted: 'Aquí nadie espera horarios suyos, así que no he introducido nada.',
    own: (name) => `He entendido estos horarios suyos para reunirse con ${name}:`,
    send: 'Enviar estos horarios',
    entered: (name) => `Introducido para ${name}:`,
    them: 'esta persona',
    noted: 'Anotado, gracias. He entendido:',
    changeable: 'Se puede cambiar en la tarjeta hasta que se acuerde un horario.',
  },
  slots: {
    nothingKnown: (names) =>
      `Aún no conozco horarios de ${names}, así que cualquiera sería una suposición. No se ha preguntado a nadie.`,
    basis: (names, others, count) =>
      `solo ${names}; no se ${verb(count, 'conoce, así que no cuenta como libre', 'conocen, así que no cuentan como libres')}: ${others}`,
    notIn: (written) => `«${written}» no participa en esta solicitud, así que no he mirado.`,
    nothingFits: (about, basis) => `Por ahora no encaja nada para ${about} (según ${basis}).`,
    fit: (about, basis) =>
      `Por ahora estos horarios encajan para ${about} (según ${basis}). No se ha preguntado a nadie ni hay nada reservado.`,
  },
  stage: {
    cannotWrite: 'Parley no puede cambiar fases en este ATS, así que no se ha movido nada. Hágalo usted allí.',
    several: (written, count) =>
      `«${written}» puede ser ${counted('es', count, { one: '# fase', other: '# fases' })} de este puesto.`,
    none: (written) => `Este puesto no tiene ninguna fase llamada «${written}».`,
    whereTo: (who, stage) => `${who} está en «${stage}». ¿A cuál pasa?`,
    isThere: (who, stage) => `${who} ya está en «${stage}», así que no se ha movido nada.`,
    shallI: (who, stage, next) => `He entendido: pasar ${who} de «${stage}» a «${next}». ¿Lo hago?`,
    staysOpen: (title) => `${title} sigue abierta hasta que se cancele.`,
    button: (next) => `Pasar a ${next}`,
    moved: (who, stage, next) => `${who}: de «${stage}» a «${next}»`,
    beingWritten: (moved) => `${moved}: escribiéndose. Le aviso cuando esté en el ATS.`,
    inAts: (moved) => `${moved}, anotado en el ATS.`,
    movedByOthers: (stage) => `Otra persona ha pasado la candidatura a «${stage}», así que no he tocado la fase.`,
  },
  noShow: {
    noInterview: (about) => `${about} no tiene entrevista, así que nadie ha podido faltar.`,
    notYet: (name, when) =>
      `La entrevista de ${name} no es hasta el ${when}, así que nadie ha faltado. «cancel ${name}» la cancela.`,
    who: (title, when) => `¿Quién no acudió a ${title} el ${when}?`,
    shallI: (names, title, when) =>
      `He entendido: no acudió a ${title}, ${when}: ${names}. Lo anoto en el ATS y cierro la solicitud; no se escribe a nadie. ¿Lo hago?`,
    button: (names) => `No acudió: ${names}`,
    noted: (names) => `Anotado: no acudió a la entrevista: ${names}.`,
    happened: (names) => `No acudió a la entrevista: ${names}.`,
    closed: 'La solicitud está cerrada.',
    anotherTime: 'Buscar otro horario',
  },
  feedback: {
    noInterview: (about) => `${about} aún no tiene entrevista, así que no hay nada que preguntar.`,
    notThere: (names, name, others) =>
      `No se reunió con ${name}: ${names}. Sí lo hizo: ${others}. No se ha preguntado a nadie.`,
    shallI: (names, name, when) =>
      `He entendido: pedir a ${names} su opinión sobre ${name}, por la entrevista del ${when}. Se responde por correo. ¿Lo hago?`,
    shallILater: (names, name, when) =>
      `He entendido: pedir a ${names} su opinión sobre ${name} cuando termine la entrevista, el ${when}. Se responde por correo. ¿Lo hago?`,
    button: (names) => `Preguntar a ${names}`,
  },
  note: {
    what: (example) => `¿Qué anoto? Por ejemplo: ${example}`,
    cannotWrite: 'Parley no puede escribir en este ATS, así que no se ha anotado nada.',
    noted: (who) => `Anotado para ${who}:`,
    goesIn: (count) =>
      `Pasa al registro del ATS en ${counted('es', count, { one: '# segundo', other: '# segundos' })}; hasta entonces se puede deshacer.`,
  },
}
