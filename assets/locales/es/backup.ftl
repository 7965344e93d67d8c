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
