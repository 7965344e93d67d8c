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
backup-choose-file = Elegir la copia
log-note = Cada entrada está encadenada a la anterior: nada se puede quitar sin que se note. Lo que no debes saber queda cerrado.
settings-idle-help = Un tiempo corto protege a los niños cuando alguien se aleja. El nuevo tiempo vale desde el próximo acceso.
settings-idle-saved = Guardado. El nuevo tiempo vale desde el próximo acceso.
settings-size-help = También con Ctrl y +, − o 0
settings-looks-note = El idioma queda guardado para ti. Colores, tamaño y espacio valen hasta cerrar el programa.

## La lista de copias, y recuperar una

backup-list = Copias al alcance
backup-column-where = Dónde
backup-column-size = Tamaño
backup-column-state = Estado
backup-place-here = Este ordenador
backup-place-aside = Guardada antes de recuperar
backup-place-second = Segundo lugar
backup-checked = Abierta y comprobada
backup-unreadable = No se puede leer
backup-older-key = Clave anterior ({ $epoch })
backup-key-epoch = Clave { $epoch }
backup-bring-back = Recuperar…
backup-bring-back-title = Recuperar una copia
backup-other-folder = Una copia en otra carpeta…
restore-intro = Primero se prueba la copia: con eso no cambia nada.
restore-rehearse = Probar
restore-this-backup = Copia de { $when }
restore-needs-key = Esta copia se hizo con una clave anterior. La abre una contraseña de entonces, o las palabras de recuperación.
restore-key-how = Abrirla con
restore-key-password = Una contraseña de entonces
restore-key-words = Las palabras de recuperación
restore-opens = Esta copia se abre, y cada página está entera.
restore-office = Oficina
restore-records = Expedientes que contiene
restore-last = Última entrada de su registro
restore-lost = Lo que se perdería
restore-lost-nothing = Nada: no hubo cambios desde entonces.
restore-lost-changes = Cambios hechos desde entonces
restore-lost-touched = Expedientes cambiados desde entonces
restore-lost-records = De ellos, registrados desde entonces
restore-destroyed = Destruidos desde entonces, siguen destruidos
restore-stays = Las personas, contraseñas, claves, formularios, ajustes y el registro quedan como están ahora. Quien se fue sigue fuera; lo destruido sigue destruido. El estado presente se guarda como copia y puede recuperarse igual.
restore-numbers = Los números siguen por encima de
restore-numbers-help = Nunca menos que el número más alto que encuentres en papel: ningún código puede darse dos veces.
restore-series = Serie { $series }
restore-yes = He leído lo que se perdería.
restore-go = Recuperar esta copia
restore-done = La copia está recuperada. El estado anterior queda guardado en la lista.
restore-partners = Avisa a las oficinas socias: tu próxima tarjeta y tu próximo archivo sellado dicen que esta oficina empezó una nueva vida.
restore-elsewhere-title = Restaurar una oficina desde una copia
restore-elsewhere-intro = Elige la carpeta de una copia, en una memoria USB o una carpeta de red. Se abre con la contraseña de un administrador, o con las palabras de la hoja de recuperación.
restore-elsewhere-not-allowed = Esta contraseña es de alguien que no administraba la oficina. Usa la de un administrador, o las palabras de la hoja de recuperación.
restore-elsewhere-office = La oficina vuelve a existir en este ordenador tal como era. Lo hecho desde entonces no está.
restore-elsewhere-go = Restaurar esta oficina aquí
restore-elsewhere-done = La oficina está aquí de nuevo. Entra con tu nombre y tu contraseña.
restore-elsewhere-sign-in = Ir a la entrada
restore-file-chosen = Carpeta elegida
status-second = Segunda copia: { $when }. Conecta la memoria.
