## Avisos

flag-word = Aviso
flag-add = Poner un aviso
flag-title = { $count ->
    [one] Poner un aviso en este expediente
   *[other] Poner un aviso en { $count } expedientes
}
flag-note = Un aviso pide a quien lleva el expediente que mire algo. Se queda hasta que alguien dice qué se hizo.
flag-reason = ¿Por qué?
flag-on = ¿Para cuándo?
flag-on-note = Puede quedar en blanco. Con un día, el aviso figura en la lista de trabajo.
flag-put = { $count ->
    [one] El aviso está puesto.
   *[other] { $count } avisos están puestos.
}
flag-left = { $count ->
    [one] Un expediente solo se puede leer aquí y no lleva aviso.
   *[other] { $count } expedientes solo se pueden leer aquí y no llevan aviso.
}
flag-count = { $count ->
    [one] 1 aviso
   *[other] { $count } avisos
}
flag-resolve = Resolver
flag-resolve-title = Resolver el aviso
flag-what-done = ¿Qué se hizo?
flag-what-done-note = Queda en el historial del expediente.
flag-resolved = El aviso está resuelto.
flag-is-resolved = Resuelto
flag-by = Puesto por { $name } el { $date }
flag-done-by = Resuelto por { $name } el { $date }
flag-no-day = Sin día
flags-title = Avisos
flags-note = Avisos abiertos de los expedientes a tu alcance, los más próximos primero. Una fila abre el expediente; allí dice de qué se trata.
flags-since = Puesto
flags-empty = No hay avisos
flags-empty-text = Un aviso puesto en un expediente figura aquí hasta que se resuelve.
flags-none-here = No hay ningún aviso en este expediente.
home-flags = Avisos
clock-flag = Aviso
log-flagged = Aviso puesto
log-flag-resolved = Aviso resuelto

## Notas

notes-title = Notas
notes-note = Una nota lleva su día y tu nombre, y después no se puede cambiar.
notes-none-here = Todavía no hay notas.
note-add = Añadir una nota
note-keep = Guardar la nota
note-subject = ¿Sobre qué? (unas palabras)
note-text = Nota
note-by = { $name }, { $date }
log-note-added = Nota añadida
beside-title = Avisos y notas
beside-save-first = Guarda primero: después se pueden añadir avisos y notas aquí.

## Alertas

alerts-title = Alertas
alerts-note = Lo que otras personas hicieron en expedientes de los que eres responsable. Aparta lo que ya has visto.
alerts-day = Día
alerts-here = Otras personas hicieron esto en tu expediente:
alerts-put-away = Visto
alerts-put-all-away = Todo visto
alerts-empty = No hay alertas
alerts-empty-text = Cuando otra persona cambia lo que tu oficina vigila, responde a una solicitud o escribe una nota en tus expedientes, figura aquí.
alert-line = { $date }: { $what } ({ $name })
alert-changed = Se cambiaron respuestas
alert-approved = Se aprobó un formulario
alert-sent-back = Se devolvió un formulario
alert-flag = Se puso un aviso
alert-note = Se añadió una nota
alert-incident = Se añadió un incidente
home-alerts = Alertas
log-alerts-seen = Alertas apartadas
column-type = Tipo
shape-setting-alerts = Alertas
shape-alerts-note = Quien es responsable de un expediente lo ve en su primera página cuando otra persona cambia una de estas respuestas.
shape-alerts-fields = Respuestas vigiladas
configuration-setting-alerts = { $place }: se nombra un campo que ningún formulario pregunta, o uno dos veces.

## Lo que el programa guarda junto a los formularios, como lo llama el historial

own-flags = Aviso
own-flags-reason = Aviso: por qué
own-flags-on = Aviso: para cuándo
own-flags-raised-on = Aviso: puesto el
own-flags-raised-by = Aviso: puesto por
own-flags-resolved-on = Aviso: resuelto el
own-flags-resolved-by = Aviso: resuelto por
own-flags-words = Aviso: qué se hizo
own-notes = Nota
own-notes-on = Nota: día
own-notes-by = Nota: por
own-notes-subject = Nota: sobre
own-notes-text = Nota

## Risk level

risk-changed = El nivel de riesgo es ahora «{ $level }». Próximo: { $what }, { $date }.
risk-changed-before = El nivel de riesgo es ahora «{ $level }». Próximo: { $what }, { $date } (antes: { $before }).

## Lo que queda cubierto

