//! Ids proposed from English words. They are given once and never change: records and conditions name things by them. Pure.

/// The longest that is proposed, in characters.
const LONGEST: usize = 40;

/// A well-formed id from words, with `joint` between them (`_` for questions, options and lists, `-` for forms), that `taken` does not
/// know yet. Empty when the words have no Latin letter.
#[must_use]
pub fn proposed(words: &str, joint: char, taken: impl Fn(&str) -> bool) -> String {
    let mut id = String::new();
    for letter in words.chars() {
        let letter = plain(letter);
        if letter.is_ascii_alphanumeric() && !(id.is_empty() && letter.is_ascii_digit()) {
            id.push(letter.to_ascii_lowercase());
        } else if !letter.is_ascii_alphanumeric()
            && letter != '\''
            && letter != '’'
            && !id.is_empty()
            && !id.ends_with(joint)
        {
            id.push(joint);
        }
    }
    let mut short = String::new();
    for word in id.split(joint).filter(|word| !word.is_empty()) {
        if !short.is_empty() && short.chars().count() + 1 + word.chars().count() > LONGEST {
            break;
        }
        if !short.is_empty() {
            short.push(joint);
        }
        short.push_str(word);
    }
    let short: String = short.chars().take(LONGEST).collect();
    if short.is_empty() || !taken(&short) {
        return short;
    }
    (2_u32..).map(|number| format!("{short}{joint}{number}")).find(|id| !taken(id)).unwrap_or(short)
}

/// Whether an id can be given to something new.
#[must_use]
pub fn fits(id: &str, joint: char) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == joint)
        && !id.contains("--")
}

/// A Latin letter without its accent, for the languages that label forms most often.
fn plain(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'À' | 'Á' | 'Â' | 'Ä' => 'a',
        'ç' | 'Ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'Í' | 'Î' => 'i',
        'ñ' | 'Ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'Ó' | 'Ô' | 'Ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'Ú' | 'Û' | 'Ü' => 'u',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{fits, proposed};

    #[test]
    fn an_id_is_proposed_from_the_english_words() {
        let free = |_: &str| false;
        assert_eq!(proposed("Colour of the tent", '_', free), "colour_of_the_tent");
        assert_eq!(proposed("  2nd child's name? (given) ", '_', free), "nd_childs_name_given");
        assert_eq!(proposed("Where does the child sleep", '-', free), "where-does-the-child-sleep");
        assert_eq!(proposed("Prénom à l’école", '_', free), "prenom_a_lecole");
        assert_eq!(proposed("لون الخيمة", '_', free), "");
    }

    #[test]
    fn an_id_that_is_taken_gets_a_number() {
        assert_eq!(proposed("Tent", '_', |id| id == "tent" || id == "tent_2"), "tent_3");
    }

    #[test]
    fn what_is_proposed_is_short_and_fits() {
        let id =
            proposed("How many times in the last month did the child go to bed without having eaten", '_', |_| false);
        assert!(id.chars().count() <= 40 && fits(&id, '_'), "{id}");
        for bad in ["", "2nd", "Tent", "a b", "tent-colour"] {
            assert!(!fits(bad, '_'), "{bad}");
        }
    }
}
