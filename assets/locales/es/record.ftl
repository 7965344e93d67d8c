## A record

record-new = Caso nuevo
record-of-office = De { $office }, solo lectura
record-owner = Trabajador social: { $name }
record-history = Historial
record-history-empty = Aún no se ha guardado nada.
record-changed-fields = { $count ->
     [one] { $count } respuesta cambiada
    *[other] { $count } respuestas cambiadas
}
record-closed-fields = { $count ->
     [one] { $count } cambio que no puedes ver
    *[other] { $count } cambios que no puedes ver
}
record-was = antes
record-now = ahora
record-closed-section = Esta sección está cerrada para ti.
record-section-complete = Completo
record-section-incomplete = Incompleto
record-section-progress = { $filled } de { $needed } respuestas obligatorias
record-mark-complete = Este formulario está completo
record-save-with-problems = Guardar de todos modos
record-saved = Guardado.
record-saved-as = Guardado como { $code }.
record-leave-title = ¿Salir sin guardar?
record-leave-text = Tu trabajo queda como borrador. Lo encuentras en la página de inicio.
record-stay = Quedarme aquí
record-leave = Guardar borrador y salir
record-open-copy = Hacer una copia para otra oficina
record-look-alike = Ya hay un niño o niña con un nombre parecido. Mira antes de seguir.
record-age = Edad
record-age-estimated = unos { $age }

## Drafts

drafts-title = Borradores
drafts-empty = No hay borradores
drafts-empty-text = Aquí queda el trabajo aún sin guardar, también si se va la luz.
draft-new = Un niño o niña sin registrar
draft-open = Seguir con este borrador
draft-drop = Descartar este borrador
draft-drop-sure = Este borrador no se podrá recuperar.
draft-found = El trabajo de { $when } no se guardó. Está abierto de nuevo.

## Print

print-made-by = Impreso por { $name }, { $when }
print-confidential = Confidencial. Guardar bajo llave; destruir cuando ya no haga falta.
