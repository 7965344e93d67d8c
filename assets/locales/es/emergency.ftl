## Emergency

emergency-title = Emergencia
emergency-open = Emergencia…
emergency-text = Una copia cifrada va a una memoria USB y se comprueba. Después las claves de este ordenador se sobrescriben y se borran, también las de sus copias: aquí ya nada se abre, ni con contraseña. Solo una copia guardada en otro lugar trae de vuelta la oficina.
emergency-how = ¿Qué hacer?
emergency-practice = Ensayar: todo menos borrar
emergency-copy-first = Copiar a una memoria, comprobar y borrar
emergency-at-once = Borrar de inmediato, sin copia
emergency-at-once-warning = Lo hecho desde la última copia en otro lugar se pierde para siempre.
emergency-stick = Elegir la memoria
emergency-type-site = Escribe el código de la oficina: { $site }
emergency-go-practice = Ensayar ahora
emergency-go = Borrar las claves
emergency-practised = Ensayo hecho. La copia está hecha y comprobada. Borrar habría tardado { $milliseconds } milésimas de segundo. No se borró nada.
emergency-erased = Las claves desaparecieron. Nada se abre ya en este ordenador.
emergency-key = Emergencia
