## People of the office

people-title = Personal
people-empty = Por ahora solo estás tú
people-empty-text = Propón a un trabajador social. Un supervisor lo admite y elige su propia contraseña.
people-propose = Proponer a una persona
people-propose-text = La cuenta no tiene claves hasta que un supervisor la admita.
people-admit = Admitir
people-admit-text = Admite solo a quien conozcas. Verá los casos de su equipo según su función.
people-one-time-title = Contraseña de un solo uso
people-one-time-text = Entrégala a { $name } en persona. Solo se muestra ahora y sirve una vez.
person-name = Nombre
person-login = Nombre de acceso
person-role = Función
person-team = Equipo
person-standing = Situación
team-add = Añadir un equipo
team-name = Nombre del equipo
role-admin = Administrador
role-caseworker = Trabajador social
role-supervisor = Supervisor
role-tracing-officer = Responsable de búsqueda familiar
role-gbv-caseworker = Gestor de casos de VBG
role-gbv-supervisor = Supervisor de VBG
standing-proposed = Propuesto
standing-admitted = Admitido, aún sin entrar
standing-active = Activo
standing-disabled = Desactivado

## More about people

people-few = De momento solo están las dos primeras personas
people-note-supervisor = Un administrador propone a las personas; tú admites a quienes conoces.
people-one-time-done = Ya la he entregado
people-proposed = Propuesto. Un supervisor admite a esta persona en la página «Personal».
people-team-missing = Elige un equipo.
people-teams = Equipos

## The one-time password

people-one-time-copied = Copiada. Queda en el portapapeles hasta que se copie otra cosa.
