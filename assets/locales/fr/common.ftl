## Words that every page uses

program-name = Amparo

## Actions

save = Enregistrer
cancel = Annuler
back = Retour
close = Fermer
next = Suivant
previous = Précédent
go-on = Continuer
finish = Terminer
edit = Modifier
open = Ouvrir
search = Rechercher
filter = Filtrer
clear = Effacer
clear-all = Tout effacer
add = Ajouter
remove = Retirer
add-row = Ajouter une ligne
add-another = Ajouter un autre élément
remove-row = Retirer cette ligne
remove-item = Retirer { $item }
choose = Choisir
choose-file = Choisir un fichier
choose-folder = Choisir un dossier
change = Changer
copy = Copier
print = Imprimer
undo = Annuler l’action
redo = Rétablir
undo-action = Annuler : { $action }
try-again = Réessayer
confirm = Confirmer
accept = Accepter
refuse = Refuser
stop = Arrêter
show = Afficher
hide = Masquer
show-more = Afficher plus
lock = Verrouiller
hide-screen = Masquer l’écran
sign-out = Se déconnecter
help = Aide
settings = Réglages
keys = Touches
menu = Menu

## Answers

yes = Oui
no = Non
unknown = Inconnu
not-answered = Sans réponse
none = Aucun
required = Obligatoire
optional = Facultatif
choose-one = Choisissez une réponse
choose-any = Choisissez toutes les réponses qui conviennent
read-only = Vous pouvez lire cette page, pas la modifier.
type-to-search = Tapez pour chercher
nothing-found = Aucun résultat
lookup-more = Tapez davantage pour réduire la liste

## Covered sections and photos

covered = Masqué
cover-again = Masquer de nouveau
covered-section = Cette section est masquée. Regardez autour de vous avant de l’afficher.
show-section = Afficher cette section
photo = Photo
photo-covered = Photo masquée
photo-none = Pas de photo
photo-of = Photo de { $who }
photo-add = Ajouter une photo
photo-change = Changer la photo

## Errors

error-title = Vérifiez ces réponses
error-word = Problème
error-count = { $count ->
     [one] Il y a un point à vérifier.
    *[other] Il y a { $count } points à vérifier.
}
nothing-lost = Rien n’a été perdu.

## Progress

working = En cours
loading = Chargement
done = Terminé
stopped = Arrêté. Rien n’a été modifié.
progress-of = { $done } sur { $total }
stopping = Arrêt en cours

## Counts and sizes

count-cases = { $count ->
     [one] { $count } dossier
    *[other] { $count } dossiers
}
count-people = { $count ->
     [one] { $count } personne
    *[other] { $count } personnes
}
count-places = { $count ->
     [one] { $count } lieu
    *[other] { $count } lieux
}
count-rows = { $count ->
     [one] { $count } ligne
    *[other] { $count } lignes
}
count-selected = { $count ->
     [one] { $count } sélectionné
    *[other] { $count } sélectionnés
}
size-bytes = { $count ->
     [one] { $count } octet
    *[other] { $count } octets
}
size-kilobytes = { $amount } Ko
size-megabytes = { $amount } Mo
size-gigabytes = { $amount } Go

## The status line at the foot

status-line = État
status-saved = Enregistré { $when }
status-draft = Brouillon gardé { $when }
status-not-saved = Pas encore enregistré
status-backup = Dernière copie de sauvegarde : { $when }
status-backup-none = Pas encore de copie de sauvegarde
status-locks-in = { $seconds ->
     [one] Verrouillage dans { $seconds } seconde
    *[other] Verrouillage dans { $seconds } secondes
}
sample-office-mark = Bureau d’exemple : toutes ces personnes sont inventées

## Moving about

nav-main = Pages principales
nav-sections = Sections
nav-context = À propos de ce dossier
skip-to-content = Aller au contenu
page-home = Accueil
page-cases = Dossiers
page-people = Personnel
page-places = Lieux
page-exchange = Échanges
page-settings = Réglages
page-gallery = Galerie des éléments

## Keys

keys-title = Toutes les touches
key-search = Chercher partout
key-new = Nouveau dossier
key-rows = Ligne suivante ou précédente
key-open = Ouvrir la ligne
key-peek = Voir sans ouvrir
key-mark = Sélectionner la ligne
key-walk = Dossier précédent ou suivant de la liste
key-back = Retour ou fermeture
key-sections = Aller à une section
key-filter = Filtrer la liste
key-text-size = Texte plus grand, plus petit ou normal
key-help = Aide pour cette page
key-backup = Faire une copie de sauvegarde
key-keys = Afficher toutes les touches

## Comfort

language = Langue
theme = Couleurs
theme-system = Comme l’ordinateur
theme-light = Clair
theme-dark = Sombre
theme-contrast = Contraste élevé
text-size = Taille du texte
density = Espacement
density-comfortable = Aéré
density-compact = Serré
numerals = Chiffres
numerals-western = 0123456789
numerals-eastern = ٠١٢٣٤٥٦٧٨٩
month-names = Noms arabes des mois
month-names-levantine = Kanoun II, Choubat, Adhar
month-names-egyptian = Yanayir, Fibrayir, Maris

## Lists

pager = Pages de la liste
pager-rows = { $first } à { $last } sur { $total }
count-found = { $count ->
     [one] { $count } résultat
    *[other] { $count } résultats
}

## Types of record

page-incidents = Incidents
page-tracing-requests = Demandes de recherche
page-families = Familles
page-registry = Répertoire
page-survivors = Personnes survivantes
page-gbv-incidents = Incidents de VBG
type-case = Dossier
type-incident = Incident
type-tracing-request = Demande de recherche
type-family = Famille
type-registry = Fiche du répertoire
type-survivor = Personne survivante
type-gbv-incident = Incident de VBG
new-named = Nouveau : { $name }
new-incident = Nouvel incident
new-tracing-request = Nouvelle demande de recherche
new-family = Nouvelle famille
new-registry = Nouvelle fiche du répertoire
new-survivor = Enregistrer une personne survivante
new-gbv-incident = Nouvel incident de VBG
language-own-name = Français
