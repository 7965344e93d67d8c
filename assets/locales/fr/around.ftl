## Signalements

flag-word = Signalement
flag-add = Signaler
flag-title = { $count ->
    [one] Signaler ce dossier
   *[other] Signaler { $count } dossiers
}
flag-note = Un signalement demande à qui suit un dossier de regarder quelque chose. Il reste jusqu’à ce que quelqu’un dise ce qui a été fait.
flag-reason = Pourquoi ?
flag-on = Pour quand ?
flag-on-note = Peut rester vide. Avec un jour, le signalement figure dans la liste de travail.
flag-put = { $count ->
    [one] Le signalement est posé.
   *[other] { $count } signalements sont posés.
}
flag-left = { $count ->
    [one] Un dossier ne peut être que lu ici et n’en porte pas.
   *[other] { $count } dossiers ne peuvent être que lus ici et n’en portent pas.
}
flag-count = { $count ->
    [one] 1 signalement
   *[other] { $count } signalements
}
flag-resolve = Régler
flag-resolve-title = Régler le signalement
flag-what-done = Qu’est-ce qui a été fait ?
flag-what-done-note = Reste dans l’historique du dossier.
flag-resolved = Le signalement est réglé.
flag-is-resolved = Réglé
flag-by = Posé par { $name } le { $date }
flag-done-by = Réglé par { $name } le { $date }
flag-no-day = Sans jour
flags-title = Signalements
flags-note = Signalements ouverts des dossiers à votre portée, les plus proches d’abord. Une ligne ouvre le dossier ; c’est là qu’est dit de quoi il s’agit.
flags-since = Posé
flags-empty = Aucun signalement
flags-empty-text = Un signalement posé sur un dossier figure ici jusqu’à ce qu’il soit réglé.
flags-none-here = Aucun signalement sur ce dossier.
home-flags = Signalements
clock-flag = Signalement
log-flagged = Signalement posé
log-flag-resolved = Signalement réglé

## Notes

notes-title = Notes
notes-note = Une note porte son jour et votre nom, et ne peut plus être modifiée ensuite.
notes-none-here = Pas encore de notes.
note-add = Ajouter une note
note-keep = Garder la note
note-subject = À quel sujet ? (quelques mots)
note-text = Note
note-by = { $name }, { $date }
log-note-added = Note ajoutée
beside-title = Signalements et notes
beside-save-first = Enregistrez d’abord : ensuite des signalements et des notes peuvent être ajoutés ici.

## Alertes

alerts-title = Alertes
alerts-note = Ce que d’autres ont fait dans les dossiers dont vous êtes responsable. Rangez ce que vous avez vu.
alerts-day = Jour
alerts-here = D’autres ont fait ceci dans votre dossier :
alerts-put-away = Vu
alerts-put-all-away = Tout vu
alerts-empty = Aucune alerte
alerts-empty-text = Quand quelqu’un d’autre modifie ce que votre bureau surveille, répond à une demande ou écrit une note dans vos dossiers, cela figure ici.
alert-line = { $date } : { $what } ({ $name })
alert-changed = Des réponses ont été modifiées
alert-approved = Un formulaire a été approuvé
alert-sent-back = Un formulaire a été renvoyé
alert-flag = Un signalement a été posé
alert-note = Une note a été ajoutée
alert-incident = Un incident a été ajouté
home-alerts = Alertes
log-alerts-seen = Alertes rangées
column-type = Type
shape-setting-alerts = Alertes
shape-alerts-note = La personne responsable d’un dossier est prévenue sur sa première page quand quelqu’un d’autre modifie une de ces réponses.
shape-alerts-fields = Réponses surveillées
configuration-setting-alerts = { $place } : un champ est nommé qu’aucun formulaire ne demande, ou un champ l’est deux fois.

## Ce que le programme garde à côté des formulaires, comme l’historique l’appelle

own-flags = Signalement
own-flags-reason = Signalement : pourquoi
own-flags-on = Signalement : pour quand
own-flags-raised-on = Signalement : posé le
own-flags-raised-by = Signalement : posé par
own-flags-resolved-on = Signalement : réglé le
own-flags-resolved-by = Signalement : réglé par
own-flags-words = Signalement : ce qui a été fait
own-notes = Note
own-notes-on = Note : jour
own-notes-by = Note : par
own-notes-subject = Note : sujet
own-notes-text = Note

## Risk level

risk-changed = Le niveau de risque est maintenant « { $level } ». Ensuite : { $what }, { $date }.
risk-changed-before = Le niveau de risque est maintenant « { $level } ». Ensuite : { $what }, { $date } (avant : { $before }).

## Ce qui reste couvert

