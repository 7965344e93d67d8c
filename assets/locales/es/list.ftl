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
