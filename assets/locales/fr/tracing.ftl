log-matches-prepared = Dossiers préparés pour les rapprochements
log-matches-sought = Rapprochements possibles recherchés
log-match-compared = Deux dossiers comparés
log-match-printed = Comparaison imprimée
log-match-confirmed = Rapprochement confirmé
log-match-rejected = Rapprochement écarté
log-match-undone = Décision sur un rapprochement annulée
