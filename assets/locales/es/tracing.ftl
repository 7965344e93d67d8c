log-matches-prepared = Expedientes preparados para buscar coincidencias
log-matches-sought = Coincidencias posibles buscadas
log-match-compared = Dos expedientes comparados
log-match-printed = Comparación impresa
log-match-confirmed = Coincidencia confirmada
log-match-rejected = Coincidencia descartada
log-match-undone = Decisión sobre una coincidencia retirada
