## The history of a case

history-registered = Registrado
history-who = Quién cambió: { $field }
history-of-field = Todos los cambios de: { $field }
history-all = Todo el historial
history-show-changes = Mostrar las respuestas
history-from-office = { $name } ({ $office })
record-changed = cambiado
record-cleared = borrado
row-was-added = fila añadida
row-was-removed = fila quitada

## Taking a change back

take-back = Deshacer este cambio
take-back-title = Deshacer este cambio
take-back-text = Será una versión nueva: el historial guarda las dos.
take-back-nothing = Todo en este cambio se ha vuelto a cambiar. No queda nada que deshacer.
take-back-stays = Cambiado después, y queda como está
take-back-done = Deshecho. El expediente tiene una versión nueva.
