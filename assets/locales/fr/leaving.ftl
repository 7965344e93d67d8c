# The end of somebody's access, changes of people, the code of conduct: what is refused, and what the log says of it.
problem-last-reader = Plus personne d’autre ne pourrait lire ce que cette personne lit. Donnez d’abord accès à quelqu’un d’autre. Rien n’a été modifié.
problem-other-module = On ne passe pas de la protection de l’enfance au travail sur les VBG, ni l’inverse, avec le même compte. Mettez fin à celui-ci et proposez-en un nouveau. Rien n’a été modifié.
problem-accept-conduct-first = Lisez et acceptez d’abord le code de conduite.
log-return-proposed = Retour proposé
log-person-back = Personne de retour
log-change-proposed = Changement proposé pour une personne
log-person-changed = Personne modifiée
log-reset-proposed = Nouveau mot de passe proposé
log-password-reset = Nouveau mot de passe à usage unique donné
log-leaving-proposed = Fin d’accès demandée
log-person-left = Accès terminé, clés changées
log-proposal-withdrawn = Proposition retirée
log-let-in = Personne admise dans un cercle
log-circles-turned = Clés de cercles changées
log-desk-keys-turned = Clés du bureau d’accueil changées
log-conduct-set = Nouveau code de conduite
log-conduct-accepted = Code de conduite accepté
