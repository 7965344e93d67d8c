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
