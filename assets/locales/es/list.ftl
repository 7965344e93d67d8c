## Home

home-title = Inicio
home-current = Casos en curso
home-overdue = Atrasados
home-due = Vencen pronto
home-high = Riesgo alto
home-incomplete = Incompletos
home-from-others = De otras oficinas
home-drafts = Borradores
home-proposals = En espera de tu sí

## The list of cases

list-title = Casos
list-new = Registrar a un niño o niña
list-search = Nombre en cualquier escritura, código o teléfono
list-empty = No hay casos aquí
list-empty-text = Aquí están los niños y niñas que registras y los que te asignan.
list-nothing-found = Nada coincide con tu búsqueda
list-nothing-found-text = Prueba una parte más corta del nombre u otra forma de escribirlo.
list-filling = La búsqueda aún se está preparando; pueden aparecer más.
list-sounds-like = Suena parecido
list-codes-only = Solo códigos
column-code = Código
column-name = Nombre
column-age = Edad
column-sex = Sexo
column-status = Estado
column-risk = Riesgo
column-place = Lugar
column-due = Próximo paso
column-owner = Trabajador social
column-registered = Registro
column-changed = Modificado
column-office = Oficina
show-current = En curso
show-all = Todos
due-overdue = Atrasado: { $date }
due-on = Vence el { $date }
due-none = Nada pendiente
risk-high = Alto
risk-medium = Medio
risk-low = Bajo
risk-immediate = Inmediato
risk-none = Sin evaluar
status-identified = Identificado
status-not-eligible = No cumple los criterios
status-open = Abierto
status-closed = Cerrado
status-transferred = Transferido
status-duplicate = Duplicado

## What is due: the clocks of the configuration

clock-next = Siguiente paso
clock-first-response = Primera respuesta
clock-registration = Registro
clock-assessment = Evaluación
clock-case-plan = Plan del caso
clock-follow-up = Seguimiento
clock-review = Revisión
clock-file-check = Control del expediente
clock-first-visit-after-placement = Primera visita tras la acogida
clock-visits-after-placement = Visita tras la acogida
clock-check-after-placement = Control tras la acogida
clock-final-contact = Último contacto tras el cierre
clock-referral-acknowledged = Respuesta a una derivación

## Lists of other records

list-empty-other = Todavía no hay nada aquí
list-empty-other-text = Aquí aparece lo que usted agrega y lo que otras personas comparten con usted.
list-show-names = Mostrar nombres
list-hide-names = Ocultar nombres
names-hidden = Nombres ocultos

## What the program knows of each record

fact-team = Equipo
fact-agency = Organización
fact-step = Paso del caso
fact-mine = Mis casos
fact-created = Registro creado
fact-passed = Asignado o transferido
mine-own = Soy responsable
mine-referred = Remitidos a mí
owners-left = También quienes se han ido ({ $count })
owner-left = { $name } (se ha ido)
fact-due = Vence el
fact-consent = Consentimiento completo
fact-registration = Registro completo
fact-met = Último contacto
fact-closed = Cerrado el

## Filters of a list

filter-add = Filtrar
filter-change = Cambiar el filtro
filter-use = Usar
filter-by = Filtrar por
filter-by-help = Cualquier pregunta de cualquier formulario que usted pueda leer. Escriba una parte.
filter-how = Cómo
filter-answers = Respuestas
filter-from = Desde
filter-to = Hasta
filter-text = Texto
filter-text-help = Cualquier parte, en cualquier escritura.
filter-places = Lugares
filter-places-help = Lo que está dentro de un lugar cuenta con él.
filters-on = Filtros
filters-any = Basta con uno
filter-is = { $question }: { $answer }
filter-not = { $question }: no { $answer }
filter-blank = { $question }: vacío
filter-filled = { $question }: no vacío
how-one-of = Es una de
how-none-of = No es ninguna de
how-between = Está entre
how-not-between = No está entre
how-within = Está en
how-not-within = No está en
how-contains = Contiene
how-not-contains = No contiene
how-days = Contado desde hoy
how-blank = Está vacío
how-filled = No está vacío
days-last = en los últimos { $days } días
days-next = en los próximos { $days } días
days-before = hace más de { $days } días
days-between = de { $from } a { $to } días desde hoy
range-between = { $from } a { $to }
range-from = desde { $from }
range-to = hasta { $to }
date-not-whole = Esto aún no es una fecha.
facts-of-program = Todo expediente
question-in-form = { $question } ({ $form })
list-nothing-fits-text = Quite un filtro, o pruebe una parte más corta del nombre o su otra grafía.
list-reading = { $count ->
     [one] Se leen las respuestas de un expediente para esta lista. Hasta el bloqueo, esto se hace una vez.
    *[other] Se leen las respuestas de { $count } expedientes para esta lista. Hasta el bloqueo, esto se hace una vez.
}

## Columns and views

columns-title = Columnas
columns-usual = Las columnas habituales
columns-close = Filas juntas
column-add = Añadir una columna
column-up = Mover { $column } hacia el inicio
column-down = Mover { $column } hacia el final
column-width = Ancho de { $column }
views-title = Vista
view-usual = Vista habitual
view-keep = Guardar esta vista
view-keep-text = Se guardan los filtros, las columnas y el orden; lo que está en la búsqueda, no.
view-keep-new = Guardar como vista nueva
view-change = Reemplazar
view-drop = Quitar la vista
view-name = Nombre de la vista
view-share = Compartirla
view-share-text = Todas las personas de esta oficina que trabajan con estos expedientes ven el nombre y los filtros. Solo ven los expedientes que pueden leer de todos modos. No ponga en ella el nombre de ningún menor.
view-shared = { $name } (compartida)
view-by = { $name } ({ $person })
view-lacking = { $name } (pregunta lo que usted no puede leer, o lo que ya no se pregunta)

## Several records

mark-row = Seleccionar este expediente
mark-page = Seleccionar todo en esta página
selection = Qué hacer con la lista
selection-count = { $count ->
     [one] Uno seleccionado
    *[other] { $count } seleccionados
}
selection-all = Seleccionar los { $count } que coinciden
selection-none = No seleccionar ninguno
list-print = Imprimir la lista
list-visits = Hoja de visitas
visits-seen = Visto y acordado
list-printed = Impreso por { $name }, { $when }. Guárdala en lugar seguro y destrúyela después.
list-export = Guardar como hoja de cálculo
list-exported = { $count ->
     [one] Se escribió una hoja de cálculo con un expediente. No está sellada: guárdela donde nadie más pueda leerla.
    *[other] Se escribió una hoja de cálculo con { $count } expedientes. No está sellada: guárdela donde nadie más pueda leerla.
}
walk-place = { $place } de { $total }
walk-before = Anterior en la lista
walk-after = Siguiente en la lista
walk-back = Volver a la lista

## Search everywhere

search-kind-page = Página
search-kind-command = Orden
search-kind-form = Formulario
