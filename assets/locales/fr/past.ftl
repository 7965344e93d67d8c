## The office's log: entries, its screen, its proof

log-log-exported = Journal exporté
log-log-verified = Journal vérifié
log-head-printed = Fin du journal mise sur papier
log-clock-moved = Horloge de l’ordinateur changée
log-older-found = État plus ancien du bureau constaté
log-more-count = nombre : { $value }
log-more-hits = trouvés : { $value }
log-more-form = formulaire : { $value }
log-more-type = type : { $value }
log-more-why = raison : { $value }
log-more-records = dossiers : { $value }
log-more-fields = champs sortis : { $value }
log-more-questions = questions : { $value }
log-more-to = vers : { $value }
log-more-draft = brouillon { $value }
log-more-number = version { $value }
log-more-circles = groupes de lecteurs : { $value }
log-more-moved = dossiers déplacés : { $value }
log-more-version = version { $value }
log-more-new = nouveaux : { $value }
log-more-changed = modifiés : { $value }
log-more-minutes = minutes : { $value }
log-more-second = second emplacement non atteint
log-more-entries = entrées : { $value }
log-more-broken = rompu au n° { $value }
log-more-remembered = entrées dont cet ordinateur se souvient : { $value }
log-more-found = entrées trouvées : { $value }
log-more-back = reculée de minutes : { $value }
log-more-forward = avancée de minutes : { $value }
log-number = N°
log-details = Détails
log-known = { $known ->
    [one] { $entries } entrées en tout, dont { $known } ouverte pour vous
   *[other] { $entries } entrées en tout, dont { $known } ouvertes pour vous
}
log-filter = Montrer seulement
log-filter-person = Personne
log-filter-what = Ce qui a été fait
log-filter-code = Le code commence par
log-filter-from = Du jour
log-filter-until = Au jour
log-filter-all = Tout
log-filter-everybody = Tout le monde
log-kind-looks = Consultations de dossiers
log-kind-changes = Modifications de dossiers
log-kind-outside = Ce qui a quitté le bureau
log-kind-people = Personnes et accès
log-kind-entering = Connexions et verrouillages
log-kind-office = Bureau, sauvegardes, réglages
log-left = { $count ->
    [one] { $count } entrée
   *[other] { $count } entrées
}
log-none = Aucune entrée ne convient. Choisissez moins dans le filtre.
log-open-record = Historique de { $code }
log-export = Enregistrer en tableur
log-exported = Enregistré : { $count } entrées
log-reading = Lecture du journal
log-verify = Vérifier maintenant
log-verifying = Vérification de chaque entrée
log-verify-title = Journal vérifié
log-verified-sound = { $count } entrées, sans rupture depuis { $since }.
log-verified-digits = Sa fin, en chiffres :
log-verified-broken = Le journal a été modifié de l’extérieur : l’entrée { $number } n’est pas ce qui a été écrit. Tout ce qui précède l’est. Rien n’a été changé maintenant. Prévenez votre superviseur et la personne responsable du bureau, et laissez cet ordinateur en l’état.
log-head = Pour papier
log-head-title = Fin du journal
log-head-text = Gardez cette feuille loin de l’ordinateur. Quiconque retire quelque chose du journal, ou remet tout dans un état plus ancien, ne peut pas faire correspondre les chiffres.
log-head-entries = Entrées : { $count }
log-head-print = Imprimer
log-compare = Comparer avec une feuille
log-compare-title = Comparer avec une feuille
log-compare-text = Tapez ce qui est écrit sur la feuille. Le journal y est comparé.
log-compare-entries = Nombre d’entrées sur la feuille
log-compare-digits = 24 chiffres
log-compare-go = Comparer
log-compare-same = Ils correspondent : jusque-là, le journal est celui qui a été imprimé.
log-compare-other = Ils ne correspondent pas. Cherchez d’abord une faute de frappe. S’il n’y en a pas, le journal a été modifié ou remis en arrière : prévenez tout de suite votre superviseur.
log-older-notice = Cet ordinateur se souvient de { $remembered } entrées du journal, mais le bureau en avait { $found } ou d’autres à votre connexion : quelqu’un a mis une copie plus ancienne du bureau à sa place. Le travail enregistré entre-temps peut manquer. Rien n’a été perdu en vous connectant. Prévenez votre superviseur ; des sauvegardes plus récentes peuvent contenir ce qui manque.
log-verified-again = Vérifier à nouveau
looked-title = Qui a consulté
looked-note = Qui a ouvert ce dossier, ses photos, ses fichiers et son historique, l’a imprimé ou envoyé. Vous voyez ce que vous pouvez savoir.
looked-none = Personne d’autre à votre connaissance.
looked-show = Montrer qui a consulté
problem-older-database = La base est plus ancienne que le fichier de clés à côté : une ancienne copie a été mise à sa place. Rien n’a été changé. Remettez les fichiers les plus récents, ou restaurez la dernière sauvegarde dans un dossier vide.
problem-bad-filter = Ce n’est ni un jour, ni un nombre d’entrées, ni 24 chiffres. Rien n’a été changé. Corrigez.
problem-too-many-entries = Il y a plus d’entrées qu’un tableur n’en contient. Rien n’a été écrit. Choisissez moins de jours.
