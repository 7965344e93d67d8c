# The end of somebody's access, changes of people, the code of conduct: what is refused, and what the log says of it.
problem-last-reader = Nadie más podría leer lo que lee esta persona. Dé acceso antes a otra persona. No se cambió nada.
problem-other-module = Nadie pasa de protección de la infancia a trabajo de VBG, ni al revés, con la misma cuenta. Termine esta y proponga una nueva. No se cambió nada.
problem-accept-conduct-first = Lea y acepte antes el código de conducta.
log-return-proposed = Regreso propuesto
log-person-back = Persona de regreso
log-change-proposed = Cambio de persona propuesto
log-person-changed = Persona cambiada
log-reset-proposed = Contraseña nueva propuesta
log-password-reset = Contraseña nueva de un solo uso entregada
log-leaving-proposed = Fin de acceso solicitado
log-person-left = Acceso terminado, claves cambiadas
log-proposal-withdrawn = Propuesta retirada
log-let-in = Persona admitida en un círculo
log-circles-turned = Claves de círculos cambiadas
log-desk-keys-turned = Claves de la mesa de entrada cambiadas
log-conduct-set = Nuevo código de conducta
log-conduct-accepted = Código de conducta aceptado
