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
