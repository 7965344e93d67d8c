## First run

setup-title = Crear una oficina nueva
setup-welcome = Te damos la bienvenida
setup-welcome-text = Tarda unos cinco minutos. Hacen falta dos personas: administrador y supervisor.
setup-sample-text = O conoce primero una oficina de ejemplo, con personal y niños inventados.
setup-step = Paso { $step } de { $steps }
setup-step-language = Idioma
setup-step-office = Oficina
setup-step-administrator = Administrador
setup-step-supervisor = Supervisor
setup-step-recovery = Hoja de recuperación
setup-step-backup = Copia de seguridad
setup-step-ready = Listo
setup-language-text = Cada persona podrá elegir otro idioma después.

## Office

setup-office-name = Nombre de la oficina
setup-office-name-help = Como lo llaman tu equipo y las otras oficinas
setup-site-code = Código del sitio
setup-site-code-help = De 2 a 6 letras mayúsculas o cifras. Con él empieza cada número de caso y no se puede cambiar después.
setup-site-code-wrong = Usa de 2 a 6 letras mayúsculas (A a Z) o cifras.
setup-agency = Organización
setup-agency-name = Nombre de la organización
setup-agency-code = Sigla de la organización
setup-team = Primer equipo
setup-team-help = Cada trabajador social ve sus casos; el supervisor ve los de su equipo.
setup-folder = Dónde se guarda la oficina

## The first two people

setup-administrator-text = El administrador cuida de la oficina: personal, listas, copias. No puede abrir ningún expediente.
setup-supervisor-text = Ahora el supervisor. Pásale el teclado: nadie más debe conocer esta contraseña.
setup-full-name = Nombre completo
setup-sign-in-name = Nombre de acceso
setup-sign-in-name-help = Corto, en cualquier escritura, sin espacios
setup-names-differ = El supervisor necesita su propio nombre de acceso.

## Passwords

password-help = Varias palabras fáciles de recordar valen más que una difícil de escribir.
password-strength = Seguridad
password-strength-0 = Muy fácil de adivinar
password-strength-1 = Fácil de adivinar
password-strength-2 = No es bastante segura
password-strength-3 = Buena
password-strength-4 = Muy buena
password-too-weak = Esta contraseña es fácil de adivinar. Añade otra palabra o deja que el programa cree una.
password-too-short = { $count ->
     [one] Usa al menos { $count } carácter.
    *[other] Usa al menos { $count } caracteres.
}
password-differs = Las dos contraseñas no son iguales.
password-make = Crear una frase para mí
password-made = Anótala hasta que la sepas de memoria y después destruye el papel.
password-use-made = Usar esta frase

## Recovery sheet

recovery-sheet-title = Hoja de recuperación
recovery-sheet-why = Si se pierden todas las contraseñas, estas palabras vuelven a abrir la oficina. Sin ellas, los expedientes se perderían para siempre.
recovery-sheet-warning = Quien tenga esta hoja puede leerlo todo. El supervisor la guarda bajo llave, lejos de este equipo.
recovery-sheet-write = Escribe las palabras a mano o imprime la hoja.
recovery-sheet-print = Imprimir la hoja
recovery-sheet-save = Guardar como archivo
recovery-sheet-save-warning = Un archivo se puede copiar sin que nadie lo note. Guárdalo solo en una memoria que el supervisor tenga bajo llave, nunca en este equipo.
recovery-sheet-saved = La hoja está guardada. Retira ahora la memoria.
recovery-check-title = Comprueba que está bien escrito
recovery-check-text = Escribe estas palabras de tu hoja.
recovery-word-number = Palabra { $number }
recovery-check-wrong = No es la palabra de la hoja. Revisa el número y la ortografía.
recovery-kept = El supervisor tiene la hoja y la guarda bajo llave.

## Backup place and the end

setup-backup-text = Elige una memoria o un segundo disco. Allí se guarda una copia cada vez que la oficina se bloquea o se cierra. Está sellada: nadie puede leerla sin una contraseña de esta oficina.
setup-backup-place = Lugar de las copias
setup-backup-later = Elegir después
setup-backup-later-warning = Hasta entonces, las copias quedan solo en este equipo. Si se pierde, se pierden también.
setup-create = Crear la oficina
setup-creating = Creando la oficina y sus claves
setup-ready-title = La oficina está lista
setup-ready-text = Después, el administrador añade los lugares y propone a los trabajadores sociales; el supervisor los admite.
setup-sign-in-now = Iniciar sesión

## More words of the first run

setup-what-it-is = Amparo guarda los casos de niños y niñas en riesgo solo en este equipo, sellados, sin internet.
setup-sample-making = Creando la oficina de ejemplo
setup-office-name-missing = Escribe el nombre de la oficina.
setup-agency-help = La organización que lleva la oficina
setup-agency-missing = Escribe el nombre de la organización.
setup-team-missing = Escribe el nombre del equipo.
setup-full-name-missing = Escribe el nombre.
recovery-sheet-qr = Código QR de las palabras de recuperación
recovery-sheet-back = Si vuelves atrás y cambias algo, se hace una hoja nueva y esta deja de valer.
recovery-look-again = Ver la hoja otra vez
setup-backup-chosen = Carpeta elegida
setup-create-later = Crear la oficina y elegir después
