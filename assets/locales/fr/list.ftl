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
