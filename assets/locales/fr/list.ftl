## Home

home-title = Accueil
home-current = Dossiers en cours
home-overdue = En retard
home-due = Bientôt à faire
home-high = Risque élevé
home-incomplete = Incomplets
home-from-others = D’autres bureaux
home-drafts = Brouillons
home-proposals = En attente de votre oui

## The list of cases

list-title = Dossiers
list-new = Enregistrer un enfant
list-search = Nom dans toute écriture, code ou téléphone
list-empty = Aucun dossier ici
list-empty-text = Les enfants que vous enregistrez et ceux qui vous sont confiés se trouvent ici.
list-nothing-found = Rien ne correspond à votre recherche
list-nothing-found-text = Essayez une partie plus courte du nom ou une autre orthographe.
list-filling = La recherche se remplit encore ; d’autres résultats peuvent apparaître.
list-sounds-like = Se prononce pareil
list-codes-only = Codes seulement
column-code = Code
column-name = Nom
column-age = Âge
column-sex = Sexe
column-status = Statut
column-risk = Risque
column-place = Lieu
column-due = Prochaine étape
column-owner = Travailleur social
column-registered = Enregistré le
column-changed = Modifié
column-office = Bureau
show-current = En cours
show-all = Tous
due-overdue = En retard : { $date }
due-on = À faire le { $date }
due-none = Rien à faire
risk-high = Élevé
risk-medium = Moyen
risk-low = Faible
risk-immediate = Immédiat
risk-none = Non évalué
status-identified = Identifié
status-not-eligible = Non admissible
status-open = Ouvert
status-closed = Fermé
status-transferred = Transféré
status-duplicate = Doublon

## What is due: the clocks of the configuration

clock-next = Étape suivante
clock-first-response = Première réponse
clock-registration = Enregistrement
clock-assessment = Évaluation
clock-case-plan = Plan de prise en charge
clock-follow-up = Suivi
clock-review = Révision
clock-file-check = Contrôle du dossier
clock-first-visit-after-placement = Première visite après le placement
clock-visits-after-placement = Visite après le placement
clock-check-after-placement = Bilan après le placement
clock-final-contact = Dernier contact après la clôture
clock-referral-acknowledged = Réponse à une orientation

## Lists of other records

list-empty-other = Rien ici pour l’instant
list-empty-other-text = Ce que vous ajoutez s’affiche ici, ainsi que ce que d’autres partagent avec vous.
list-show-names = Afficher les noms
list-hide-names = Masquer les noms
names-hidden = Noms masqués

## What the program knows of each record

fact-team = Équipe
fact-agency = Organisation
fact-step = Étape du dossier
fact-mine = Mes dossiers
fact-created = Dossier créé
fact-passed = Attribué ou transféré
mine-own = J’en suis responsable
mine-referred = Référés à moi
owners-left = Aussi les personnes parties ({ $count })
owner-left = { $name } (parti)
fact-due = Échéance
fact-consent = Consentement complet
fact-registration = Enregistrement complet
fact-met = Dernier contact
fact-closed = Clôturé le

## Filters of a list

filter-add = Filtrer
filter-change = Modifier le filtre
filter-use = Utiliser
filter-by = Filtrer par
filter-by-help = Toute question de tout formulaire que vous pouvez lire. Saisissez-en une partie.
filter-how = Comment
filter-answers = Réponses
filter-from = De
filter-to = À
filter-text = Texte
filter-text-help = N’importe quelle partie, dans n’importe quelle écriture.
filter-places = Lieux
filter-places-help = Ce qui se trouve dans un lieu compte avec lui.
filters-on = Filtres
filters-any = Un seul suffit
filter-is = { $question } : { $answer }
filter-not = { $question } : pas { $answer }
filter-blank = { $question } : vide
filter-filled = { $question } : non vide
how-one-of = Est l’une de
how-none-of = N’est aucune de
how-between = Se situe entre
how-not-between = Ne se situe pas entre
how-within = Se trouve dans
how-not-within = Ne se trouve pas dans
how-contains = Contient
how-not-contains = Ne contient pas
how-days = Compté à partir d’aujourd’hui
how-blank = Est vide
how-filled = N’est pas vide
days-last = ces { $days } derniers jours
days-next = ces { $days } prochains jours
days-before = il y a plus de { $days } jours
days-between = de { $from } à { $to } jours à partir d’aujourd’hui
range-between = { $from } à { $to }
range-from = à partir de { $from }
range-to = jusqu’à { $to }
date-not-whole = Ce n’est pas encore une date.
facts-of-program = Tout dossier
question-in-form = { $question } ({ $form })
list-nothing-fits-text = Retirez un filtre, ou essayez une partie plus courte du nom ou son autre orthographe.
list-reading = { $count ->
     [one] Les réponses d’un dossier sont lues pour cette liste. Jusqu’au verrouillage, cela se fait une fois.
    *[other] Les réponses de { $count } dossiers sont lues pour cette liste. Jusqu’au verrouillage, cela se fait une fois.
}

## Columns and views

columns-title = Colonnes
columns-usual = Les colonnes habituelles
columns-close = Lignes serrées
column-add = Ajouter une colonne
column-up = Déplacer { $column } vers le début
column-down = Déplacer { $column } vers la fin
column-width = Largeur de { $column }
views-title = Vue
view-usual = Vue habituelle
view-keep = Garder cette vue
view-keep-text = Les filtres, les colonnes et l’ordre sont gardés ; le texte de la recherche ne l’est pas.
view-keep-new = Garder comme nouvelle vue
view-change = Remplacer
view-drop = Retirer la vue
view-name = Nom de la vue
view-share = La partager
view-share-text = Toute personne de ce bureau qui travaille avec ces dossiers voit le nom et les filtres. Elle ne voit que les dossiers qu’elle peut lire de toute façon. N’y mettez aucun nom d’enfant.
view-shared = { $name } (partagée)
view-by = { $name } ({ $person })
view-lacking = { $name } (demande ce que vous ne pouvez pas lire, ou ce qui n’est plus demandé)

## Several records

mark-row = Sélectionner ce dossier
mark-page = Tout sélectionner sur cette page
selection = Que faire de la liste
selection-count = { $count ->
     [one] Un sélectionné
    *[other] { $count } sélectionnés
}
selection-all = Sélectionner les { $count } qui correspondent
selection-none = Ne rien sélectionner
list-print = Imprimer la liste
list-visits = Feuille de visites
visits-seen = Vu et convenu
list-printed = Imprimé par { $name }, { $when }. Gardez cette feuille en lieu sûr et détruisez-la ensuite.
list-export = Enregistrer en feuille de calcul
list-exported = { $count ->
     [one] Une feuille de calcul avec un dossier a été écrite. Elle n’est pas scellée : gardez-la là où personne d’autre ne peut la lire.
    *[other] Une feuille de calcul avec { $count } dossiers a été écrite. Elle n’est pas scellée : gardez-la là où personne d’autre ne peut la lire.
}
walk-place = { $place } sur { $total }
walk-before = Précédent dans la liste
walk-after = Suivant dans la liste
walk-back = Retour à la liste

## Search everywhere

search-kind-page = Page
search-kind-command = Commande
search-kind-form = Formulaire
