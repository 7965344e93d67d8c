## Emergency

emergency-title = Urgence
emergency-open = Urgence…
emergency-text = Une copie chiffrée va sur une clé USB et est vérifiée. Puis les clés de cet ordinateur sont écrasées et supprimées, celles de ses copies aussi : plus rien ne s’ouvre ici, même avec un mot de passe. Seule une copie gardée ailleurs ramène le bureau.
emergency-how = Que faire ?
emergency-practice = S’exercer : tout sauf effacer
emergency-copy-first = Copier sur une clé, vérifier, puis effacer
emergency-at-once = Effacer aussitôt, sans copie
emergency-at-once-warning = Ce qui a été fait depuis la dernière copie ailleurs est perdu pour toujours.
emergency-stick = Choisir la clé USB
emergency-type-site = Saisissez le code du site du bureau : { $site }
emergency-go-practice = S’exercer maintenant
emergency-go = Effacer les clés
emergency-practised = Exercice fait. La copie est faite et vérifiée. Effacer aurait pris { $milliseconds } millièmes de seconde. Rien n’a été effacé.
emergency-erased = Les clés ont disparu. Plus rien ne s’ouvre sur cet ordinateur.
emergency-key = Urgence