log-name-protected = Nombre oculto
log-name-unprotected = Nombre visible de nuevo
log-uncovered = Parte cubierta mostrada
own-name-protected = Nombre oculto
name-covered = Nombre oculto
covered-title = Cubierto hasta que lo pidas. Lo que muestras queda en el registro de actividad.
covered-name = El nombre
covered-assessment-sensitive = Presunto agresor y lugar
covered-caafag = Fuerzas y grupos armados
covered-account = Relato del incidente
covered-show = Mostrar: { $part }
covered-edit = Para editar hay que mostrar todo lo cubierto. Queda en el registro de actividad.
covered-edit-go = Mostrar y editar
protect-name = Ocultar el nombre
protect-name-off = Dejar de ocultar el nombre
protect-name-note = El nombre no aparece en ningún sitio, en ninguna lista, búsqueda, impresión ni hoja de cálculo, y no sale en ninguna copia sellada, hasta que alguien lo pide aquí. Quién lo pide queda en el registro de actividad.
protect-name-done = El nombre está oculto.
protect-name-undone = El nombre ya no está oculto.

## Cases that belong together, the calendar

log-more-parts = partes: { $value }
log-cases-related = Casos relacionados
log-cases-unrelated = Relación entre casos retirada
log-calendar-saved = Archivo de calendario escrito
log-incident-added = Incidente añadido a un caso
related-title = Va junto con
relate-add = Relacionar con otro caso
relate-which = ¿Qué caso? (nombre o código)
relate-kind = ¿Qué es el otro para este menor?
relate-note = Algo que decir (opcional)
relate-go = Relacionar
relate-back = Quitar
related-none = Aquí no se nombra ningún otro caso.
relate-done = Los casos están relacionados.
related-out-of-reach = Fuera de alcance
work-calendar = Archivo de calendario
work-calendar-done = El archivo de calendario contiene { $count } tareas: códigos y días, sin nombres.
own-relations = Relación
own-relations-to = Relación: otro caso
own-relations-kind = Relación: qué es este para el otro
own-relations-note = Relación: comentario
relation-sibling = Hermano o hermana
relation-half-sibling = Medio hermano o hermanastro
relation-cousin = Primo o prima
relation-parent-of = Madre o padre
relation-child-of = Hijo o hija
relation-cares-for = Cuida de este menor
relation-cared-for-by = Le cuida este menor
relation-spouse = Esposo o esposa
relation-other-family = Otro pariente
relation-same-household = Mismo hogar
relation-travelled-with = Viajaron juntos
relation-friend = Amigo o amiga
relation-same-event = Mismo suceso
relation-other = Otro

## Lo que permite el consentimiento

consent-title = Lo que permite el consentimiento
consent-as-saved = Lo que figura aquí es lo último que se guardó.
consent-incomplete = El formulario de consentimiento no está completo: no puede salir nada, salvo lo que protege una vida.
consent-version = Preguntado el { $date }, versión { $version } del formulario.
consent-leaves = Lo que puede salir hoy
consent-leaves-copy = Una copia sellada del expediente a otra oficina
consent-leaves-tracing = Datos para la búsqueda de la familia
consent-leaves-report = Números sin nombres, para informes
consent-leaves-photo = Una foto
consent-withheld = No debe saberse:
consent-purposes = Por finalidad
consent-purpose = Finalidad
consent-answer = Respuesta
consent-today = Hoy
consent-agencies = Por organización
consent-no-agency = No se nombra ninguna organización.
consent-change = Para cambiar o retirar una respuesta, empieza una nueva versión del formulario de consentimiento: cada versión guarda sus respuestas y su día.
consent-photo-missing = Sin consentimiento para una foto
consent-allowed = Permitido
consent-vital = Sin un sí: hay una vida en juego
consent-refused = Rechazado
consent-not-asked = No permitido: nadie dijo que sí
consent-withdrawn = Retirado
consent-over = Terminado

## Closing over open work, a draft beside a newer save

problem-open-work = { $count ->
    [one] Una acción, un servicio, un seguimiento previsto o una derivación sigue abierto.
   *[other] { $count } acciones, servicios, seguimientos previstos o derivaciones siguen abiertos.
} Marca cada uno como hecho o cancelado, o con su resultado; quita la próxima fecha de un seguimiento que ya no hace falta; termina las derivaciones en «Lo que se pasó». Guarda y pídelo otra vez. No se cambió nada.
draft-beside = Desde que empezó este borrador, otra persona guardó el expediente. Aquí están los dos lado a lado; no se pierde nada.
draft-side-mine = En tu borrador
draft-side-now = En el expediente ahora
draft-side-same = Nada de tu borrador difiere del expediente.
draft-side-go = Seguir con lo más reciente, con tu borrador encima