log-name-protected = Nom masqué
log-name-unprotected = Nom affiché de nouveau
log-uncovered = Partie couverte affichée
own-name-protected = Nom masqué
name-covered = Nom masqué
covered-title = Couvert tant que vous ne le demandez pas. Ce que vous affichez est inscrit au journal.
covered-name = Le nom
covered-assessment-sensitive = Auteur présumé et lieu
covered-caafag = Forces et groupes armés
covered-account = Récit de l’incident
covered-show = Afficher : { $part }
covered-edit = Pour modifier, tout ce qui est couvert doit être affiché. C’est inscrit au journal.
covered-edit-go = Afficher et modifier
protect-name = Masquer le nom
protect-name-off = Ne plus masquer le nom
protect-name-note = Le nom n’apparaît nulle part, dans aucune liste, recherche, impression ou feuille de calcul, et ne part dans aucune copie scellée, tant que personne ne le demande ici. Qui le demande est inscrit au journal.
protect-name-done = Le nom est masqué.
protect-name-undone = Le nom n’est plus masqué.

## Cases that belong together, the calendar

log-more-parts = parties : { $value }
log-cases-related = Dossiers reliés
log-cases-unrelated = Lien entre dossiers retiré
log-calendar-saved = Fichier de calendrier écrit
log-incident-added = Incident ajouté à un dossier
related-title = Va avec
relate-add = Relier à un autre dossier
relate-which = Quel dossier ? (nom ou code)
relate-kind = Qu’est l’autre pour cet enfant ?
relate-note = Quelque chose à ajouter (facultatif)
relate-go = Relier
relate-back = Retirer
related-none = Aucun autre dossier n’est nommé ici.
relate-done = Les dossiers sont reliés.
related-out-of-reach = Hors de portée
work-calendar = Fichier de calendrier
work-calendar-done = Le fichier de calendrier contient { $count } tâches : codes et jours, sans noms.
own-relations = Lien
own-relations-to = Lien : autre dossier
own-relations-kind = Lien : ce que celui-ci est pour l’autre
own-relations-note = Lien : remarque
relation-sibling = Frère ou sœur
relation-half-sibling = Demi-frère, demi-sœur ou par alliance
relation-cousin = Cousin ou cousine
relation-parent-of = Mère ou père
relation-child-of = Enfant
relation-cares-for = S’occupe de cet enfant
relation-cared-for-by = Est pris en charge par cet enfant
relation-spouse = Époux ou épouse
relation-other-family = Autre parent
relation-same-household = Même ménage
relation-travelled-with = Ont voyagé ensemble
relation-friend = Ami ou amie
relation-same-event = Même événement
relation-other = Autre

## Ce que permet le consentement

consent-title = Ce que permet le consentement
consent-as-saved = Ce qui figure ici est ce qui a été enregistré en dernier.
consent-incomplete = Le formulaire de consentement n’est pas complet : rien ne peut sortir, sauf ce qui protège une vie.
consent-version = Demandé le { $date }, version { $version } du formulaire.
consent-leaves = Ce qui peut sortir aujourd’hui
consent-leaves-copy = Une copie scellée du dossier pour un autre bureau
consent-leaves-tracing = Des éléments pour la recherche de la famille
consent-leaves-report = Des chiffres sans noms, pour les rapports
consent-leaves-photo = Une photo
consent-withheld = À ne pas révéler :
consent-purposes = Par but
consent-purpose = But
consent-answer = Réponse
consent-today = Aujourd’hui
consent-agencies = Par organisation
consent-no-agency = Aucune organisation n’est nommée.
consent-change = Pour modifier ou retirer une réponse, commencez une nouvelle version du formulaire de consentement : chaque version garde ses réponses et son jour.
consent-photo-missing = Pas de consentement pour une photo
consent-allowed = Permis
consent-vital = Sans oui : une vie est en jeu
consent-refused = Refusé
consent-not-asked = Non permis : personne n’a dit oui
consent-withdrawn = Retiré
consent-over = Terminé

## Closing over open work, a draft beside a newer save

problem-open-work = { $count ->
    [one] Une action, un service, un suivi prévu ou une orientation est encore ouvert.
   *[other] { $count } actions, services, suivis prévus ou orientations sont encore ouverts.
} Marquez chacun comme fait ou annulé, ou avec son résultat ; retirez la prochaine date d’un suivi devenu inutile ; terminez les orientations sous « Transmissions ». Enregistrez et demandez de nouveau. Rien n’a été changé.
draft-beside = Depuis le début de ce brouillon, quelqu’un d’autre a enregistré le dossier. Les deux figurent ici côte à côte ; rien n’est perdu.
draft-side-mine = Dans votre brouillon
draft-side-now = Dans le dossier maintenant
draft-side-same = Rien dans votre brouillon ne diffère du dossier.
draft-side-go = Continuer avec la version la plus récente, votre brouillon par-dessus
