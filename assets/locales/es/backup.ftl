## Backups and the log

backup-title = Copias de seguridad
backup-now = Hacer una copia ahora
backup-making = Haciendo y comprobando una copia
backup-done = Copia hecha y comprobada.
backup-here = En este equipo
backup-second = En el segundo lugar
backup-second-none = No hay segundo lugar elegido
backup-second-missing = La última vez no se encontró el segundo lugar. Conecta la memoria.
backup-never = Nunca
backup-place-change = Elegir el segundo lugar
backup-restore = Restaurar una copia
backup-restore-text = La copia se restaura en una carpeta vacía. La oficina actual queda como está.
backup-restored = Restaurada. Abre esa carpeta para usarla.
log-title = Registro de la oficina
log-sound = El registro está íntegro: nada se ha quitado ni cambiado.
log-not-sound = El registro se cambió desde fuera. Avisa ya a tu supervisor.
log-checking = Comprobando el registro.
log-when = Cuándo
log-who = Quién
log-what = Qué
log-about = Sobre

## Settings

settings-title = Ajustes
settings-yours = Para ti
settings-office = Para la oficina
settings-idle = Bloquear tras una inactividad de

## More about backups, log and settings

backup-kept = Copias guardadas aquí
backup-which = Qué copia
backup-newest = La más reciente de esta oficina
backup-other = Otra, por ejemplo en una memoria
backup-choose-file = Elegir la copia
backup-choose-empty = Elegir una carpeta vacía
backup-restore-go = Restaurar
log-note = Cada entrada está encadenada a la anterior: nada se puede quitar sin que se note. Lo que no debes saber queda cerrado.
settings-idle-help = Un tiempo corto protege a los niños cuando alguien se aleja. El nuevo tiempo vale desde el próximo acceso.
settings-idle-saved = Guardado. El nuevo tiempo vale desde el próximo acceso.
settings-size-help = También con Ctrl y +, − o 0
settings-looks-note = El idioma queda guardado para ti. Colores, tamaño y espacio valen hasta cerrar el programa.
